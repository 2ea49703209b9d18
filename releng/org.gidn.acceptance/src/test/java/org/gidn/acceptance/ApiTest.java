// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What plug-ins may use says since when it exists. */
class ApiTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    /** A package and its directives, among which a comma may stand in quotation marks. */
    private static final Pattern EXPORT = Pattern.compile("([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\")?)*)(?:,|$)");

    private static final Pattern TYPE = Pattern.compile("(?m)^public .*?\\b(?:class|interface|record|enum) ");
    private static final Pattern SINCE = Pattern.compile(" \\* @since \\d+\\.\\d+\\R \\*/\\R(?:@.*\\R)*\\z");

    @Test
    void everyPublicTypeSaysSinceWhenItExists() throws IOException {
        List<String> missing = new ArrayList<>();
        int types = 0;
        for (Path source : sources()) {
            String text = Files.readString(source);
            var type = TYPE.matcher(text);
            if (type.find()) {
                types++;
                if (!SINCE.matcher(text.substring(0, type.start())).find()) {
                    missing.add(source.toString());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(types > 100, types + " types found");
    }

    /** The source files of all packages that are API. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.toList()) {
                Path manifest = bundle.resolve("META-INF/MANIFEST.MF");
                if (Files.exists(manifest) && !bundle.toString().matches(".*(\\.samples\\..*|\\.tests)")) {
                    for (String name : exported(manifest)) {
                        Path folder = bundle.resolve("src").resolve(name.replace('.', '/'));
                        if (Files.isDirectory(folder)) {
                            try (Stream<Path> files = Files.list(folder)) {
                                files.filter(file -> file.toString().endsWith(".java"))
                                        .forEach(sources::add);
                            }
                        }
                    }
                }
            }
        }
        return sources;
    }

    private static List<String> exported(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest)) {
            return exported(new Manifest(in));
        }
    }

    /** The packages that are API. */
    static List<String> exported(Manifest manifest) {
        String header = manifest.getMainAttributes().getValue("Export-Package");
        return header == null
                ? List.of()
                : EXPORT.matcher(header)
                        .results()
                        .filter(match -> !match.group(2).contains("x-"))
                        .map(match -> match.group(1))
                        .toList();
    }
}
