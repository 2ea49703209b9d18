// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import com.fasterxml.jackson.core.JsonFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * All that another process needs to make the same evaluator, or the same method that has {@linkplain PieceWork pieces} of its work done: a
 * plain JVM with the jars on its class path, with nothing else installed. One whose jars and settings are the same gives the same bits.
 *
 * @param evaluator what is made: an evaluator, or a method
 * @param jars the bundles' jars, or folders of classes, its own first
 * @param files the files that settings name
 * @since 1.0
 */
public record Recipe(Part evaluator, List<Content> jars, List<Content> files) {
    public Recipe {
        jars = List.copyOf(jars);
        files = List.copyOf(files);
    }

    /**
     * An extension with its settings.
     *
     * @param id its identifier
     * @param factory name of the {@link Factory} that makes it
     * @param settings all values by name: {@code Long}, {@code Double}, {@code Boolean}, {@code String}, or {@code Part} where
     *     another extension is named
     */
    public record Part(String id, String factory, Map<String, Object> settings) {
        public Part {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /**
     * What was made from a recipe, with the extensions that its settings name.
     *
     * @param instance the evaluator or method
     * @param parts all that was made, in the order of closing
     */
    public record Remade(Object instance, List<AutoCloseable> parts) implements AutoCloseable {
        /** The evaluator. */
        public Evaluator evaluator() {
            return (Evaluator) instance;
        }

        @Override
        public void close() {
            for (AutoCloseable part : parts) {
                try {
                    part.close();
                } catch (Exception e) {
                    System.getLogger(Recipe.class.getName()).log(System.Logger.Level.WARNING, "not closed", e);
                }
            }
        }
    }

    /**
     * Looks whether all jars and files are where they were, and the same.
     *
     * @throws InvalidInputException names the first that is not
     */
    public void check() {
        jars.forEach(Content::check);
        files.forEach(Content::check);
    }

    /**
     * Makes it.
     *
     * @param loader sees the classes of the jars
     * @throws InvalidInputException if a factory isn't among them, or refuses its settings
     */
    public Remade make(ClassLoader loader) {
        List<AutoCloseable> made = new ArrayList<>();
        try {
            return new Remade(make(evaluator, loader, made), made);
        } catch (RuntimeException | Error e) {
            new Remade(null, made).close();
            throw e;
        }
    }

    private static Object make(Part part, ClassLoader loader, List<AutoCloseable> made) {
        Map<String, Object> values = new LinkedHashMap<>();
        part.settings()
                .forEach((name, value) ->
                        values.put(name, value instanceof Part inner ? make(inner, loader, made) : value));
        Object instance;
        try {
            Factory<?> factory = (Factory<?>)
                    Class.forName(part.factory(), true, loader).getConstructor().newInstance();
            instance = factory.create(Settings.checked(values));
        } catch (ReflectiveOperationException e) {
            throw new InvalidInputException(
                    "'" + part.id() + "' cannot be made here, since class " + part.factory() + " cannot: " + e
                            + "; give this process the jars of its recipe.",
                    e);
        }
        if (instance instanceof AutoCloseable closeable) {
            made.add(0, closeable);
        }
        return instance;
    }

    /** The jars, or folders of classes, that a process needs to read a recipe, whatever is made from it. */
    public static List<Path> code() {
        return Stream.of(Recipe.class, JsonFactory.class)
                .map(type -> {
                    try {
                        return Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .toList();
    }

    /** The recipe as JSON, which {@link #parse} reads as an equal recipe. */
    public String text() {
        return RecipeText.write(this);
    }

    /**
     * Reads a recipe.
     *
     * @throws InvalidInputException if the text is none
     */
    public static Recipe parse(String text) {
        return RecipeText.read(text);
    }
}
