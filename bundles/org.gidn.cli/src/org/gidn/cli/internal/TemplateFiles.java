// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import org.gidn.core.InvalidInputException;
import org.osgi.framework.FrameworkUtil;

/** The texts of a folder in {@code template}, from which projects are made. */
record TemplateFiles(String name) {
    /**
     * Writes all of them.
     *
     * @param place where a file of the template goes in the folder
     * @param filled what its text becomes
     * @throws InvalidInputException if they cannot be written
     */
    void write(Path folder, UnaryOperator<String> place, UnaryOperator<String> filled) {
        String root = "template/" + name + "/";
        Enumeration<URL> files = FrameworkUtil.getBundle(TemplateFiles.class).findEntries(root, "*", true);
        try {
            for (URL url : Collections.list(files)) {
                String path = url.getPath();
                if (!path.endsWith("/")) {
                    String file = place.apply(path.substring(path.indexOf(root) + root.length()));
                    write(folder.resolve(file), filled.apply(text(url)));
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The project cannot be written to " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(URL url) throws IOException {
        try (InputStream stream = url.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
