// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gidn.core.InvalidInputException;
import org.gidn.external.internal.declared.Words;

/** What is set in the environment of programs beside what this process has. */
public final class Surroundings {
    private static final String PYTHONPATH = "PYTHONPATH";
    private static final String PACKAGE = "gidn/__init__.py";

    private Surroundings() {}

    /**
     * The variables by name.
     *
     * @param setting what the user sets, e.g. {@code OMP_NUM_THREADS=1}, as {@linkplain Words words}
     * @throws InvalidInputException if a word sets nothing
     */
    public static Map<String, String> of(String setting) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("GIDN_EVALUATOR", "1");
        // Otherwise an answer waits for a full buffer, and its letters depend on where one lives.
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("PYTHONIOENCODING", "utf-8");
        for (String word : Words.of(setting, "environment")) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException("Setting 'environment' has '" + word
                        + "', which sets nothing; write NAME=VALUE, with quotes where a value has blanks.");
            }
            variables.put(word.substring(0, equals), word.substring(equals + 1));
        }
        python().ifPresent(folder -> {
            String others = variables.getOrDefault(PYTHONPATH, System.getenv().getOrDefault(PYTHONPATH, ""));
            variables.put(PYTHONPATH, others.isEmpty() ? folder.toString() : folder + File.pathSeparator + others);
        });
        return variables;
    }

    /** The folder of the product's Python package: beside that of the plug-ins, or at the root of a checkout. */
    public static Optional<Path> python() {
        CodeSource source = Surroundings.class.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            for (Path above = place; above != null; above = above.getParent()) {
                if (Files.isRegularFile(above.resolve("python").resolve(PACKAGE))) {
                    return Optional.of(above.resolve("python"));
                }
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not from a file.
        }
        return Optional.empty();
    }
}
