// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.Content;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.Sums;
import org.gidn.experiments.text.Json;

/**
 * All that the value of a design depends on: the evaluator and what it uses, with the contents of their bundles, all settings
 * and the contents of the files that they name.
 */
final class EvaluatorKey {
    private final Map<String, Object> bundles = new LinkedHashMap<>();
    private final Map<String, Object> files = new LinkedHashMap<>();

    private final Path folder;

    private EvaluatorKey(Path folder) {
        this.folder = folder;
    }

    /**
     * The key as one line.
     *
     * @throws InvalidInputException if a bundle or a file cannot be read
     */
    static String of(Setup setup) {
        Experiment experiment = setup.experiment();
        Configuration evaluator = experiment.evaluator();
        int[] columns = setup.columns();
        EvaluatorKey parts = new EvaluatorKey(setup.folder().toAbsolutePath());
        parts.add(evaluator);
        setup.evaluator().files().forEach(parts::addContent);
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("versions", Setup.versions(evaluator, new LinkedHashMap<>()));
        key.put("bundles", parts.bundles);
        key.put("files", parts.files);
        key.put("evaluator", evaluator.tree());
        if (!Arrays.equals(columns, IntStream.range(0, columns.length).toArray())) {
            key.put("outputs", IntStream.of(columns).boxed().toList());
        }
        if (setup.noisy()) {
            // The seed and the number of measurements make a difference.
            key.put("seed", experiment.seed());
            key.put("replicates", setup.computed() ? (long) setup.replicates().count() : 1L);
        }
        return Json.write(key);
    }

    private void add(Configuration configuration) {
        bundles.computeIfAbsent(
                configuration.extension().bundle(),
                bundle -> configuration.extension().declaration().sum());
        Map<String, Object> resolved = configuration.resolved(folder);
        configuration.values().forEach((name, value) -> {
            switch (value) {
                case Configuration nested -> add(nested);
                case String text -> addFile(text, (String) resolved.get(name));
                default -> {}
            }
        });
    }

    /** A file or folder stands for what is in it; by its name as seen from the experiment, which may move. */
    private void addContent(Path file) {
        String name = file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
        files.put(name, Content.of(file).sum());
    }

    /** A text that names a file, as its evaluator would open it, stands for the content too. */
    private void addFile(String text, String opened) {
        Optional<Path> file = Configuration.file(opened);
        try {
            if (file.isPresent()) {
                files.put(
                        text,
                        new Sums()
                                .add("", () -> Files.newInputStream(file.get()))
                                .text());
            }
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.fileNotRead, text, e.getMessage()), e);
        }
    }
}
