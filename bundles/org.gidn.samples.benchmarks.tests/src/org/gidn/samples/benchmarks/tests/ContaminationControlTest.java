// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.benchmarks.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.work.Cancellation;
import org.gidn.samples.benchmarks.ContaminationControl;
import org.junit.jupiter.api.Test;

/** Costs against those computed from the distributions. */
class ContaminationControlTest {
    private static final int MANY = 400_000;
    /** Four standard errors of a share of so many scenarios. */
    private static final double ERROR = 4 * 0.5 / Math.sqrt(MANY);

    private static double cost(ContaminationControl problem, int stages, long design) {
        return problem.evaluate(DesignBatch.ofBits(stages, new long[] {design}), Cancellation.NONE)
                .value(0, 0);
    }

    @Test
    void aStageSpreadsOrPrevents() {
        assertEquals(0.6, ContaminationControl.after(0.2, false, 0.5, 0.3), 1e-15);
        assertEquals(0.14, ContaminationControl.after(0.2, true, 0.5, 0.3), 1e-15);
    }

    /** −ln(1 − λ) and −ln(1 − z) are exponential with rates 17/3 and 30, and their sum is beyond −ln 0.9. */
    @Test
    void withoutPreventionASumOfTwoExponentialsIsTooLarge() {
        double fast = 30;
        double slow = 17 / 3.0;
        double limit = -Math.log(0.9);
        double share = (fast * Math.exp(-slow * limit) - slow * Math.exp(-fast * limit)) / (fast - slow);
        assertEquals(share - 0.05, cost(new ContaminationControl(1, MANY, 0.01, 1), 1, 0), ERROR);
    }

    /** 1 − γ is at most t with probability t^(3/7). */
    @Test
    void withPreventionTheRestIsSeldomTooMuch() {
        int parts = 100_000;
        double share = 0;
        for (int i = 0; i < parts; i++) {
            double z = 0.1 + 0.9 * (i + 0.5) / parts;
            share += 30 * Math.pow(1 - z, 29) * (1 - Math.pow(0.1 / z, 3 / 7.0)) * 0.9 / parts;
        }
        assertEquals(1.01 + share - 0.05, cost(new ContaminationControl(1, MANY, 0.01, 2), 1, 1), ERROR);
    }

    @Test
    void scenariosAreTheSameForAllDesignsAndForASeed() {
        ContaminationControl problem = new ContaminationControl(10, 100, 0, 3);
        DesignBatch all = DesignBatch.ofBits(
                10, IntStream.range(0, 1 << 10).asLongStream().toArray());
        double[] costs = problem.evaluate(all, Cancellation.NONE).values(0);
        double[] again = new ContaminationControl(10, 100, 0, 3)
                .evaluate(all, Cancellation.NONE)
                .values(0);
        assertTrue(Arrays.equals(costs, again));
        double best = Arrays.stream(costs).min().orElseThrow();
        assertTrue(best < costs[0] && best < costs[1023], "it pays to prevent at some stages: " + best);
        for (double cost : costs) {
            // Shares are hundredths.
            assertEquals(Math.rint(100 * (cost + 10 * 0.05)), 100 * (cost + 10 * 0.05), 1e-9);
        }
    }

    /** A stage only matters from there on: before it nothing changes. */
    @Test
    void preventionAtTheLastStageChangesTheLastShareOnly() {
        ContaminationControl problem = new ContaminationControl(10, 100, 0, 3);
        double difference = cost(problem, 10, 1L << 9) - cost(problem, 10, 0);
        assertTrue(difference > 0 && difference <= 1, "it costs 1 and saves at most 1: " + difference);
    }

    @Test
    void itKeepsWhatEvaluatorsPromise() {
        new EvaluatorContract(() -> new ContaminationControl(12, 20, 1e-2, 1)).check();
    }
}
