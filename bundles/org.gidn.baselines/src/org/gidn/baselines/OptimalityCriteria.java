// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Locale;
import org.gidn.baselines.internal.DensityDesign;
import org.gidn.baselines.internal.DensityMap.Filter;
import org.gidn.baselines.internal.OptimalityStep;
import org.gidn.baselines.internal.Requirements;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Topology optimisation of continuous densities by the optimality criteria method (Bendsøe 1995, in the form of Andreassen et
 * al. 2011, "Efficient topology optimization in MATLAB using 88 lines of code"): each density is multiplied by the root of what
 * it is worth over what it takes of the one linear constraint, the volume, {@code x ← x · √(−∂f/∂x / (λ a))}, by no more than
 * a move, with λ such that the constraint holds. Every design of the path is stored, with its step as the iteration. For
 * objectives for which more of each density is better, such as the compliance; for others {@link MovingAsymptotesMethod} is made.
 *
 * @since 1.0
 */
public final class OptimalityCriteria implements Optimiser {
    private static final String NAME = "The optimality criteria method";

    private final DensityDesign design;

    /**
     * @param move most change of a variable in a step, as a share of its range, above 0
     * @param tolerance the method has converged where no variable changes by more, as a share of its range
     * @param steps most steps
     * @param filterRadius radius of the sensitivity filter (Sigmund 1997) in cells; 1 or less for none
     */
    public OptimalityCriteria(double move, double tolerance, int steps, double filterRadius) {
        this(move, tolerance, steps, false, filterRadius, 0, 1);
    }

    /**
     * @param move most change of a variable in a step, as a share of its range, above 0
     * @param tolerance the method has converged where no variable changes by more, as a share of its range
     * @param steps most steps
     * @param densityFilter whether densities are filtered (Bruns and Tortorelli 2001) instead of their sensitivities
     * @param filterRadius in cells; 1 or less for none
     * @param sharpness β of the smooth step by which densities are driven to 0 and 1, at the end; 0 for none
     * @param sharpenEvery β begins with 1 and is doubled after so many steps, or when the method has converged
     */
    public OptimalityCriteria(
            double move,
            double tolerance,
            int steps,
            boolean densityFilter,
            double filterRadius,
            double sharpness,
            int sharpenEvery) {
        this.design = new DensityDesign(
                NAME,
                (space, volume) -> new OptimalityStep(space, volume, move),
                1,
                tolerance,
                steps,
                densityFilter ? Filter.DENSITY : Filter.SENSITIVITY,
                filterRadius,
                sharpness,
                sharpenEvery);
    }

    @Override
    public void check(Problem problem) {
        Requirements.continuous(problem, NAME);
        design.check(problem);
    }

    @Override
    public void optimise(RunContext run) {
        design.optimise(run);
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new OptimalityCriteria(
                    settings.real("move"),
                    settings.real("tolerance"),
                    settings.integer("steps"),
                    settings.text("filter").equals(Filter.DENSITY.name().toLowerCase(Locale.ROOT)),
                    settings.real("filterRadius"),
                    settings.real("sharpness"),
                    settings.integer("sharpenEvery"));
        }
    }
}
