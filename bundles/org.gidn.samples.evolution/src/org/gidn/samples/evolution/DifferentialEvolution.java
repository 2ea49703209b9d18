// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.evolution;

import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * Differential evolution, DE/rand/1/bin (Storn and Price 1997). A rival takes a design's place if it is no worse by any
 * objective, which with one objective is the original rule and with several that of Lampinen (2001). Binary designs are
 * searched as keys between 0 and 1 that are made binary for evaluation.
 */
public final class DifferentialEvolution implements Optimiser {
    private static final String SOURCE = "evolution";

    private final int population;
    private final int generations;
    private final double weight;
    private final double crossover;

    /**
     * @param population number of designs, at least 4
     * @param generations number of generations
     * @param weight factor of the differences, usually called F
     * @param crossover probability of taking a variable of the moved design, usually called CR
     */
    public DifferentialEvolution(int population, int generations, double weight, double crossover) {
        this.population = population;
        this.generations = generations;
        this.weight = weight;
        this.crossover = crossover;
    }

    @Override
    public void check(Problem problem) {
        DesignSpace space = problem.space();
        if (!problem.rules().isEmpty() || !space.freeBinary() && !space.freeContinuous()) {
            throw new InvalidInputException(
                    "Differential evolution takes binary designs with any or a fixed number of zeros,"
                            + " or free continuous ones, but the problem is " + space
                            + "; use org.gidn.baselines.geneticAlgorithm or org.gidn.designer.frugal.");
        }
    }

    @Override
    public boolean multiObjective() {
        return true;
    }

    @Override
    public void optimise(RunContext run) {
        Problem problem = run.problem();
        double[][] keys = new double[population][];
        RandomGenerator first = run.random().stream("population");
        for (int i = 0; i < population; i++) {
            keys[i] = random(problem.space(), first);
        }
        Evaluations values = evaluate(run, keys, 0);
        try (Phase phase = run.phase("evolving", generations, "generations")) {
            for (int generation = 1; generation <= generations; generation++) {
                double[][] rivals = rivals(keys, problem.space(), run.random().stream("generation", generation));
                Evaluations offered = evaluate(run, rivals, generation);
                for (int i = 0; i < population; i++) {
                    if (noWorse(problem, offered, values, i)) {
                        keys[i] = rivals[i];
                        for (int k = 0; k < problem.objectives().size(); k++) {
                            values.set(i, k, offered.value(i, k));
                        }
                    }
                }
                run.metric("best", 0, generation, best(problem, values));
                phase.advance(1);
            }
        }
        run.done("it was asked for " + Count.of(generations, "generation") + " only");
    }

    private static double[] random(DesignSpace space, RandomGenerator random) {
        double[] design = new double[space.variables()];
        for (int j = 0; j < design.length; j++) {
            design[j] = space.lower(j) + random.nextDouble() * (space.upper(j) - space.lower(j));
        }
        return design;
    }

    private double[][] rivals(double[][] keys, DesignSpace space, RandomGenerator random) {
        double[][] rivals = new double[population][];
        for (int i = 0; i < population; i++) {
            int[] others = others(i, random);
            double[] rival = keys[i].clone();
            int always = random.nextInt(rival.length);
            for (int j = 0; j < rival.length; j++) {
                if (j == always || random.nextDouble() < crossover) {
                    double moved = keys[others[0]][j] + weight * (keys[others[1]][j] - keys[others[2]][j]);
                    rival[j] = Math.max(space.lower(j), Math.min(space.upper(j), moved));
                }
            }
            rivals[i] = rival;
        }
        return rivals;
    }

    /** Three different designs other than the given one. */
    private int[] others(int design, RandomGenerator random) {
        int a;
        int b;
        int c;
        do {
            a = random.nextInt(population);
            b = random.nextInt(population);
            c = random.nextInt(population);
        } while (a == design || b == design || c == design || a == b || a == c || b == c);
        return new int[] {a, b, c};
    }

    private Evaluations evaluate(RunContext run, double[][] keys, int generation) {
        DesignSpace space = run.problem().space();
        double[] flat = new double[population * space.variables()];
        for (int i = 0; i < population; i++) {
            System.arraycopy(keys[i], 0, flat, i * space.variables(), space.variables());
        }
        DesignBatch designs = DesignBatch.ofValues(space.variables(), flat);
        if (space.binary()) {
            designs = Binarisation.of(designs, space);
        }
        return run.evaluate(Candidates.of(designs, SOURCE, generation));
    }

    private static boolean noWorse(Problem problem, Evaluations offered, Evaluations values, int design) {
        for (int k = 0; k < problem.objectives().size(); k++) {
            Output objective = problem.outputs().get(k);
            if (objective.goal().better(values.value(design, k), offered.value(design, k))) {
                return false;
            }
        }
        return true;
    }

    private static double best(Problem problem, Evaluations values) {
        double best = Double.NaN;
        for (double value : values.values(0)) {
            best = problem.objective().goal().better(value, best) ? value : best;
        }
        return best;
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new DifferentialEvolution(
                    settings.integer("population"),
                    settings.integer("generations"),
                    settings.real("weight"),
                    settings.real("crossover"));
        }
    }
}
