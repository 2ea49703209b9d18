// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        return publish(product, folder);
    }

    /** Publishes a feature and its bundle signed by a key that nobody has vouched for. */
    static Path publishSigned(Product product, Path folder, String bundle, String signer)
            throws IOException, InterruptedException {
        Path source = folder.resolve("source");
        change(latest(Product.site().resolve("plugins"), bundle), source.resolve("plugins"), text -> text);
        change(
                latest(Product.site().resolve("features"), bundle + ".feature"),
                source.resolve("features"),
                text -> text);
        String keys = folder.resolve("keys").toString();
        jdk(
                "keytool",
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + signer + ", O=Laboratory",
                "-alias",
                "key",
                "-keystore",
                keys);
        jdk(
                "jarsigner",
                "-keystore",
                keys,
                latest(source.resolve("plugins"), bundle).toString(),
                "key");
        jdk(
                "jarsigner",
                "-keystore",
                keys,
                latest(source.resolve("features"), bundle + ".feature").toString(),
                "key");
        return publish(product, folder);
    }

    private static void jdk(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", program).toString()));
        command.addAll(List.of(arguments));
        command.addAll(1, List.of("-storepass", "password"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor(), program);
    }

    /** Lets a site say no checksums of its files. */
    static void removeChecksums(Path site) throws IOException {
        Path artifacts = site.resolve("artifacts.xml");
        Files.write(
                artifacts,
                Files.readAllLines(artifacts).stream()
                        .filter(line -> !line.contains("checksum"))
                        .toList());
    }

    /** A site that says its files lie in another one. */
    static Path moveFiles(Path site, Path folder, String files) throws IOException {
        Files.createDirectories(folder);
        Files.copy(site.resolve("content.xml"), folder.resolve("content.xml"));
        Files.writeString(
                folder.resolve("artifacts.xml"),
                Files.readString(site.resolve("artifacts.xml")).replace("${repoUrl}", files));
        return folder;
    }

    /** A site of one other. */
    static Path compose(Path folder, String part) throws IOException {
        Files.createDirectories(folder);
        compose(folder.resolve("compositeContent.xml"), "metadata.repository.CompositeMetadataRepository", part);
        compose(folder.resolve("compositeArtifacts.xml"), "artifact.repository.CompositeArtifactRepository", part);
        return folder;
    }

    private static void compose(Path file, String type, String part) throws IOException {
        Files.writeString(file, """
            <?xml version='1.0'?>
            <repository name='composed' type='org.eclipse.equinox.internal.p2.%s' version='1.0.0'>
              <children size='1'><child location='%s'/></children>
            </repository>
            """.formatted(type, part));
    }

    private static Path publish(Product product, Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("source");
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

    static Path latest(Path folder, String id) throws IOException {
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
