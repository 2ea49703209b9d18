// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.gidn.baselines.internal.Breeding;
import org.gidn.baselines.internal.FeasibleNeighbours;
import org.gidn.baselines.internal.MixedBreeding;
import org.gidn.baselines.internal.Requirements;
import org.gidn.baselines.internal.SmallBudget;
import org.gidn.baselines.internal.Values;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * The genetic algorithm of the paper's supporting information: the best designs of a population become parents, pairs of them
 * swap their tails at the centre of the design, and the genes of their children switch with a small probability. The parents
 * stay in the population, so that its best design never gets worse. The population is smaller where the budget would end with
 * its first generations; if it finds nothing new, what it leaves is for another one.
 *
 * @since 1.0
 */
public final class GeneticAlgorithm implements Optimiser {
    /** So many generations a budget should pay for at least, and so many designs a generation has even then. */
    private static final int GENERATIONS = 10;

    private static final int LEAST = 10;

    private final int population;
    private final int parents;
    private final int generations;
    private final double mutation;
    private final Breeding.Repair repair;

    /**
     * @param population designs in a generation
     * @param parents the best designs of a generation, which have children; from 2 to {@code population}
     * @param generations how many generations are evaluated, the random one at the start included
     * @param mutation probability that a gene switches, 0 … 1
     * @param repair how children get the right number of zeros where the problem fixes it
     * @throws InvalidInputException if there are more parents than designs
     */
    public GeneticAlgorithm(int population, int parents, int generations, double mutation, Breeding.Repair repair) {
        if (parents > population) {
            throw new InvalidInputException(
                    "Setting 'parents' must be at most the population of " + population + ", but is " + parents + ".");
        }
        this.population = population;
        this.parents = parents;
        this.generations = generations;
        this.mutation = mutation;
        this.repair = repair;
    }

    /** Makes a generation of so many designs: the parents, followed by their children. */
    @FunctionalInterface
    private interface Offspring {
        DesignBatch next(DesignBatch parents, int size, RandomGenerator random);
    }

    @Override
    public void check(Problem problem) {
        Requirements.choice(problem, "The genetic algorithm");
    }

    @Override
    public boolean goesOnWithPart() {
        return true;
    }

    @Override
    public void optimise(RunContext run) {
        int size = SmallBudget.fitted(run, "population", population, LEAST, GENERATIONS);
        long asked = (long) population * generations;
        for (int time = 0; asked > 0; time++) {
            breed(run, time, size);
            asked -= (long) size * generations;
        }
        run.done("it was asked for " + Count.of(generations, "generation") + " only");
    }

    /** Breeds from a random population, which may be another one that goes on for what earlier ones have left. */
    private void breed(RunContext run, int time, int size) {
        DesignSpace space = run.problem().space();
        Goal goal = run.problem().objective().goal();
        RandomStreams streams = time == 0 ? run.random() : run.random().child("population", time);
        int breeders = Math.max(2, (int) ((long) parents * size / population));
        Offspring offspring = FeasibleNeighbours.plain(run.problem())
                ? new Breeding(space, mutation, repair)::next
                : new MixedBreeding(run.problem(), mutation)::next;
        DesignBatch designs =
                new Feasibility(run.problem()).drawn(new RandomSampler(false), size, streams.stream("population"), run);
        try (Phase phase = run.phase("breeding", generations, "generations")) {
            for (int generation = 0; generation < generations; generation++) {
                double[] fitness = run.evaluate(Candidates.of(designs, "generation", time * generations + generation))
                        .values(0);
                run.metric("best", time, generation, Values.best(fitness, goal));
                run.metric("mean", time, generation, Values.mean(fitness));
                phase.advance(1);
                DesignBatch chosen =
                        designs.select(Arrays.copyOf(Statistics.ranking(fitness, goal == Goal.MAXIMISE), breeders));
                designs = offspring.next(chosen, size, streams.stream("generation", generation));
            }
        }
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new GeneticAlgorithm(
                    settings.integer("population"),
                    settings.integer("parents"),
                    settings.integer("generations"),
                    settings.real("mutation"),
                    Breeding.Repair.valueOf(settings.text("repair").toUpperCase(Locale.ROOT)));
        }
    }
}
