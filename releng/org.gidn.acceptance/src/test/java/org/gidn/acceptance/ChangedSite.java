// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** An update site with one feature of the built site, changed. */
final class ChangedSite {
    private ChangedSite() {}

    /**
     * Publishes a feature and its bundle with some texts of its {@code feature.xml} and of the manifest changed.
     *
     * @param bundle identifier of the bundle; that of the feature has {@code .feature} behind it
     */
    static Path publish(Product product, Path folder, String bundle, UnaryOperator<String> change)
            throws IOException, InterruptedException {
        Path source = folder.resolve("source");
        change(latest(Product.site().resolve("plugins"), bundle), source.resolve("plugins"), change);
        change(latest(Product.site().resolve("features"), bundle + ".feature"), source.resolve("features"), change);
        Path site = folder.resolve("site");
        product.application(
                        "org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher",
                        "-metadataRepository",
                        site.toUri().toString(),
                        "-artifactRepository",
                        site.toUri().toString(),
                        "-source",
                        source.toString(),
                        "-publishArtifacts")
                .done();
        return site;
    }

    private static Path latest(Path folder, String id) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(id + "_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void change(Path jar, Path folder, UnaryOperator<String> change) throws IOException {
        Files.createDirectories(folder);
        try (JarFile source = new JarFile(jar.toFile());
                JarOutputStream target =
                        new JarOutputStream(Files.newOutputStream(folder.resolve(jar.getFileName())))) {
            target.putNextEntry(new JarEntry(JarFile.MANIFEST_NAME));
            target.write(changed(source.getManifest(), change));
            for (JarEntry entry : Collections.list(source.entries())) {
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                    target.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream content = source.getInputStream(entry)) {
                        byte[] bytes = content.readAllBytes();
                        target.write(
                                entry.getName().equals("feature.xml")
                                        ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                                .getBytes(StandardCharsets.UTF_8)
                                        : bytes);
                    }
                }
            }
        }
    }

    private static byte[] changed(Manifest manifest, UnaryOperator<String> change) throws IOException {
        if (manifest == null) {
            manifest = new Manifest();
            manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        }
        manifest.getEntries().clear();
        manifest.getMainAttributes().replaceAll((name, value) -> change.apply((String) value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }
}
