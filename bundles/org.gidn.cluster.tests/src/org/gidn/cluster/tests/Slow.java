// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Recipe;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/** An evaluator that computes for a while, and where it is told to fails, refuses, or ends its process. */
public final class Slow implements GradientEvaluator {
    /** How long all ones take with the trouble {@code seconds}. */
    static final int SECONDS = 12;

    private static final int CELLS = 16;
    private final long iterations;
    private final String trouble;

    Slow(long iterations, String trouble) {
        this.iterations = iterations;
        this.trouble = trouble;
    }

    /** Makes it where a worker runs. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new Slow((Long) settings.values().get("iterations"), settings.text("trouble"));
        }
    }

    /** One that is here and can be made elsewhere; so many steps of a sum a design. */
    public static EvaluatorSource source(long iterations, String trouble) {
        Slow here = new Slow(iterations, trouble);
        Recipe recipe = new Recipe(
                new Recipe.Part(
                        "org.gidn.cluster.tests.slow",
                        Maker.class.getName(),
                        new TreeMap<>(Map.of("iterations", iterations, "trouble", trouble))),
                Stream.of(Slow.class, Evaluator.class, JsonFactory.class)
                        .map(Slow::place)
                        .distinct()
                        .map(Content::of)
                        .toList(),
                List.of());
        return new EvaluatorSource() {
            @Override
            public Evaluator here() {
                return here;
            }

            @Override
            public Recipe recipe() {
                return recipe;
            }
        };
    }

    static Path place(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    @Override
    public DesignSpace space() {
        return DesignSpace.binary(1, CELLS);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("value", "", Goal.MAXIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return evaluate(designs, false, cancellation);
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Evaluations evaluateWithGradients(DesignBatch designs, Cancellation cancellation) {
        return evaluate(designs, true, cancellation);
    }

    private Evaluations evaluate(DesignBatch designs, boolean gradients, Cancellation cancellation) {
        Evaluations results = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            double sum = 0;
            double[] gradient = new double[CELLS];
            for (int j = 0; j < CELLS; j++) {
                sum += designs.value(i, j) * (j + 1) / 3;
                gradient[j] = (j + 1) / 3.0;
            }
            sum = elsewhere(designs, i, sum, cancellation);
            for (long k = 0; k < iterations; k++) {
                if (k % 1_000_000 == 0) {
                    cancellation.check();
                }
                sum += 1 / (sum + k + 1);
            }
            if (designs.value(i, 1) == 1 && designs.value(i, 2) == 1 && designs.value(i, 3) == 1) {
                results.fail(i, "Three in a row.");
            } else {
                results.set(i, 0, sum);
                results.setGradient(i, gradients ? gradient : null);
            }
        }
        return results;
    }

    /** What happens in a worker only. */
    private double elsewhere(DesignBatch designs, int design, double value, Cancellation cancellation) {
        if (!System.getProperty("sun.java.command", "").contains("WorkerMain")) {
            return value;
        }
        if (trouble.equals("bits")) {
            return Math.nextUp(value);
        }
        if (allOnes(designs, design)) {
            switch (trouble) {
                case "refuse" -> throw new InvalidInputException("All ones is no design.");
                case "throw" -> throw new IllegalStateException("all ones");
                case "exit" -> {
                    System.out.println("the end is near");
                    Runtime.getRuntime().halt(3);
                }
                case "hang" -> hang(Cancellation.NONE, Long.MAX_VALUE);
                case "long" -> hang(cancellation, Long.MAX_VALUE);
                case "seconds" -> hang(cancellation, SECONDS * 1_000_000_000L);
                default -> hangOnce();
            }
        }
        return value;
    }

    private static void hang(Cancellation cancellation, long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            cancellation.check();
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** If the trouble is a file's name: hangs, unless the file is there, which it then is. */
    private void hangOnce() {
        try {
            if (trouble.startsWith("/") && new File(trouble).createNewFile()) {
                hang(Cancellation.NONE, Long.MAX_VALUE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean allOnes(DesignBatch designs, int design) {
        for (int j = 0; j < CELLS; j++) {
            if (designs.value(design, j) != 1) {
                return false;
            }
        }
        return true;
    }
}
