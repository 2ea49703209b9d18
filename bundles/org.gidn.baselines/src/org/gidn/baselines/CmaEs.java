// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.random.RandomGenerator;
import org.gidn.baselines.internal.SmallBudget;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.Well19937c;

/**
 * The evolution strategy with covariance matrix adaptation (Hansen 2006), as Hipparchus implements it. Binary designs are
 * searched as keys between 0 and 1, which are made binary by rank, or by the threshold ½ where any number of zeros is
 * allowed. Designs are evaluated one at a time.
 *
 * @since 1.0
 */
public final class CmaEs implements Optimiser {
    /** Stands for a design that failed: worse than any other, and finite, since the library takes differences. */
    private static final double FAILED = -1e100;

    /** The library recombines the better half of a population: two designs at least. */
    private static final int LEAST = 4;

    /** So many generations a budget should pay for at least. */
    private static final int GENERATIONS = 40;

    private final int starts;
    private final int generations;
    private final int population;
    private final double sigma;

    /**
     * @param starts searches from random points, one after the other
     * @param generations most generations of a search
     * @param population designs a generation, at least 4; 0 means 4 + 3 ln(number of variables)
     * @param sigma initial step, as a share of each variable's range
     * @throws InvalidInputException if the population is too small to recombine
     */
    public CmaEs(int starts, int generations, int population, double sigma) {
        if (population > 0 && population < LEAST) {
            throw new InvalidInputException(
                    "Setting 'population' must be 0 or at least " + LEAST + ", but is " + population + ".");
        }
        this.starts = starts;
        this.generations = generations;
        this.population = population;
        this.sigma = sigma;
    }

    @Override
    public void check(Problem problem) {
        // Takes designs of any kind: it moves their inputs, and rules and measured bounds make designs count as worse.
    }

    @Override
    public boolean goesOnWithPart() {
        return true;
    }

    @Override
    public void optimise(RunContext run) {
        int variables = new Relaxation(run.problem().space()).inputs();
        int wanted = population > 0 ? population : 4 + (int) (3 * StrictMath.log(variables));
        int size = SmallBudget.fitted(run, "population", wanted, LEAST, GENERATIONS);
        int searches = (int) ((long) starts * wanted / size);
        try (Phase phase = run.phase("CMA-ES", (long) searches * generations * size, "designs")) {
            for (int start = 0; start < searches; start++) {
                double best = search(run, start, size, phase);
                run.metric("best of start", 0, start, best);
            }
        }
        run.done("it was asked for " + Count.of(starts, "start") + " of at most " + Count.of(generations, "generation")
                + " only");
    }

    private double search(RunContext run, int start, int size, Phase phase) {
        DesignSpace space = run.problem().space();
        Relaxation relaxation = new Relaxation(space);
        Decoder decoder = relaxation.decoder();
        double[] lower = new double[relaxation.inputs()];
        double[] upper = new double[lower.length];
        double[] guess = new double[lower.length];
        double[] steps = new double[lower.length];
        RandomGenerator random = run.random().stream("start", start);
        for (int j = 0; j < lower.length; j++) {
            lower[j] = relaxation.identity() ? space.lower(j) : relaxation.lower()[j];
            upper[j] = relaxation.identity() ? space.upper(j) : relaxation.upper()[j];
            guess[j] = lower[j] + random.nextDouble() * (upper[j] - lower[j]);
            steps[j] = sigma * (upper[j] - lower[j]);
        }
        CMAESOptimizer optimiser =
                new CMAESOptimizer(generations, 0, true, 0, 0, new Well19937c(random.nextLong()), false, null);
        double best = optimiser
                .optimize(
                        new ObjectiveFunction(point -> {
                            phase.advance(1);
                            return value(run, decoded(run.problem(), decoder, point), start);
                        }),
                        GoalType.MAXIMIZE,
                        new InitialGuess(guess),
                        new SimpleBounds(lower, upper),
                        new CMAESOptimizer.Sigma(steps),
                        new CMAESOptimizer.PopulationSize(size),
                        MaxEval.unlimited())
                .getValue();
        return best > FAILED ? run.problem().objective().goal().sign() * best : Double.NaN;
    }

    /** The design of the space nearest to a point. */
    private static DesignBatch decoded(Problem problem, Decoder decoder, double[] point) {
        DesignSpace space = problem.space();
        DesignBatch inputs = DesignBatch.ofValues(point.length, point.clone());
        if (space.freeBinary()) {
            return Binarisation.of(inputs, space);
        }
        if (space.freeContinuous()) {
            return inputs;
        }
        float[] rounded = new float[point.length];
        inputs.copy(0, rounded, 0);
        double[] design = new double[space.variables()];
        decoder.decode(rounded, 0, design);
        DesignBuilder designs = new DesignBuilder(space, 1);
        designs.add(design);
        return designs.batch();
    }

    /** The value of a design, turned so that greater is better. */
    private static double value(RunContext run, DesignBatch design, int start) {
        Problem problem = run.problem();
        double value = run.evaluate(Candidates.of(design, "cmaes", start)).value(0, 0);
        return Double.isNaN(value) ? FAILED : problem.objective().goal().sign() * value;
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new CmaEs(
                    settings.integer("starts"),
                    settings.integer("generations"),
                    settings.integer("population"),
                    settings.real("sigma"));
        }
    }
}
