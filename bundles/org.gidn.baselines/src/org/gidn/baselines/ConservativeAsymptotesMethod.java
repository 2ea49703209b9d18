// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.baselines.internal.ConservativeAsymptotes;
import org.gidn.baselines.internal.ConservativeAsymptotes.Point;
import org.gidn.baselines.internal.Requirements;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * The globally convergent method of moving asymptotes, GCMMA (Svanberg 2002, 2007), for an objective with gradients in a continuous space and
 * any number of weighted sums that stay within bounds. It begins in the middle of the variables' bounds and ends in a local optimum, as no
 * step makes the objective worse once all sums are within their bounds. Points where they are so are stored, with the step that looks
 * at them as the iteration; the last of a step is the one to which it leads.
 *
 * @since 1.0
 */
public final class ConservativeAsymptotesMethod implements Optimiser {
    private static final String NAME = "The globally convergent method of moving asymptotes";

    private final int steps;
    private final double tolerance;

    /**
     * @param steps most steps, at least 1
     * @param tolerance the path has converged where no variable changes by more, as a share of its range
     */
    public ConservativeAsymptotesMethod(int steps, double tolerance) {
        this.steps = steps;
        this.tolerance = tolerance;
    }

    @Override
    public void check(Problem problem) {
        DesignSpace space = problem.space();
        Requirements.continuous(problem, NAME);
        Requirements.limitsOnly(problem, NAME, "org.gidn.baselines.cmaes or org.gidn.baselines.annealing");
        Requirements.capability(problem, Capability.GRADIENT, NAME, "org.gidn.baselines.cmaes");
        if (space.bound()) {
            throw new InvalidInputException(NAME + " takes no fixed or tied variables; use org.gidn.baselines.cmaes or"
                    + " org.gidn.baselines.mma.");
        }
        for (Linear linear : space.linears()) {
            if (linear.least() == linear.most()) {
                throw new InvalidInputException(NAME + " needs room between the bounds of " + linear.name()
                        + ", but both are " + linear.least() + "; set them apart, or use org.gidn.baselines.mma.");
            }
        }
    }

    @Override
    public void optimise(RunContext run) {
        DesignSpace space = run.problem().space();
        int variables = space.variables();
        double[] lower = new double[variables];
        double[] upper = new double[variables];
        double[] middle = new double[variables];
        for (int j = 0; j < variables; j++) {
            lower[j] = space.lower(j);
            upper[j] = space.upper(j);
            middle[j] = (lower[j] + upper[j]) / 2;
        }
        Functions functions = new Functions(run);
        ConservativeAsymptotes method = new ConservativeAsymptotes(lower, upper);
        try (Phase phase = run.phase("moving asymptotes", steps, "steps")) {
            Point at = new Point(middle, functions.values(middle, 0));
            for (int step = 1; step <= steps; step++) {
                int number = step;
                Point next = method.step(at, functions.slopes(), x -> functions.values(x, number));
                double moved = 0;
                for (int j = 0; j < variables; j++) {
                    moved = Math.max(moved, Math.abs(next.x()[j] - at.x()[j]) / (upper[j] - lower[j]));
                }
                at = next;
                phase.advance(1);
                if (moved <= tolerance) {
                    run.done("it converged after " + Count.of(step, "step"));
                    return;
                }
            }
        }
        run.done("it was asked for " + Count.of(steps, "step") + " only");
    }

    /** The objective and the sums beyond their bounds, all in units of what they can change by. */
    private static final class Functions {
        private final RunContext run;
        private double[] gradient;
        private final List<double[]> coefficients = new ArrayList<>();
        private final List<Double> bounds = new ArrayList<>();
        private final int sign;
        /** NaN as long as no value is known. */
        private double unit = Double.NaN;

        Functions(RunContext run) {
            this.run = run;
            DesignSpace space = run.problem().space();
            sign = -run.problem().objective().goal().sign();
            for (Linear linear : space.linears()) {
                add(space, linear, 1, linear.most());
                add(space, linear, -1, -linear.least());
            }
        }

        private void add(DesignSpace space, Linear linear, int side, double bound) {
            if (Double.isInfinite(bound)) {
                return;
            }
            double[] slope = new double[space.variables()];
            double most = 0;
            for (int i = 0; i < linear.variables().length; i++) {
                int variable = linear.variables()[i];
                slope[variable] = side * linear.coefficients()[i];
                most += Math.abs(slope[variable]) * (space.upper(variable) - space.lower(variable));
            }
            double all = most;
            coefficients.add(Arrays.stream(slope).map(value -> value / all).toArray());
            bounds.add(bound / all);
        }

        /** The values at a point that a step looks at; its gradient is kept. */
        double[] values(double[] x, int step) {
            double value = objective(x, step);
            if (Double.isNaN(unit)) {
                DesignSpace space = run.problem().space();
                double change = Math.abs(value);
                for (int j = 0; j < x.length; j++) {
                    change = Math.max(change, Math.abs(gradient[j]) * (space.upper(j) - space.lower(j)));
                }
                unit = Math.max(change, Double.MIN_NORMAL);
            }
            double[] values = new double[coefficients.size() + 1];
            values[0] = sign * value / unit;
            for (int i = 1; i < values.length; i++) {
                values[i] = -bounds.get(i - 1);
                for (int j = 0; j < x.length; j++) {
                    values[i] += coefficients.get(i - 1)[j] * x[j];
                }
            }
            return values;
        }

        /** One evaluation, which is stored where the point is a design of the problem. */
        private double objective(double[] x, int step) {
            DesignBatch design = DesignBatch.ofValues(x.length, x.clone());
            if (!run.problem().space().contains(design, 0)) {
                gradient = new double[x.length];
                return run.gradient(x, gradient);
            }
            Evaluations found = run.evaluateWithGradients(Candidates.of(design, GradientDescent.PATH, step));
            if (found.failure(0) != null) {
                throw new InvalidInputException(NAME + " cannot go on after step " + step
                        + ", for the point that it looks at has no value: " + found.failure(0));
            }
            gradient = found.gradient(0);
            return found.value(0, 0);
        }

        /** The derivatives at the point whose values were asked for last. */
        double[][] slopes() {
            double[][] slopes = new double[coefficients.size() + 1][];
            slopes[0] =
                    Arrays.stream(gradient).map(value -> sign * value / unit).toArray();
            for (int i = 1; i < slopes.length; i++) {
                slopes[i] = coefficients.get(i - 1);
            }
            return slopes;
        }
    }

    /** Makes the optimiser from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new ConservativeAsymptotesMethod(settings.integer("steps"), settings.real("tolerance"));
        }
    }
}
