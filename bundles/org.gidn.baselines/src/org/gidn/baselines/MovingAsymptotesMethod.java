// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Locale;
import org.gidn.baselines.internal.DensityDesign;
import org.gidn.baselines.internal.DensityMap.Filter;
import org.gidn.baselines.internal.MovingAsymptotes;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Topology optimisation of densities by the method of moving asymptotes, MMA (Svanberg 1987), for any objective with gradients and one
 * linear constraint, the volume: each step solves a convex approximation that is the more cautious for a variable the more it swings.
 * Densities are filtered and driven to 0 and 1 by a smooth step that gets sharper and sharper (continuation). In a continuous space
 * every design of the path is stored, with its step as the iteration; in a binary one with a fixed number of zeros, the binary designs
 * nearest to the densities wherever the path has converged.
 *
 * @since 1.0
 */
public final class MovingAsymptotesMethod implements Optimiser {
    private final DensityDesign design;

    /**
     * @param starts number of paths, at least 1; all but the first begin with random densities
     * @param move most change of a variable in a step, as a share of its range, above 0
     * @param tolerance a path has converged where no variable changes by more, as a share of its range
     * @param steps most steps of a path
     * @param densityFilter whether densities are filtered (Bruns and Tortorelli 2001) instead of their sensitivities (Sigmund 1997)
     * @param filterRadius in cells; 1 or less for none
     * @param sharpness β of the smooth step at the end; 0 for none
     * @param sharpenEvery β begins with 1 and is doubled after so many steps, or when the path has converged
     */
    public MovingAsymptotesMethod(
            int starts,
            double move,
            double tolerance,
            int steps,
            boolean densityFilter,
            double filterRadius,
            double sharpness,
            int sharpenEvery) {
        this.design = new DensityDesign(
                "The method of moving asymptotes",
                (space, volume) -> new MovingAsymptotes(space, volume, move),
                starts,
                tolerance,
                steps,
                densityFilter ? Filter.DENSITY : Filter.SENSITIVITY,
                filterRadius,
                sharpness,
                sharpenEvery);
    }

    @Override
    public void check(Problem problem) {
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
            return new MovingAsymptotesMethod(
                    settings.integer("starts"),
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
