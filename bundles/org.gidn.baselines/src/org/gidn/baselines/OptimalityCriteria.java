// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Arrays;
import org.gidn.baselines.internal.OptimalityStep;
import org.gidn.baselines.internal.Requirements;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.ConeFilter;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Phase;

/**
 * Topology optimisation of continuous densities by the optimality criteria method (Bendsøe 1995, in the form of Andreassen et
 * al. 2011, "Efficient topology optimization in MATLAB using 88 lines of code"): each density is multiplied by the root of what
 * it is worth over what it takes of the one linear constraint, the volume, {@code x ← x · √(−∂f/∂x / (λ a))}, by no more than
 * a move, with λ such that the constraint holds. Every design of the path is stored, with its step as the iteration.
 *
 * @since 1.0
 */
public final class OptimalityCriteria implements Optimiser {
    /** What Sigmund's filter divides by at least, so that voids get a slope. */
    private static final double LEAST_DENSITY = 1e-3;

    private static final String PATH = "topology";
    private static final String NAME = "The optimality criteria method";

    private final double move;
    private final double tolerance;
    private final int steps;
    private final double filterRadius;

    /**
     * @param move most change of a variable in a step, as a share of its range, above 0
     * @param tolerance the method has converged where no variable changes by more, as a share of its range
     * @param steps most steps
     * @param filterRadius radius of the sensitivity filter (Sigmund 1997) in cells; 1 or less for none
     */
    public OptimalityCriteria(double move, double tolerance, int steps, double filterRadius) {
        this.move = move;
        this.tolerance = tolerance;
        this.steps = steps;
        this.filterRadius = filterRadius;
    }

    @Override
    public void check(Problem problem) {
        DesignSpace space = problem.space();
        Requirements.continuous(problem, NAME);
        Requirements.limitsOnly(problem, NAME, "org.gidn.baselines.cmaes");
        Requirements.capability(problem, Capability.GRADIENT, NAME, "org.gidn.baselines.cmaes");
        if (space.linears().size() != 1 || !volume(space, space.linears().get(0))) {
            throw new InvalidInputException(
                    NAME + " needs one linear constraint on all variables, such as a volume, with an"
                            + " upper bound and coefficients above 0, but the problem has "
                            + (space.linears().isEmpty() ? "none" : space.linears())
                            + "; give it one, or use org.gidn.baselines.cmaes, which does without.");
        }
        for (int j = 0; j < space.variables(); j++) {
            if (space.lower(j) < 0) {
                throw new InvalidInputException(NAME + " multiplies densities, which are 0 or more, but "
                        + space.variableName(j) + " may be " + space.lower(j)
                        + "; use org.gidn.baselines.cmaes, which takes any bounds.");
            }
        }
        if (filterRadius > 1 && (space.blocks().size() > 1 || space.picture().isEmpty())) {
            throw new InvalidInputException("A sensitivity filter needs designs of one picture, but these are " + space
                    + "; set filterRadius to 0.");
        }
    }

    private static boolean volume(DesignSpace space, Linear linear) {
        return Double.isFinite(linear.most())
                && linear.variables().length == space.variables()
                && Arrays.stream(linear.coefficients()).allMatch(coefficient -> coefficient > 0);
    }

    @Override
    public void optimise(RunContext run) {
        DesignSpace space = run.problem().space();
        OptimalityStep criteria = new OptimalityStep(space);
        double[] x = criteria.start();
        double change = Double.POSITIVE_INFINITY;
        try (Phase phase = run.phase("topology optimisation", steps, "steps")) {
            for (int step = 0; ; step++) {
                Evaluations found =
                        run.evaluateWithGradients(Candidates.of(DesignBatch.ofValues(x.length, x.clone()), PATH, step));
                if (step == steps) {
                    return;
                }
                if (change <= tolerance) {
                    run.event(NAME + " converged after " + step + " steps.");
                    return;
                }
                if (found.failure(0) != null) {
                    run.event(NAME + " ended after " + step + " steps: " + found.failure(0));
                    return;
                }
                double[] worth = worth(
                        space, x, found.gradient(0), run.problem().objective().goal());
                change = criteria.step(x, worth, move);
                if (criteria.violation(x) > 0) {
                    run.event(NAME + " ended after " + step + " steps, since its next one would miss "
                            + space.linears().get(0) + ": less of some variables is better.");
                    return;
                }
                run.metric("change", 0, step, change);
                phase.advance(1);
            }
        }
    }

    /** What more of each variable is worth, filtered. */
    private double[] worth(DesignSpace space, double[] x, double[] gradient, Goal goal) {
        double[] worth = new double[x.length];
        if (filterRadius <= 1) {
            Arrays.setAll(worth, j -> goal.sign() * gradient[j]);
            return worth;
        }
        Block picture = space.blocks().get(0);
        Arrays.setAll(worth, j -> goal.sign() * gradient[j] * x[j]);
        double[] means = new ConeFilter(picture.rows(), picture.columns(), filterRadius).mean(worth);
        Arrays.setAll(means, j -> means[j] / Math.max(LEAST_DENSITY, x[j]));
        return means;
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new OptimalityCriteria(
                    settings.real("move"),
                    settings.real("tolerance"),
                    settings.integer("steps"),
                    settings.real("filterRadius"));
        }
    }
}
