// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.Recipe;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.internal.Messages;

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
        return recipe(Path.of(""), List.of());
    }

    /**
     * {@link #recipe()} for an experiment.
     *
     * @param folder from where settings that name files and folders are seen, that of the experiment
     * @param further other files that the evaluator needs
     */
    public Recipe recipe(Path folder, List<Path> further) {
        Set<Path> jars = new LinkedHashSet<>();
        Recipe.Part part = part(folder, jars);
        Set<Path> files = files(folder);
        files.addAll(further);
        return new Recipe(
                part,
                jars.stream().map(Content::of).toList(),
                files.stream().map(Content::of).toList());
    }

    /**
     * The files that settings name, absolute, those of nested extensions among them.
     *
     * @param folder from where they are seen, that of the experiment
     */
    public Set<Path> files(Path folder) {
        Set<Path> files = new LinkedHashSet<>();
        for (Object value : resolved(folder).values()) {
            if (value instanceof String text) {
                file(text).map(Path::toAbsolutePath).ifPresent(files::add);
            } else if (value instanceof Configuration nested) {
                files.addAll(nested.files(folder));
            }
        }
        return files;
    }

    private Recipe.Part part(Path folder, Set<Path> jars) {
        jars.addAll(extension.declaration().classPath());
        Map<String, Object> settings = new LinkedHashMap<>();
        resolved(folder)
                .forEach((name, value) ->
                        settings.put(name, value instanceof Configuration nested ? nested.part(folder, jars) : value));
        // A factory may be given data after a colon, which only the registry knows to pass on.
        String factory = extension.declaration().attribute("class").split(":")[0];
        return new Recipe.Part(id(), factory, settings);
    }

    /**
     * The values as what is made gets them: names of files and folders whole.
     *
     * @param folder from where they are seen
     * @throws InvalidInputException if a name is none of a file
     */
    public Map<String, Object> resolved(Path folder) {
        Map<String, Object> resolved = new LinkedHashMap<>(values);
        for (Parameter parameter : extension.parameters()) {
            if (parameter.type() == Parameter.Type.PATH && values.get(parameter.name()) instanceof String text) {
                resolved.put(parameter.name(), resolved(parameter, text, folder));
            }
        }
        return resolved;
    }

    private static String resolved(Parameter parameter, String text, Path folder) {
        try {
            return folder.toAbsolutePath().resolve(text).normalize().toString();
        } catch (InvalidPathException e) {
            throw new InvalidInputException(NLS.bind(Messages.settingNoPath, parameter.name(), text), e);
        }
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
