// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.text.Json;

/** Experiment files, above them perhaps lines {@code --set name=value} as on the command line. */
final class ExperimentReading implements Reading {
    private static final String SET = "--set ";

    private final ExperimentReader reader = new ExperimentReader(Bundles.catalogue());
    private final Scratch scratch = new Scratch();

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>(Texts.seeds(SET + "seed=3\n" + SET + "evaluator.size=4\n"
                + Files.readString(Written.project().resolve(Experiment.FILE))));
        try (Stream<Path> files = Files.walk(Bundles.FOLDER.resolve("org.gidn.examples/experiments"))) {
            for (Path file :
                    files.filter(each -> each.endsWith(Experiment.FILE)).toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    @Override
    public void read(byte[] input) throws IOException {
        String yaml = ExperimentReader.text(scratch.file(Experiment.FILE, input));
        List<String> assignments = new ArrayList<>();
        while (yaml.startsWith(SET)) {
            int end = yaml.indexOf('\n') < 0 ? yaml.length() : yaml.indexOf('\n');
            assignments.add(yaml.substring(SET.length(), end));
            yaml = yaml.substring(Math.min(end + 1, yaml.length()));
        }
        Overrides overrides = Overrides.parse(assignments);
        Experiment experiment = reader.read(yaml, overrides).orThrow(Experiment.FILE);
        check(experiment, Json.writeIndented(experiment.tree()));
        check(experiment, changed(yaml, overrides));
    }

    private String changed(String yaml, Overrides overrides) {
        try {
            return reader.changed(yaml, overrides);
        } catch (InvalidInputException e) {
            throw new AssertionError("an experiment that could be read cannot be changed", e);
        }
    }

    private void check(Experiment experiment, String text) {
        Experiment again = reader.read(text, Overrides.NONE).experiment();
        Promise.kept(again != null, "what was written cannot be read: " + text);
        Promise.equal(experiment.tree(), again.tree());
    }
}
