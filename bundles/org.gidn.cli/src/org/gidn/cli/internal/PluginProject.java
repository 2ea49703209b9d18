// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;

/** The project of a new plug-in, made from the files in {@code template/plugin} and those of its kind. */
final class PluginProject {
    private static final String VERSIONS = ";bundle-version=\"[1.0.0,2.0.0)\"";

    private final String id;
    private final PluginKind kind;
    private final String type;
    private final PluginTarget target;

    /**
     * @param id identifier of the bundle, and its package
     * @param target what it is built against
     * @throws InvalidInputException if the identifier is no name of a package
     */
    PluginProject(String id, PluginKind kind, PluginTarget target) {
        if (!id.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
            throw new InvalidInputException(
                    "The name of a plug-in is that of a Java package, lower-case words with dots"
                            + " between them such as org.example.foam, but is '" + id + "'.");
        }
        this.id = id;
        this.kind = kind;
        this.target = target;
        this.type = type(id, kind);
    }

    /** The word foam_core makes FoamCoreMaterial; a last word that only says the kind over again gives way to the one before. */
    private static String type(String id, PluginKind kind) {
        String[] parts = id.split("\\.");
        for (int i = parts.length - 1; i >= 0; i--) {
            String name = Stream.of(parts[i].split("_+"))
                    .filter(word -> !word.equals(kind.lower()))
                    .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                    .collect(Collectors.joining());
            if (!name.isEmpty()) {
                return name + kind.capitalised();
            }
        }
        return "My" + kind.capitalised();
    }

    /** @throws InvalidInputException if it cannot be written */
    void write(Path folder) {
        new TemplateFiles("plugin").write(folder, this::place, this::filled);
        new TemplateFiles("kind/" + kind.lower()).write(folder, this::placeOfKind, this::filled);
        if (!target.site()) {
            new TemplateFiles("product").write(folder, file -> file, this::filled);
        }
    }

    /** Where a file of all kinds goes. */
    private String place(String file) {
        return file.replaceFirst("^gitignore$", ".gitignore")
                .replaceFirst("^bundle/", id + "/")
                .replaceFirst("^tests/", id + ".tests/")
                .replaceFirst("^feature/", id + ".feature/");
    }

    private String placeOfKind(String file) {
        String packages = id.replace('.', '/');
        return switch (file) {
            case "Class.java.txt" -> id + "/src/" + packages + "/" + type + ".java";
            case "Test.java.txt" -> id + ".tests/src/" + packages + "/tests/" + type + "Test.java";
            default -> id + "/" + file;
        };
    }

    private String filled(String text) {
        return text.replace("@id@", id)
                .replace("@class@", type)
                .replace("@one@", kind.one())
                .replace("@required@", required(kind.required(), VERSIONS))
                .replace("@required-by-tests@", required(kind.requiredByTests(), ""))
                .replace("@site@", target.site() ? "-Dgidn.site=" + target.place() + "\n" : "")
                .replace("@product@", target.site() ? "" : attribute(Path.of(target.place())));
    }

    private static String attribute(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String required(List<String> bundles, String versions) {
        return bundles.stream().map(bundle -> ",\n " + bundle + versions).collect(Collectors.joining());
    }
}
