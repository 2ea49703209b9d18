// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.problem.ProblemRequirements;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;

/**
 * Generative inverse design networks: draw designs and evaluate them, train a predictor, run the designer from many starts,
 * evaluate what it found; in active learning add that to the training set and begin again (Chen and Gu 2020).
 *
 * @since 1.0
 */
public final class Gidn implements Optimiser {
    private final GidnSettings settings;

    public Gidn(GidnSettings settings) {
        this.settings = settings;
    }

    @Override
    public void check(Problem problem) {
        new ProblemRequirements(problem, "GIDN").samples(settings.samples());
        int steps = settings.descent().steps();
        if (settings.moments() > steps) {
            throw new InvalidInputException(
                    "Setting 'moments' is " + settings.moments() + ", but the designer takes only " + steps
                            + " steps; set moments to at most that, or take more steps.");
        }
        if (settings.polished() > 0) {
            checkSwaps(problem);
        }
    }

    private void checkSwaps(Problem problem) {
        String asked = "Setting 'polished' is " + settings.polished() + ", which needs ";
        if (problem.demands().isEmpty() && !problem.capabilities().contains(Capability.SWAPS)) {
            throw new InvalidInputException(asked + Capability.SWAPS + ", which the evaluator of '"
                    + problem.objective().name() + "' does not offer; set it to 0, or use an evaluator with them, such"
                    + " as org.gidn.fem.crackToughness.");
        }
        if (problem.space().zeros().isEmpty()) {
            throw new InvalidInputException(
                    asked + "a fixed number of zeros, but the problem allows any; set it to 0, or"
                            + " give the problem a volumeFraction.");
        }
    }

    @Override
    public void optimise(RunContext run) {
        Stall stall =
                new Stall(settings.stallIterations(), run.problem().objective().goal());
        TrainingPool pool = null;
        Finds found = null;
        for (int number = 0; number < settings.iterations(); number++) {
            GidnIteration iteration = new GidnIteration(settings, run, number);
            boolean fresh = pool == null;
            if (fresh) {
                pool = iteration.begin();
            } else {
                iteration.extend(pool, found);
            }
            found = iteration.find(pool, fresh);
            if (stall.reachedWith(found)) {
                pool = null;
            }
        }
        run.done("it was asked for " + Count.of(settings.iterations(), "iteration") + " only");
    }

    /** Makes the optimiser from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new Gidn(GidnSettings.of(settings));
        }
    }
}
