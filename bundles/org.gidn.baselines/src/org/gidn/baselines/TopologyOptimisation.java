// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.baselines.internal.FreeCells;
import org.gidn.baselines.internal.Requirements;
import org.gidn.baselines.internal.VolumeProjection;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Checkpoint;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * The gradient-based topology optimisation of the paper's supporting information: continuous variables follow the gradient,
 * scaled to a range of 1 and shifted to a mean of 0, at a constant rate, and are made binary by rank.
 *
 * <p>The paper's step alone, with the variables clipped to their bounds, loses the volume fraction: clipping adds or takes
 * material that nothing gives back. So the step may instead be followed by the projection onto {0 ≤ x ≤ 1, Σx = V}.
 *
 * <p>Fixed cells do not move, tied ones move together, along the mean of their derivatives. Rules of the problem do not turn the
 * way; the binary designs that it leads to are mended where they break some.
 *
 * @since 1.0
 */
public final class TopologyOptimisation implements Optimiser {
    /** How the gradient is found. */
    public enum Gradient {
        /** The evaluator's exact gradient, one evaluation a step. */
        ADJOINT,
        /** Central differences as in the paper, two evaluations a variable and one more a step; one-sided at the bounds. */
        CENTRAL_DIFFERENCE
    }

    /** How a step keeps to the constraints. */
    public enum Constraint {
        /** Projection onto {0 ≤ x ≤ 1, Σx = V}. */
        PROJECTION,
        /** Clipping to 0 … 1, the paper's step as written; the volume drifts. */
        CLIPPING
    }

    private final Gradient gradient;
    private final double difference;
    private final Constraint constraint;
    private final double learningRate;
    private final int steps;
    private final int binaryEvery;

    /**
     * @param difference h of the central difference, in units of a design variable; unused with the adjoint gradient
     * @param learningRate λ, the step along the normalised gradient
     * @param steps number of steps
     * @param binaryEvery the design is made binary and evaluated every so many steps, and after the last
     */
    public TopologyOptimisation(
            Gradient gradient,
            double difference,
            Constraint constraint,
            double learningRate,
            int steps,
            int binaryEvery) {
        this.gradient = gradient;
        this.difference = difference;
        this.constraint = constraint;
        this.learningRate = learningRate;
        this.steps = steps;
        this.binaryEvery = binaryEvery;
    }

    @Override
    public void check(Problem problem) {
        Requirements.fixedZeros(problem, "Topology optimisation");
        Requirements.noMeasuredBounds(problem, "Topology optimisation", "org.gidn.baselines.geneticAlgorithm");
        // Central differences, too, need values between 0 and 1, which only differentiable evaluators accept.
        Requirements.capability(
                problem, Capability.GRADIENT, "Topology optimisation", "org.gidn.baselines.geneticAlgorithm");
    }

    @Override
    public void optimise(RunContext run) {
        DesignSpace space = run.problem().space();
        FreeCells free = new FreeCells(space);
        double[] x = free.start();
        double[] slope = new double[x.length];
        Checkpoint checkpoint = new Checkpoint(run, "topology");
        try (Phase phase = run.phase("topology optimisation", steps, "steps")) {
            int first = checkpoint.restore().map(state -> resume(state, x)).orElse(0);
            phase.skip(first);
            for (int step = first; step < steps; step++) {
                int done = step;
                checkpoint.offer(() -> state(done, x));
                if (left(run) < price(x) + 1) {
                    throw ended(run, x, slope, step, free);
                }
                double value = gradient == Gradient.ADJOINT ? run.gradient(x, slope) : differences(run, x, slope);
                if (step % binaryEvery == 0 && left(run) > 1) {
                    report(run, x, step);
                    run.metric("continuous value", 0, step, value);
                }
                move(x, slope, run.problem().objective().goal(), free);
                phase.advance(1);
            }
        }
        report(run, x, steps);
        run.done("it was asked for " + Count.of(steps, "step") + " only");
    }

    private static long left(RunContext run) {
        return run.budgetLeft().orElse(Long.MAX_VALUE);
    }

    /** The evaluations that a gradient takes. */
    private long price(double[] x) {
        return gradient == Gradient.ADJOINT ? 1 : 2L * x.length + 1;
    }

    /**
     * Ends with the last design, for which an evaluation was kept; before it goes one more step where the budget pays for the
     * differences of some variables.
     */
    private BudgetSpentException ended(RunContext run, double[] x, double[] slope, int step, FreeCells free) {
        int some = (int) Math.min(x.length, (left(run) - 1) / 2);
        if (gradient == Gradient.CENTRAL_DIFFERENCE && some > 1) {
            someDifferences(run, x, slope, some, run.random().stream("differences", step));
            move(x, slope, run.problem().objective().goal(), free);
        }
        report(run, x, step);
        return BudgetSpentException.of(run, "a step and the design that it leads to take " + (price(x) + 1));
    }

