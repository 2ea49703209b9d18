// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.problem.Output;
import org.gidn.core.text.Csv;
import org.gidn.core.work.Phase;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.run.Phases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates designs given as text, for use from other programs. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Evaluates designs and writes their values as CSV, in the same order.",
        footer = {
            "",
            "Designs are read one a line, grids of two phases as strings of 0 and 1 row by row. CSV and JSON lines",
            "with a column 'design', or x1, x2 and so on, are taken too.",
            "",
            "Examples:",
            "  gidn evaluate --evaluator org.gidn.fem.crackToughness --set size=8 --designs designs.txt",
            "  echo 11111111111111111111111111111111 |",
            "      gidn evaluate --evaluator org.gidn.fem.crackToughness --designs -"
        })
final class EvaluateCommand implements Callable<Integer> {
    /** Work shorter than this is not worth a line. */
    private static final double TELL_FROM_SECONDS = 5;

    private final Session session;

    @Option(
            names = "--evaluator",
            paramLabel = "ID",
            required = true,
            description = "The forward model; see 'gidn list evaluators'.")
    private String evaluator;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(
            names = "--designs",
            paramLabel = "FILE|-",
            required = true,
            description = "File with a design a line; - reads standard input.")
    private String designs;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; standard output if left out.")
    private String out;

    EvaluateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = new ExperimentReader(session.catalogue())
                .configure(Points.EVALUATORS, evaluator, "evaluator", settings.overrides());
        Path to = session.output(out);
        if (to != null) {
            FileEnding.check(to, "csv is written", "csv", null);
        }
        WholeFile file = to == null ? null : WholeFile.at(to);
        try (Evaluator model = session.catalogue().create(configuration, Evaluator.class, session.folder());
                LocalExecutor executor = new LocalExecutor(settings.threads())) {
            DesignBatch batch = table().within(model.space(), "take it out");
            Evaluations results = evaluated(executor, model, batch);
            List<Output> objectives = model.outputs();
            if (file == null) {
                write(session.out(), model.space(), objectives, batch, results);
            } else {
                file.write(unfinished -> {
                    try (Writer writer = Files.newBufferedWriter(unfinished)) {
                        write(writer, model.space(), objectives, batch, results);
                    }
                });
            }
            return failures(results);
        }
    }

    private Evaluations evaluated(LocalExecutor executor, Evaluator model, DesignBatch batch) {
        Phases phases = new Phases(new ProgressPrinter(session, TELL_FROM_SECONDS));
        try (Phase phase = phases.begin("evaluating", batch.size(), "designs")) {
            return executor.evaluate(Task.of(model, batch), phase, session.cancellation());
        }
    }

    private DesignTable table() {
        try {
            return designs.equals(Session.STANDARD)
                    ? DesignTable.parse(session.in().readAllBytes(), "standard input")
                    : DesignTable.read(session.resolve(designs));
        } catch (IOException e) {
            throw new InvalidInputException("Standard input cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void write(
            Appendable stream, DesignSpace space, List<Output> objectives, DesignBatch batch, Evaluations results)
            throws IOException {
        StringBuilder text = new StringBuilder();
        Csv.append(
                text,
                Stream.concat(
                                Stream.of(ResultColumns.DESIGN),
                                objectives.stream().map(ResultColumns::of))
                        .toList());
        for (int i = 0; i < batch.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(DesignText.format(space, batch, i)));
            for (int objective = 0; objective < objectives.size(); objective++) {
                cells.add(String.format(Locale.ROOT, "%.10g", results.value(i, objective)));
            }
            Csv.append(text, cells);
            if (text.length() > 1 << 16) {
                stream.append(text);
                text.setLength(0);
            }
        }
        stream.append(text);
    }

    private int failures(Evaluations results) {
        for (int i = 0; i < results.size(); i++) {
            String failure = failure(results, i);
            if (failure != null) {
                return session.complain("Design " + (i + 1) + " has no value: " + failure, ExitStatus.FAILED);
            }
        }
        return ExitStatus.DONE.code();
    }

    /** Why a design has no value, as a run has it: what is no number is none. */
    private static String failure(Evaluations results, int design) {
        double[] values = results.measured(design);
        return results.failure(design) != null || Arrays.stream(values).allMatch(Double::isFinite)
                ? results.failure(design)
                : "it is "
                        + Arrays.stream(values)
                                .filter(value -> !Double.isFinite(value))
                                .findFirst()
                                .getAsDouble() + ".";
    }
}
