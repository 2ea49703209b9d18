// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.net.URI;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;

/** The project of a new plug-in, made from the files in {@code template/plugin}. */
final class PluginProject {
    private final String id;
    private final String type;
    private final URI site;

    /**
     * @param id identifier of the bundle, and its package
     * @param site the update site that it is built against
     * @throws InvalidInputException if the identifier is no name of a package
     */
    PluginProject(String id, URI site) {
        if (!id.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
            throw new InvalidInputException(
                    "The name of a plug-in is that of a Java package, lower-case words with dots"
                            + " between them such as org.example.foam, but is '" + id + "'.");
        }
        this.id = id;
        this.site = site;
        String last = id.substring(id.lastIndexOf('.') + 1);
        this.type = Character.toUpperCase(last.charAt(0)) + last.substring(1) + "Material";
    }

    /** @throws InvalidInputException if it cannot be written */
    void write(Path folder) {
        new TemplateFiles("plugin").write(folder, this::place, this::filled);
    }

    /** Where a file of the template goes. */
    private String place(String file) {
        String packages = id.replace('.', '/');
        return file.replaceFirst("^gitignore$", ".gitignore")
                .replaceFirst("^bundle/src/Material.java.txt$", id + "/src/" + packages + "/" + type + ".java")
                .replaceFirst(
                        "^tests/src/Test.java.txt$", id + ".tests/src/" + packages + "/tests/" + type + "Test.java")
                .replaceFirst("^bundle/", id + "/")
                .replaceFirst("^tests/", id + ".tests/")
                .replaceFirst("^feature/", id + ".feature/");
    }

    private String filled(String text) {
        return text.replace("@id@", id).replace("@class@", type).replace("@site@", site.toString());
    }
}
