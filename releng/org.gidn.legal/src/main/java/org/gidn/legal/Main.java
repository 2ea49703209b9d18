// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes into each installed product, or an update site, what it consists of and under which licences it may be passed on: {@code sbom.cdx.json},
 * {@code third-parties.html}, and the texts in {@code licences}. Stops the build at a part that may not be passed on.
 */
public final class Main {
    private Main() {}

    /**
     * @param args the folder of all products, or of the site; the target definition; Maven's local repository; the product's version; our
     *     {@code LICENSE} and {@code NOTICE}
     */
    public static void main(String[] args) throws IOException {
        Archives archives = new Archives(new Poms(Path.of(args[2])));
        for (Path root : products(Path.of(args[0]))) {
            try {
                List<Part> parts = new Installation(root, Path.of(args[1]), archives).parts();
                Copyrights.check(ThirdPartiesPage.flat(parts));
                write(root, parts, args[3]);
                for (String ours : List.of(args[4], args[5])) {
                    Path file = Path.of(ours);
                    Files.write(root.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            } catch (Refusal e) {
                System.err.println("This may not be given away: " + e.getMessage());
                System.exit(1);
            }
        }
    }

    private static List<Path> products(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 8)) {
            return files.filter(file -> Files.isDirectory(file.resolve("plugins"))
                            && (Files.isDirectory(file.resolve("p2")) || Files.exists(file.resolve(Installation.SITE))))
                    .toList();
        }
    }

    private static void write(Path root, List<Part> parts, String version) throws IOException {
        Files.writeString(root.resolve("sbom.cdx.json"), CycloneDx.text("GIDN Workbench", version, parts));
        Files.writeString(root.resolve("third-parties.html"), ThirdPartiesPage.html(parts));
        Path texts = Files.createDirectories(root.resolve("licences"));
        List<String> licences =
                ThirdPartiesPage.flat(parts).stream().map(Part::licence).toList();
        for (String name : LicenceList.texts(licences)) {
            try (InputStream text = Main.class.getResourceAsStream("texts/" + name + ".txt")) {
                if (text == null) {
                    throw new Refusal("the text of " + name + " is missing beside licences.csv");
                }
                Files.write(texts.resolve(name + ".txt"), text.readAllBytes());
            }
        }
    }
}
