// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.bench;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Recipe;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/** An evaluator that computes for a while: so many steps of a sum a design. */
public final class Busy implements Evaluator {
    private static final int CELLS = 64;
    private static final long CALIBRATION = 20_000_000;
    private static final int ROUNDS = 5;
    private static final String STEPS = "steps";

    private final long steps;

    Busy(long steps) {
        this.steps = steps;
    }

    /** Makes it where a worker runs. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new Busy((Long) settings.values().get(STEPS));
        }
    }

    /** One that takes so many seconds a design on one core of this machine. */
    static EvaluatorSource taking(double seconds) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            sum(CALIBRATION, round);
            best = Math.min(best, (System.nanoTime() - start) * 1e-9);
        }
        return source(Math.round(seconds / best * CALIBRATION));
    }

    /** One of so many steps. */
    static EvaluatorSource source(long steps) {
        Busy here = new Busy(steps);
        Recipe recipe = new Recipe(
                new Recipe.Part("org.gidn.cluster.busy", Maker.class.getName(), Map.of(STEPS, steps)),
                Stream.of(Busy.class, Evaluator.class, json())
                        .map(Busy::place)
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

    /** A class of the bundle that recipes are read with. */
    private static Class<?> json() {
        try {
            return Recipe.class.getClassLoader().loadClass("com.fasterxml.jackson.core.JsonFactory");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double sum(long steps, double start) {
        double sum = start;
        for (long k = 0; k < steps; k++) {
            sum += 1 / (sum + k + 1);
        }
        return sum;
    }

    @Override
    public DesignSpace space() {
        return DesignSpace.binary(1, CELLS);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("sum", "", Goal.MAXIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations results = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            results.set(i, 0, sum(steps, designs.value(i, 0)));
        }
        return results;
    }
}
