// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.baselines.internal.FeasibleNeighbours;
import org.gidn.baselines.internal.Requirements;
import org.gidn.baselines.internal.SmallBudget;
import org.gidn.baselines.internal.Values;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): a random small change of a design is accepted if it is better,
 * and otherwise with probability exp(−loss / temperature), while the temperature falls geometrically. The loss is taken
 * relative to the present value, since toughness spans orders of magnitude. Several chains run side by side, so that all
 * cores have work; fewer where the budget does not pay for all their steps, the others after them. Where it does not pay for
 * one chain's, the temperature falls as much in fewer steps. Designs that come again cost nothing; what they leave of the
 * budget is for more chains.
 *
 * @since 1.0
 */
public final class SimulatedAnnealing implements Optimiser {
    private static final int METRIC_POINTS = 1000;

    private final int chains;
    private final int steps;
    private final double initialTemperature;
    private final double finalTemperature;
    private final Sampler sampler;

    /**
     * @param chains independent chains
     * @param steps steps of each chain
     * @param initialTemperature temperature of the first step, as a share of the present value
     * @param finalTemperature temperature of the last step, likewise
     * @param sampler draws the first design of each chain
     * @throws InvalidInputException if the temperature would rise
     */
    public SimulatedAnnealing(
            int chains, int steps, double initialTemperature, double finalTemperature, Sampler sampler) {
        if (finalTemperature > initialTemperature) {
            throw new InvalidInputException("Setting 'finalTemperature' must be at most the initialTemperature of "
                    + initialTemperature + ", but is " + finalTemperature + ".");
        }
        this.chains = chains;
        this.steps = steps;
        this.initialTemperature = initialTemperature;
        this.finalTemperature = finalTemperature;
        this.sampler = sampler;
    }

    @Override
    public void check(Problem problem) {
        Requirements.choice(problem, "Simulated annealing");
    }

    @Override
    public void optimise(RunContext run) {
        int sideBySide = SmallBudget.fitted(run, "chains", chains, 1, steps + 1L);
        long asked = (long) chains * steps;
        for (int group = 0; asked > 0; group++) {
            long paid = run.budgetLeft().orElse(Long.MAX_VALUE) / sideBySide;
            int possible = (int) Math.max(1, Math.min(steps, paid));
            anneal(run, group, sideBySide, possible);
            asked -= (long) sideBySide * possible;
        }
        run.done("it was asked for " + Count.of(steps, "step") + " of " + Count.of(chains, "chain") + " only");
    }

    /** Some chains from their hot beginning to their cold end. */
    private void anneal(RunContext run, int group, int count, int length) {
        Goal goal = run.problem().objective().goal();
        RandomStreams streams = group == 0 ? run.random() : run.random().child("group", group);
        FeasibleNeighbours neighbours = new FeasibleNeighbours(run.problem());
        DesignBatch designs = first(run, count, streams.stream("chains"));
        double[] values = run.evaluate(Candidates.of(designs, "annealing", 0)).values(0);
        long interval = Math.max(1, length / METRIC_POINTS);
        try (Phase phase = run.phase("annealing", length, "steps")) {
            for (int step = 0; step < length; step++) {
                RandomGenerator random = streams.stream("step", step);
                DesignBatch proposed = neighbours.of(designs, random);
                double[] offered =
                        run.evaluate(Candidates.of(proposed, "annealing", 0)).values(0);
                double temperature = initialTemperature
                        * StrictMath.pow(finalTemperature / initialTemperature, step / Math.max(1.0, length - 1));
                int[] kept = new int[count];
                for (int chain = 0; chain < count; chain++) {
                    double gain = goal.sign() * (offered[chain] - values[chain]) / Math.abs(values[chain]);
                    boolean better = goal.better(offered[chain], values[chain]);
                    if (random.nextDouble() < StrictMath.exp(gain / temperature) || better) {
                        kept[chain] = count + chain;
                        values[chain] = offered[chain];
                    } else {
                        kept[chain] = chain;
                    }
                }
                designs = DesignBatch.join(List.of(designs, proposed)).select(kept);
                if (step % interval == 0 || step == length - 1) {
                    run.metric("best", group, step, Values.best(values, goal));
                    run.metric("mean", group, step, Values.mean(values));
                }
                phase.advance(1);
            }
        }
    }

    /** Where the chains begin: each is drawn by itself, for two may begin alike; those that are given come in their order. */
    private DesignBatch first(RunContext run, int count, RandomGenerator random) {
        Feasibility feasibility = new Feasibility(run.problem());
        return sampler.given()
                ? feasibility.drawn(sampler, count, random, run)
                : DesignBatch.join(IntStream.range(0, count)
                        .mapToObj(chain -> feasibility.drawn(sampler, 1, random, run))
                        .toList());
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new SimulatedAnnealing(
                    settings.integer("chains"),
                    settings.integer("steps"),
                    settings.real("initialTemperature"),
                    settings.real("finalTemperature"),
                    settings.extension("sampler", Sampler.class));
        }
    }
}
