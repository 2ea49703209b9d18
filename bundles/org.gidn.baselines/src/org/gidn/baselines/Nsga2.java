// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.baselines.internal.CrowdedOrder;
import org.gidn.baselines.internal.Requirements;
import org.gidn.baselines.internal.SmallBudget;
import org.gidn.baselines.internal.Variation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * The genetic algorithm NSGA-II for several objectives (Deb, Pratap, Agarwal and Meyarivan 2002): the better half of parents
 * and children becomes the next generation, by {@link CrowdedOrder}. A child that was evaluated before is moved on to a
 * neighbour that was not. Designs that break rules or measured bounds come after all that do not. For one objective it is a
 * genetic algorithm like others.
 *
 * @since 1.0
 */
public final class Nsga2 implements Optimiser {
    /** So many generations a budget should pay for at least, and so many designs a generation has even then. */
    private static final int GENERATIONS = 20;

    private static final int LEAST = 10;
    /** A child that is known is moved on so many times. */
    private static final int MOVES = 20;

    private final int population;
    private final int generations;
    private final double crossoverIndex;
    private final double mutationIndex;
    private final double mutations;

    /**
     * @param population designs in a generation, at least 2
     * @param generations how many generations are evaluated, the random one at the start included
     * @param crossoverIndex how near children are to their parents in numbers, 0 or more; the greater the nearer
     * @param mutationIndex how small the mutations of numbers are, 0 or more; the greater the smaller
     * @param mutations how many variables of a child mutate in the mean
     */
    public Nsga2(int population, int generations, double crossoverIndex, double mutationIndex, double mutations) {
        this.population = population;
        this.generations = generations;
        this.crossoverIndex = crossoverIndex;
        this.mutationIndex = mutationIndex;
        this.mutations = mutations;
    }

    @Override
    public void check(Problem problem) {
        Requirements.choice(problem, "NSGA-II");
    }

    @Override
    public boolean multiObjective() {
        return true;
    }

    @Override
    public boolean goesOnWithPart() {
        return true;
    }

    @Override
    public void optimise(RunContext run) {
        int size = SmallBudget.fitted(run, "population", population, Math.min(population, LEAST), GENERATIONS);
        int rounds = (int) Math.min(Integer.MAX_VALUE, (long) population * generations / size);
        try (Phase phase = run.phase("breeding", rounds, "generations")) {
            new Population(run).breed(size, rounds, phase);
        }
        run.done("it was asked for " + Count.of(generations, "generation") + " only");
    }

    /** The designs that live, in their order, and all that have. */
    private final class Population {
        private final RunContext run;
        private final Problem problem;
        private final List<Goal> goals;
        private final Feasibility feasibility;
        private final Variation variation;
        private final DesignIndex known = new DesignIndex();
        private DesignBatch designs;
        private double[][] values;
        private double[] violations;

        Population(RunContext run) {
            this.run = run;
            this.problem = run.problem();
            this.goals = problem.objectives().stream().map(Output::goal).toList();
            this.feasibility = new Feasibility(problem);
            this.variation = new Variation(problem, crossoverIndex, mutationIndex, mutations);
        }

        void breed(int size, int rounds, Phase phase) {
            designs = feasibility.drawn(new RandomSampler(false), size, run.random().stream("population"), run);
            values = new double[goals.size()][0];
            violations = new double[0];
            evaluate(designs, 0);
            phase.advance(1);
            keep(size);
            for (int generation = 1; generation < rounds; generation++) {
                DesignBatch children = children(size, run.random().stream("generation", generation));
                designs = DesignBatch.join(List.of(designs, children));
                evaluate(children, generation);
                phase.advance(1);
                keep(size);
            }
        }

        private void evaluate(DesignBatch more, int generation) {
            Evaluations results = run.evaluate(Candidates.of(more, "generation", generation));
            Arrays.setAll(values, objective -> joined(values[objective], results.values(objective)));
            double[] broken = new double[more.size()];
            for (int i = 0; i < broken.length; i++) {
                known.add(more, i);
                broken[i] = problem.penalty(more.toArray(i), results.measured(i));
            }
            violations = joined(violations, broken);
        }

        private static double[] joined(double[] some, double[] more) {
            double[] all = Arrays.copyOf(some, some.length + more.length);
            System.arraycopy(more, 0, all, some.length, more.length);
            return all;
        }

        /** The best live on. */
        private void keep(int size) {
            int[] best = CrowdedOrder.of(values, goals, violations);
            int[] kept = Arrays.copyOf(best, Math.min(size, best.length));
            designs = designs.select(kept);
            Arrays.setAll(values, objective -> selected(values[objective], kept));
            violations = selected(violations, kept);
        }

        private static double[] selected(double[] all, int[] kept) {
            return Arrays.stream(kept).mapToDouble(i -> all[i]).toArray();
        }

        private DesignBatch children(int size, RandomGenerator random) {
            DesignBuilder children = new DesignBuilder(problem.space(), size);
            DesignIndex made = new DesignIndex();
            int count = 0;
            while (count < size) {
                double[][] pair = variation.children(parent(random), parent(random), random);
                for (int k = 0; k < pair.length && count < size; k++) {
                    moveOn(pair[k], made, random);
                    children.add(pair[k]);
                    count++;
                }
            }
            return children.batch();
        }

        /** The better of two designs drawn at random. */
        private double[] parent(RandomGenerator random) {
            int size = designs.size();
            return designs.toArray(Math.min(random.nextInt(size), random.nextInt(size)));
        }

        /** Moves a child that is known to a neighbour that is not, if there is one near. */
        private void moveOn(double[] child, DesignIndex made, RandomGenerator random) {
            for (int moves = 0; moves < MOVES && known(child, made); moves++) {
                variation.move(child, random);
            }
            made.add(batch(child), 0);
        }

        private boolean known(double[] child, DesignIndex made) {
            DesignBatch one = batch(child);
            return known.find(one, 0) >= 0 || made.find(one, 0) >= 0;
        }

        private DesignBatch batch(double[] design) {
            DesignBuilder one = new DesignBuilder(problem.space(), 1);
            one.add(design);
            return one.batch();
        }
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new Nsga2(
                    settings.integer("population"),
                    settings.integer("generations"),
                    settings.real("crossoverIndex"),
                    settings.real("mutationIndex"),
                    settings.real("mutations"));
        }
    }
}
