// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.gidn.baselines.internal.LogisticRegression;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {
    private final RandomGenerator random = new RandomStreams(8).stream("data");
    private final DesignBatch designs =
            new RandomSampler(false).sample(DesignSpace.binary(1, 6), 4_000, random, Cancellation.NONE);

    @Test
    void itFindsTheWeightsThatTheLabelsWereDrawnFrom() {
        double[] truth = {2, -1, 0.5, 0, -2, 1, -0.3};
        boolean[] good = new boolean[designs.size()];
        for (int i = 0; i < good.length; i++) {
            good[i] = random.nextDouble() < 1 / (1 + Math.exp(-score(i, truth)));
        }
        double[] found = LogisticRegression.fit(designs, good, 1e-6, Cancellation.NONE);
        for (int j = 0; j < truth.length; j++) {
            assertEquals(truth[j], found[j], 0.4, "about four standard errors");
        }
    }

    @Test
    void thePenalisedLikelihoodIsStationaryForLabelsThatAreSeparable() {
        double[] truth = {5, -3, 1, 0, -4, 2, 0.5};
        boolean[] good = new boolean[designs.size()];
        for (int i = 0; i < good.length; i++) {
            good[i] = score(i, truth) > 0;
        }
        double penalty = 0.01;
        double[] found = LogisticRegression.fit(designs, good, penalty, Cancellation.NONE);
        double[] gradient = new double[7];
        for (int i = 0; i < good.length; i++) {
            double residual = (good[i] ? 1 : 0) - 1 / (1 + Math.exp(-score(i, found)));
            assertEquals(good[i], score(i, found) > 0);
            for (int j = 0; j <= 6; j++) {
                gradient[j] += residual * (j == 6 ? 1 : designs.value(i, j));
            }
        }
        for (int j = 0; j <= 6; j++) {
            assertEquals(j == 6 ? 0 : penalty * found[j], gradient[j], 1e-8);
        }
    }

    @Test
    void aGreaterPenaltyGivesSmallerWeights() {
        boolean[] good = new boolean[designs.size()];
        for (int i = 0; i < good.length; i++) {
            good[i] = designs.value(i, 2) == 1;
        }
        double free = LogisticRegression.fit(designs, good, 0.1, Cancellation.NONE)[2];
        double bound = LogisticRegression.fit(designs, good, 100, Cancellation.NONE)[2];
        assertTrue(bound > 0 && bound < free);
    }

    /** Where all designs have as many zeros, the weights and the intercept do the same, and only the penalty settles them. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-10, 1e-6, 1, 1e6, 1e300})
    void anyPenaltyAboveZeroIsSolved(double penalty) {
        DesignBatch same =
                new RandomSampler(true).sample(DesignSpace.binary(2, 4).withZeros(3), 50, random, Cancellation.NONE);
        boolean[] good = new boolean[same.size()];
        for (int i = 0; i < good.length; i++) {
            good[i] = same.value(i, 5) == 1;
        }
        double[] found = LogisticRegression.fit(same, good, penalty, Cancellation.NONE);
        for (int j = 0; j < 8; j++) {
            assertTrue(Double.isFinite(found[j]) && found[j] <= found[5]);
        }
        assertTrue(penalty > 1 || found[5] > 0.5 + found[4]);
    }

    private double score(int design, double[] coefficients) {
        double score = coefficients[6];
        for (int j = 0; j < 6; j++) {
            score += coefficients[j] * designs.value(design, j);
        }
        return score;
    }
}
