// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.benchmarks;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * Contamination control in a food supply chain (Hu et al. 2010; as a benchmark of binary optimisation Baptista and Poloczek 2018, Oh
 * et al. 2019): at each stage one may pay for prevention, 1, or not, 0. Of what is contaminated before a stage, {@code z}, the share
 * after it is {@code λ (1 − z) + z} without prevention and {@code (1 − γ) z} with it, where contamination rates λ are drawn from
 * Beta(1, 17/3), prevention rates γ from Beta(1, 3/7) and what is contaminated at the beginning from Beta(1, 30).
 *
 * <p>To be least is the cost {@code Σ (1 + penalty) x_i + Σ (P_i − 0.05)}, where {@code P_i} is the share of drawn scenarios in which
 * a tenth or more is contaminated after stage {@code i}; the scenarios are the same for all designs.
 */
public final class ContaminationControl implements Evaluator {
    private static final double START_SHAPE = 30;
    private static final double CONTAMINATION_SHAPE = 17 / 3.0;
    private static final double PREVENTION_SHAPE = 3 / 7.0;
    private static final double LIMIT = 0.1;
    private static final double TOLERATED = 0.05;
    private static final List<Output> OUTPUTS = List.of(new Output("cost", "", Goal.MINIMISE));

    private final DesignSpace space;
    private final double penalty;
    private final double[] start;
    /** {@code [stage][scenario]}. */
    private final double[][] contamination;

    private final double[][] prevention;

    /**
     * @param stages number of stages; 25 in the literature
     * @param scenarios how many are drawn; 100 in the literature
     * @param penalty what prevention costs beside 1; 0, 0.0001 or 0.01 in the literature
     * @param seed of the scenarios
     */
    public ContaminationControl(int stages, int scenarios, double penalty, long seed) {
        this.space = DesignSpace.binary(1, stages);
        this.penalty = penalty;
        RandomGenerator random = new RandomStreams(seed).stream("scenarios");
        this.start = beta(START_SHAPE, scenarios, random);
        this.contamination = new double[stages][];
        this.prevention = new double[stages][];
        for (int stage = 0; stage < stages; stage++) {
            contamination[stage] = beta(CONTAMINATION_SHAPE, scenarios, random);
            prevention[stage] = beta(PREVENTION_SHAPE, scenarios, random);
        }
    }

    /** Draws from Beta(1, shape), whose distribution function is {@code 1 − (1 − x)^shape}. */
    private static double[] beta(double shape, int count, RandomGenerator random) {
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = 1 - StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        return drawn;
    }

    /**
     * What is contaminated after a stage.
     *
     * @param before share that is contaminated before it
     * @param prevented whether prevention is paid for
     * @param contamination the stage's contamination rate
     * @param prevention its prevention rate
     */
    public static double after(double before, boolean prevented, double contamination, double prevention) {
        return prevented ? (1 - prevention) * before : contamination * (1 - before) + before;
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return OUTPUTS;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        if (designs.variables() != space.variables()) {
            throw new InvalidInputException("This supply chain has " + space.variables()
                    + " stages, but the designs have " + designs.variables() + " variables.");
        }
        Evaluations results = new Evaluations(designs.size(), OUTPUTS.size());
        for (int design = 0; design < designs.size(); design++) {
            cancellation.check();
            results.set(design, 0, cost(designs.toArray(design)));
        }
        return results;
    }

    private double cost(double[] design) {
        double[] contaminated = start.clone();
        double cost = 0;
        for (int stage = 0; stage < design.length; stage++) {
            boolean prevented = design[stage] != 0;
            int beyond = 0;
            for (int i = 0; i < contaminated.length; i++) {
                contaminated[i] = after(contaminated[i], prevented, contamination[stage][i], prevention[stage][i]);
                beyond += contaminated[i] >= LIMIT ? 1 : 0;
            }
            cost += (prevented ? 1 + penalty : 0) + (double) beyond / contaminated.length - TOLERATED;
        }
        return cost;
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new ContaminationControl(
                    settings.integer("stages"),
                    settings.integer("scenarios"),
                    settings.real("penalty"),
                    settings.integer("scenarioSeed"));
        }
    }
}