    private static double[] state(int step, double[] x) {
        double[] state = Arrays.copyOf(x, x.length + 1);
        state[x.length] = step;
        return state;
    }

    private static int resume(double[] state, double[] x) {
        System.arraycopy(state, 0, x, 0, x.length);
        return (int) state[x.length];
    }

    /** Evaluates the design made binary, and keeps the volume fraction of the continuous one. */
    private static void report(RunContext run, double[] x, int step) {
        DesignBatch nearest = FreeCells.binary(x, run.problem().space());
        DesignBatch binary = new Feasibility(run.problem()).mended(nearest, run.random().stream("mended", step), run);
        double value = run.evaluate(Candidates.of(binary, "topology", 0)).value(0, 0);
        run.metric("binary value", 0, step, value);
        run.metric("volume fraction", 0, step, 1 - Arrays.stream(x).sum() / x.length);
    }

    /** One step along the gradient, to better values, and back to what is allowed. */
    private void move(double[] x, double[] slopes, Goal goal, FreeCells free) {
        double[] slope = free.of(slopes);
        double[] moved = free.of(x);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double mean = 0;
        for (double value : slope) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            mean += value / slope.length;
        }
        if (!(high > low)) {
            return; // a flat objective, or one that failed, gives no direction
        }
        for (int j = 0; j < moved.length; j++) {
            moved[j] += goal.sign() * learningRate * (slope[j] - mean) / (high - low);
            if (constraint == Constraint.CLIPPING) {
                moved[j] = VolumeProjection.clip(moved[j]);
            }
        }
        if (constraint == Constraint.PROJECTION) {
            VolumeProjection.project(moved, free.volume());
        }
        free.put(moved, x);
    }

    /** The value and the gradient by central differences. */
    private double differences(RunContext run, double[] x, double[] slope) {
        int[] all = IntStream.range(0, x.length).toArray();
        double[] points = Arrays.copyOf(points(x, all), (2 * x.length + 1) * x.length);
        System.arraycopy(x, 0, points, 2 * x.length * x.length, x.length);
        Evaluations values = run.probe(DesignBatch.ofValues(x.length, points));
        slopes(points, values, all, slope);
        return values.value(2 * x.length, 0);
    }

    /** The differences of some variables, drawn at random; all others have the mean of theirs, so that they stay. */
    private void someDifferences(RunContext run, double[] x, double[] slope, int count, RandomGenerator random) {
        int[] some = random.ints(0, x.length).distinct().limit(count).toArray();
        double[] points = points(x, some);
        slopes(points, run.probe(DesignBatch.ofValues(x.length, points)), some, slope);
        double mean = Arrays.stream(some).mapToDouble(j -> slope[j]).average().orElseThrow();
        IntStream.range(0, x.length)
                .filter(j -> Arrays.stream(some).noneMatch(other -> other == j))
                .forEach(j -> slope[j] = mean);
    }

    /** The points of the differences of some variables, the paper's formula; within 0 … 1 also at the bounds. */
    private double[] points(double[] x, int[] chosen) {
        int variables = x.length;
        double[] points = new double[2 * chosen.length * variables];
        for (int i = 0; i < 2 * chosen.length; i++) {
            System.arraycopy(x, 0, points, i * variables, variables);
            points[i * variables + chosen[i / 2]] =
                    VolumeProjection.clip(x[chosen[i / 2]] + (i % 2 == 0 ? difference : -difference));
        }
        return points;
    }

    private static void slopes(double[] points, Evaluations values, int[] chosen, double[] slope) {
        for (int i = 0; i < chosen.length; i++) {
            int j = chosen[i];
            double distance = points[2 * i * slope.length + j] - points[(2 * i + 1) * slope.length + j];
            slope[j] = (values.value(2 * i, 0) - values.value(2 * i + 1, 0)) / distance;
        }
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new TopologyOptimisation(
                    settings.text("gradient").equals("adjoint") ? Gradient.ADJOINT : Gradient.CENTRAL_DIFFERENCE,
                    settings.real("difference"),
                    settings.text("constraint").equals("projection") ? Constraint.PROJECTION : Constraint.CLIPPING,
                    settings.real("learningRate"),
                    settings.integer("steps"),
                    settings.integer("binaryEvery"));
        }
    }
}
