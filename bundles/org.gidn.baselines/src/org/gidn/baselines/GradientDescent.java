// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import org.gidn.baselines.internal.Requirements;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Blanks;
import org.gidn.core.text.Count;
import org.gidn.core.text.Decimal;
import org.gidn.core.work.Phase;

/**
 * Plain gradient descent on the objective itself, from one start, in a continuous space: {@code x ← x − rate · s ∇f(x)},
 * kept within the bounds, where s is +1 if small values are good. It ends in the nearest local minimum (Fig. S1). Every point
 * of the path is stored, with its step as the iteration.
 *
 * @since 1.0
 */
public final class GradientDescent implements Optimiser {
    /** The source of the points of the path. */
    public static final String PATH = "path";

    /** The evaluations of a step: the gradient and the point that it leads to. */
    private static final long STEP = 2;

    private final double[] start;
    private final double learningRate;
    private final int steps;
    private final double tolerance;

    /**
     * @param start one value a variable
     * @param learningRate step size
     * @param steps most steps
     * @param tolerance the descent ends where no variable moves farther than this
     */
    public GradientDescent(double[] start, double learningRate, int steps, double tolerance) {
        this.start = start.clone();
        this.learningRate = learningRate;
        this.steps = steps;
        this.tolerance = tolerance;
    }

    @Override
    public void check(Problem problem) {
        DesignSpace space = problem.space();
        Requirements.continuous(problem, "Gradient descent");
        if (!problem.limitsOnly() || space.bound() || !space.linears().isEmpty()) {
            throw new InvalidInputException("Gradient descent takes no constraints but the bounds of the variables; use"
                    + " org.gidn.baselines.cmaes, org.gidn.baselines.annealing or org.gidn.designer.frugal.");
        }
        Requirements.capability(problem, Capability.GRADIENT, "Gradient descent", "org.gidn.baselines.cmaes");
        if (start.length != space.variables()) {
            throw new InvalidInputException("Setting 'start' has " + Count.of(start.length, "value")
                    + ", but a design has " + Count.of(space.variables(), "variable") + ".");
        }
        for (int j = 0; j < start.length; j++) {
            if (start[j] < space.lower(j) || start[j] > space.upper(j)) {
                throw new InvalidInputException(
                        "Setting 'start' has the value " + start[j] + " for variable " + space.variableName(j)
                                + ", outside its bounds " + space.lower(j) + " … " + space.upper(j) + ".");
            }
        }
    }

    @Override
    public void optimise(RunContext run) {
        DesignSpace space = run.problem().space();
        int sign = run.problem().objective().goal().sign();
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        try (Phase phase = run.phase("gradient descent", steps, "steps")) {
            store(run, x, 0);
            for (int step = 1; step <= steps; step++) {
                if (run.budgetLeft().orElse(STEP) < STEP) {
                    throw BudgetSpentException.of(run, "a step and the point that it leads to take " + STEP);
                }
                double value = run.gradient(x, gradient);
                run.metric("objective", 0, step - 1, value);
                double moved = 0;
                for (int j = 0; j < x.length; j++) {
                    double next = x[j] + sign * learningRate * gradient[j];
                    next = Math.max(space.lower(j), Math.min(space.upper(j), next));
                    moved = Math.max(moved, Math.abs(next - x[j]));
                    x[j] = next;
                }
                phase.advance(1);
                store(run, x, step);
                if (moved <= tolerance) {
                    run.event("Gradient descent converged after " + Count.of(step, "step") + ".");
                    run.done("it converged after " + Count.of(step, "step"));
                    return;
                }
            }
        }
        run.done("it was asked for " + Count.of(steps, "step") + " only");
    }

    private static void store(RunContext run, double[] x, int step) {
        run.evaluate(Candidates.of(DesignBatch.ofValues(x.length, x.clone()), PATH, step));
    }

    /** Makes the optimiser from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new GradientDescent(
                    numbers(settings.text("start")),
                    settings.real("learningRate"),
                    settings.integer("steps"),
                    settings.real("tolerance"));
        }

        private static double[] numbers(String text) {
            String[] words = Blanks.strip(text).split("[" + Blanks.CLASS + ",]+");
            double[] numbers = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Decimal.parse(words[i]);
                if (Double.isNaN(numbers[i])) {
                    throw new InvalidInputException(
                            "Setting 'start' must be numbers with spaces between, such as '0 0', but is '" + text
                                    + "'.");
                }
            }
            return numbers;
        }
    }
}
