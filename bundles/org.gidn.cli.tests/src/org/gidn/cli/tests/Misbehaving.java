// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.project.RunResults;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;

/** Plug-ins that do what none should, as {@code plugin.xml} declares them. */
public final class Misbehaving implements Evaluator {
    static final String EXIT_IN_FIGURE = "exit in a figure";

    private final String how;

    private Misbehaving(String how) {
        this.how = how;
        if (how.equals("exitInConstructor")) {
            System.exit(0);
        }
    }

    @Override
    public DesignSpace space() {
        return DesignSpace.binary(2, 2);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output(
                how.equals("escape") ? "s\033[31mum" : how.equals("comma") ? "sum, of all" : "sum", "", Goal.MAXIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        switch (how) {
            case "exit" -> System.exit(0);
            case "exitOnAnotherThread" -> exitOnAnotherThread(cancellation);
            case "refuse" -> throw new InvalidInputException("It takes no design at all.");
            case "halt" -> Runtime.getRuntime().halt(0);
            case "print" -> {
                System.out.println("printed on out");
                System.err.println("printed on err");
            }
            default -> {
                // It behaves.
            }
        }
        Evaluations results = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            if (how.equals("failWithoutReason")) {
                results.fail(i, null);
                continue;
            }
            if (how.equals("infinite")) {
                results.set(i, 0, Double.POSITIVE_INFINITY);
                continue;
            }
            if (how.equals("fail")) {
                results.fail(i, "\033[31mred\nand a second line");
                continue;
            }
            double sum = 0;
            for (double value : designs.toArray(i)) {
                sum += value;
            }
            results.set(i, 0, sum);
        }
        return results;
    }

    /** Goes on with its own work, as a guest with a helper would that has no idea what that does. */
    private static void exitOnAnotherThread(Cancellation cancellation) {
        new Thread(() -> Runtime.getRuntime().exit(0), "guest").start();
        while (true) {
            cancellation.check();
            Thread.onSpinWait();
        }
    }

    public static final class EvaluatorMaker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new Misbehaving(settings.text("how"));
        }
    }

    public static final class OptimiserMaker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new Optimiser() {
                @Override
                public void check(Problem problem) {
                    // It takes any.
                }

                @Override
                public void optimise(RunContext run) {
                    System.exit(0);
                }
            };
        }
    }

    public static final class ExitingFigure implements FigureFactory {
        @Override
        public List<Figure> figures(RunResults results) {
            if (results.run().title().equals(EXIT_IN_FIGURE)) {
                System.exit(0);
            }
            return List.of();
        }
    }

    public static final class ExitingExporter implements Exporter {
        @Override
        public void export(RunExport run, Path file) throws IOException {
            Files.writeString(file, "begun");
            System.exit(0);
        }
    }
}
