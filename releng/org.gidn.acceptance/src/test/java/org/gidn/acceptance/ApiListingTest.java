// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built product's API is the one that is listed in the folder {@code docs/api}, a file a bundle. */
class ApiListingTest {
    private static final Path LISTED = Path.of("../../docs/api");
    private static final Path FOUND = Path.of("target/api");
    private static final String SCHEMA = "org/gidn/experiments/internal/store/schema.sql";

    @Test
    void itIsAsListed() throws Exception {
        TreeMap<String, List<String>> found = new TreeMap<>();
        List<Path> jars = jars(Product.bundles());
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            for (Path file : jars) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    String name = name(jar);
                    List<String> lines = name.startsWith("org.gidn.") ? listing(jar, loader) : List.of();
                    if (!lines.isEmpty()) {
                        found.put(name, lines);
                    }
                }
            }
        }
        assertTrue(found.size() > 5, found.keySet().toString());
        Files.createDirectories(FOUND);
        for (String name : found.keySet()) {
            Files.write(FOUND.resolve(name + ".txt"), found.get(name));
        }
        List<String> differences = new ArrayList<>();
        found.forEach((name, lines) -> compare(name, lines, differences));
        for (Path listed : files(LISTED)) {
            String name = listed.getFileName().toString().replaceFirst("\\.txt$", "");
            if (!found.containsKey(name)) {
                differences.add(name + ": all of it is gone");
            }
        }
        assertEquals(
                List.of(),
                differences,
                "The API is another than docs/api says. What is there may only grow. If the change is meant, say so in CHANGELOG.md,"
                        + " and copy the new listing: cp releng/org.gidn.acceptance/target/api/* docs/api");
    }

    private static void compare(String name, List<String> lines, List<String> differences) {
        try {
            Path file = LISTED.resolve(name + ".txt");
            List<String> listed = Files.exists(file) ? Files.readAllLines(file) : List.of();
            listed.stream().filter(line -> !lines.contains(line)).forEach(line -> differences.add(name + " - " + line));
            lines.stream().filter(line -> !listed.contains(line)).forEach(line -> differences.add(name + " + " + line));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** All jars, those in the folders of bundles that are unpacked among them. */
    private static List<Path> jars(Path plugins) throws IOException {
        try (Stream<Path> files = Files.walk(plugins)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(JarFile jar) throws IOException {
        String name = jar.getManifest() == null
                ? null
                : jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
        return name == null ? "" : name.split(";")[0];
    }

    private static List<String> listing(JarFile jar, ClassLoader loader) throws Exception {
        List<String> lines = new ArrayList<>();
        List<String> packages = ApiTest.exported(jar.getManifest());
        List<String> types = jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class") && name.contains("/"))
                .filter(name -> packages.contains(
                        name.substring(0, name.lastIndexOf('/')).replace('/', '.')))
                .filter(name -> !name.endsWith("/package-info.class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .sorted()
                .toList();
        for (String type : types) {
            lines.addAll(ApiListing.type(Class.forName(type, false, loader)));
        }
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().matches("schema/(?!parameter).*\\.exsd")) {
                String point = entry.getName().replaceAll("schema/|\\.exsd", "");
                lines.addAll(ApiListing.point(point, text(jar, entry)));
            }
        }
        if (jar.getEntry("plugin.xml") != null) {
            lines.addAll(ApiListing.extensions(text(jar, jar.getJarEntry("plugin.xml"))));
        }
        if (jar.getEntry(SCHEMA) != null) {
            lines.addAll(ApiListing.database(text(jar, jar.getJarEntry(SCHEMA))));
        }
        return lines;
    }

    private static String text(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
