// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.baselines.internal.BestSelections;
import org.gidn.baselines.internal.LogisticRegression;
import org.gidn.baselines.internal.Requirements;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.text.Count;

/**
 * Logistic regression on good and bad designs, as in Gu, Chen and Buehler, Extreme Mechanics Letters 18 (2018) 19: random
 * designs are labelled good or bad by their value (those without one are left out), a linear score is fitted to the labels, and the designs of the highest
 * score are evaluated. Since the score is linear, those are found exactly, without a search.
 *
 * @since 1.0
 */
public final class LogisticRegressionSearch implements Optimiser {
    private final int samples;
    private final double good;
    private final double penalty;
    private final int designs;
    private final Sampler sampler;

    /**
     * @param samples random designs to learn from, at least 2
     * @param good share of those with a value that is labelled good, between 0 and 1
     * @param penalty L2 penalty of the weights, above 0
     * @param designs how many designs of the highest score are evaluated
     * @param sampler draws the random designs
     */
    public LogisticRegressionSearch(int samples, double good, double penalty, int designs, Sampler sampler) {
        this.samples = samples;
        this.good = good;
        this.penalty = penalty;
        this.designs = designs;
        this.sampler = sampler;
    }

    @Override
    public void check(Problem problem) {
        Requirements.fixedZerosOnly(problem, "Logistic regression");
        problem.space().requireSamples(samples);
    }

    @Override
    public void optimise(RunContext run) {
        Problem problem = run.problem();
        DesignBatch sample =
                run.samples(sampler.sample(problem.space(), samples, run.random().stream("sample"), run), designs);
        double[] values =
                run.evaluate(Candidates.of(sample, Candidates.SAMPLE, 0)).values(0);
        int[] known = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        if (known.length < 2) {
            throw new InvalidInputException("Logistic regression learns from at least 2 samples that have a value, but "
                    + known.length + " of " + values.length + " have one; ask for more samples.");
        }
        DesignBatch learned = sample.select(known);
        boolean[] labels =
                labels(Arrays.stream(known).mapToDouble(i -> values[i]).toArray(), problem);
        double[] coefficients = LogisticRegression.fit(learned, labels, penalty, run);
        double[] weights = Arrays.copyOf(coefficients, sample.variables());
        for (int j = 0; j < weights.length; j++) {
            run.metric("weight", 0, j, weights[j]);
        }
        DesignBatch best = BestSelections.of(weights, problem.space().zeros().getAsInt(), designs);
        run.evaluate(Candidates.of(best, Candidates.INVERSE, 0));
        run.done("it was asked for " + Count.of(samples, "sample") + " and " + Count.of(designs, "design") + " only");
    }

    /** Which of some values are among the good share; at least one of either label, or there is nothing to tell apart. */
    private boolean[] labels(double[] values, Problem problem) {
        int[] ranking = Statistics.ranking(values, problem.objective().goal() == Goal.MAXIMISE);
        long goods = Math.max(1, Math.min(values.length - 1, Math.round(good * values.length)));
        boolean[] labels = new boolean[values.length];
        for (int rank = 0; rank < goods; rank++) {
            labels[ranking[rank]] = true;
        }
        return labels;
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new LogisticRegressionSearch(
                    settings.integer("samples"),
                    settings.real("good"),
                    settings.real("penalty"),
                    settings.integer("designs"),
                    settings.extension("sampler", Sampler.class));
        }
    }
}
