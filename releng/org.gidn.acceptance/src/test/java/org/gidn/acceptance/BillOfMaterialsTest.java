// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

/** What each built product, and the update site, says that it consists of, read by CycloneDX's own library and compared with what lies there. */
class BillOfMaterialsTest {
    private static final Path PRODUCTS = Path.of("../org.gidn.product/target/products");
    private static final Path SITE = Path.of("../org.gidn.updatesite/target/repository");
    private static final Pattern LICENCE = Pattern.compile("href=\"(licences/[^\"]+)\"");
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|exe)");

    @Test
    void theBillIsValidAndNamesEveryFileWithItsSumAndLicence() throws Exception {
        for (Path product : products()) {
            Path file = product.resolve("sbom.cdx.json");
            assertEquals(List.of(), new JsonParser().validate(file.toFile(), Version.VERSION_16));
            Bom bom = new JsonParser().parse(file.toFile());
            Map<String, String> sums = new HashMap<>();
            for (Component component : flat(bom.getComponents())) {
                LicenseChoice licence = component.getLicenses();
                assertTrue(
                        licence.getExpression() != null
                                || !licence.getLicenses().isEmpty(),
                        component.getBomRef());
                String place = component.getProperties().get(0).getValue();
                if (component.getHashes() != null) {
                    sums.put(place, component.getHashes().get(0).getValue());
                }
            }
            assertEquals(sums(product), sums);
        }
    }

    @Test
    void theListOfOthersPartsHasTheTextOfEveryLicence() throws IOException {
        for (Path product : products()) {
            String page = Files.readString(product.resolve("third-parties.html"));
            List<String> texts = LICENCE.matcher(page)
                    .results()
                    .map(link -> link.group(1))
                    .distinct()
                    .toList();
            assertTrue(texts.size() > 5, texts.toString());
            for (String text : texts) {
                assertTrue(Files.size(product.resolve(text)) > 100, text);
            }
            assertTrue(page.contains("<td>org.eclipse.platform:org.eclipse.osgi</td>"), page);
            assertTrue(Files.exists(product.resolve("LICENSE")) && Files.exists(product.resolve("NOTICE")));
        }
    }

    private static List<Path> products() throws IOException {
        assumeTrue(Files.isDirectory(PRODUCTS), "no product is built");
        try (Stream<Path> folders = Files.walk(PRODUCTS, 8)) {
            List<Path> found = new ArrayList<>(folders.filter(each -> Files.isDirectory(each.resolve("p2")))
                    .toList());
            assumeTrue(!found.isEmpty(), "no product is built");
            if (Files.isDirectory(SITE)) {
                found.add(SITE);
            }
            return found;
        }
    }

    private static List<Component> flat(List<Component> components) {
        List<Component> all = new ArrayList<>();
        for (Component component : components == null ? List.<Component>of() : components) {
            all.add(component);
            all.addAll(flat(component.getComponents()));
        }
        return all;
    }

    /** The SHA-256 of all jars in a product's plugins, and of all native libraries, in these or not. */
    private static Map<String, String> sums(Path product) throws Exception {
        Map<String, String> sums = new HashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(product.resolve("plugins"))) {
            files = all.filter(each -> isJar(each)
                            || LIBRARY.matcher(each.getFileName().toString()).matches())
                    .toList();
        }
        for (Path file : files) {
            String place = product.relativize(file).toString();
            add(
                    sums,
                    place,
                    Files.readAllBytes(file),
                    file.getFileName().toString().startsWith("org.gidn."));
        }
        return sums;
    }

    /**
     * @param ours whether it is a bundle of ours, in which an update site has the jars that lie unpacked in a product
     */
    private static void add(Map<String, String> sums, String place, byte[] content, boolean ours) throws Exception {
        sums.put(place, sum(content));
        if (!place.endsWith(".jar")) {
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean jar = ours && entry.getName().endsWith(".jar");
                if (jar || LIBRARY.matcher(entry.getName()).matches()) {
                    add(sums, place + "!" + entry.getName(), zip.readAllBytes(), false);
                }
            }
        }
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    private static String sum(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
