// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Translates the product into no language: all texts stay readable, but are longer, in brackets, with accents and a mark that runs from
 * right to left. What then stands in the window without brackets cannot be translated; what is cut has too little room.
 */
final class PseudoTranslation {
    /** The language as which it is given to the product; nobody has translated it into that. */
    static final String LANGUAGE = "eo";

    private static final String PLAIN = "aeiouAEIOUcnsy";
    private static final String ACCENTED = "áéîöûÀÉÎÖÛçñšý";

    private PseudoTranslation() {}

    /** Translates all bundles of a product that are ours. */
    static void add(Path product) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(product.resolve("plugins"))) {
            jars = files.filter(file -> file.getFileName().toString().matches("org\\.gidn\\..*\\.jar"))
                    .toList();
        }
        for (Path jar : jars) {
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                translate(content.getPath("/"));
            }
        }
    }

    private static void translate(Path root) throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.walk(root)) {
            texts = files.filter(file -> file.toString().matches(".*/(messages|plugin|said)\\.properties"))
                    .toList();
        }
        for (Path file : texts) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
            properties.replaceAll((key, text) -> of((String) text));
            String name = file.getFileName().toString().replace(".properties", "_" + LANGUAGE + ".properties");
            StringBuilder written = new StringBuilder();
            properties.forEach((key, text) -> written.append(key)
                    .append('=')
                    .append(escaped((String) text))
                    .append('\n'));
            try (Writer out = Files.newBufferedWriter(file.resolveSibling(name))) {
                out.append(written);
            }
        }
    }

    /** The translation of a text; places for values and keys of menus stay. */
    static String of(String text) {
        StringBuilder translated = new StringBuilder("[");
        boolean place = false;
        for (char c : text.toCharArray()) {
            place = c == '{' || place && c != '}';
            int index = place ? -1 : PLAIN.indexOf(c);
            translated.append(index < 0 ? c : ACCENTED.charAt(index));
        }
        return translated
                .append("~".repeat(Math.max(1, text.length() / 4)))
                .append("]\u200F")
                .toString();
    }

    /** As property files have it, in letters that all of them can hold. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\\' -> escaped.append("\\\\");
                default -> escaped.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }
}
