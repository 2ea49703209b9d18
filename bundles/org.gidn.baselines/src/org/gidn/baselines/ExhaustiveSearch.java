// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import org.gidn.baselines.internal.Requirements;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Evaluates every design of the space and keeps the best: the true optimum, where the space is small enough. The paper's 8
 * by 8 composite has 10,518,300 designs.
 *
 * @since 1.0
 */
public final class ExhaustiveSearch implements Optimiser {
    private final int top;

    /**
     * @param top how many of the best designs are kept
     */
    public ExhaustiveSearch(int top) {
        this.top = top;
    }

    @Override
    public void check(Problem problem) {
        Requirements.fixedZeros(problem, "Exhaustive search");
        Requirements.capability(problem, Capability.ENUMERATION, "Exhaustive search", "org.gidn.baselines.random");
    }

    @Override
    public void optimise(RunContext run) {
        Enumeration all = run.enumerate(run.problem().space(), top);
        run.metric("mean", 0, 0, all.mean());
        run.metric("standard deviation", 0, 0, all.standardDeviation());
        run.metric("histogram bin width", 0, 0, all.binWidth());
        for (int bin = 0; bin < all.histogram().length; bin++) {
            run.metric("histogram", 0, bin, all.histogram()[bin]);
        }
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new ExhaustiveSearch(settings.integer("top"));
        }
    }
}
