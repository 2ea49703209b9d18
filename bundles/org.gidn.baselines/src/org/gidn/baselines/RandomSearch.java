// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;

/**
 * Evaluates designs drawn by a sampler: what every other method has to beat.
 *
 * @since 1.0
 */
public final class RandomSearch implements Optimiser {
    private final int samples;
    private final Sampler sampler;

    /**
     * @param samples how many designs are drawn
     * @param sampler draws them
     */
    public RandomSearch(int samples, Sampler sampler) {
        this.samples = samples;
        this.sampler = sampler;
    }

    @Override
    public void check(Problem problem) {
        // The sampler says itself what it cannot draw.
    }

    @Override
    public boolean multiObjective() {
        // What is drawn depends on no objective.
        return true;
    }

    @Override
    public boolean goesOnWithPart() {
        return true;
    }

    @Override
    public void optimise(RunContext run) {
        DesignBatch designs =
                new Feasibility(run.problem()).drawn(sampler, samples, run.random().stream("sample"), run);
        run.evaluate(Candidates.of(designs, Candidates.SAMPLE, 0));
        run.done("its sampler gave " + Count.of(designs.size(), "design") + " only");
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new RandomSearch(settings.integer("samples"), settings.extension("sampler", Sampler.class));
        }
    }
}
