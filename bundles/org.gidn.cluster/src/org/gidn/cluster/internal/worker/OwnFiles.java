// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.Recipe;

/** A worker's own copy of the files that its evaluator needs, so that no two workers write into the same folder. */
final class OwnFiles implements AutoCloseable {
    /** How the name of the folder begins. */
    private static final String PREFIX = "gidn-worker-";

    private final Path root;
    private final List<Path> roots = new ArrayList<>();
    private final Recipe recipe;

    /**
     * Copies the files.
     *
     * @param recipe names them as they are called where the driver is
     * @param worker in the name of the folder
     * @throws InvalidInputException if one of them is another than the recipe says
     */
    OwnFiles(Recipe recipe, Spool spool, String worker) throws IOException {
        root = Files.createTempDirectory(PREFIX + worker + "-");
        // A worker that is ended by a signal leaves nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        List<Content> own = new ArrayList<>();
        for (Content file : recipe.files()) {
            Path copy = under(root, file.path());
            copy(under(spool.files(), file.path()), copy);
            Content content = new Content(copy, file.sum());
            content.check();
            own.add(content);
            roots.add(file.path());
        }
        this.recipe = new Recipe(part(recipe.evaluator()), recipe.jars(), own);
    }

    /** The recipe for the copy. */
    Recipe recipe() {
        return recipe;
    }

    private Recipe.Part part(Recipe.Part part) {
        Map<String, Object> settings = new LinkedHashMap<>();
        part.settings().forEach((name, value) -> settings.put(name, value(part, value)));
        return new Recipe.Part(part.id(), part.factory(), settings);
    }

    private Object value(Recipe.Part part, Object value) {
        if (value instanceof Recipe.Part inner) {
            return part(inner);
        }
        return value instanceof String text && copied(part, text)
                ? under(root, Path.of(text)).toString()
                : value;
    }

    /** Whether a text names a file that was copied, a folder around one, or a place in such a folder that another setting names. */
    private boolean copied(Recipe.Part part, String text) {
        return around(text)
                || absolute(text)
                        && (roots.stream().anyMatch(file -> Path.of(text).startsWith(file))
                                || part.settings().values().stream()
                                        .anyMatch(other -> other instanceof String folder
                                                && around(folder)
                                                && Path.of(text).startsWith(folder)));
    }

    private boolean around(String text) {
        return absolute(text) && roots.stream().anyMatch(file -> file.startsWith(text));
    }

    private static boolean absolute(String text) {
        return text.startsWith("/") && text.indexOf('\0') < 0 && text.length() > 1;
    }

    /** Where a file lies in a folder that holds files by their whole names. */
    static Path under(Path folder, Path file) {
        return folder.resolve(file.getRoot().relativize(file).toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Override
    public void close() {
        Spool.deleteAll(root);
    }
}
