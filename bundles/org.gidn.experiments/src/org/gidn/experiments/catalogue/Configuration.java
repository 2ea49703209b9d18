// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.Recipe;

/**
 * An extension with a checked value for each of its settings. Immutable.
 *
 * @param extension what is configured
 * @param values values by name in the order of declaration: {@code Long}, {@code Double}, {@code Boolean}, {@code String},
 *     or {@code Configuration} where another extension is named
 * @since 1.0
 */
public record Configuration(Extension extension, Map<String, Object> values) {
    /** The key under which an extension's identifier stands in an experiment file. */
    public static final String USE = "use";

    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public String id() {
        return extension.id();
    }

    /**
     * What another process needs to make this evaluator.
     *
     * @throws InvalidInputException if a jar or a file that a setting names cannot be read
     */
    public Recipe recipe() {
        Set<Path> jars = new LinkedHashSet<>();
        Set<Path> files = new LinkedHashSet<>();
        Recipe.Part part = part(jars, files);
        return new Recipe(
                part,
                jars.stream().map(Content::of).toList(),
                files.stream().map(Content::of).toList());
    }

    private Recipe.Part part(Set<Path> jars, Set<Path> files) {
        jars.addAll(extension.declaration().classPath());
        Map<String, Object> settings = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof String text) {
                file(text).ifPresent(files::add);
            }
            settings.put(name, value instanceof Configuration nested ? nested.part(jars, files) : value);
        });
        // A factory may be given data after a colon, which only the registry knows to pass on.
        String factory = extension.declaration().attribute("class").split(":")[0];
        return new Recipe.Part(id(), factory, settings);
    }

    /** The file that a text names, as its extension would open it; nothing if it names none. */
    public static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The form that an experiment file has: {@code use} with the identifier, then all settings, nested ones as maps. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(USE, id());
        values.forEach((name, value) -> tree.put(name, value instanceof Configuration nested ? nested.tree() : value));
        return tree;
    }
}
