// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.baselines.CmaEs;
import org.gidn.baselines.LogisticRegressionSearch;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What methods make of designs that cannot be evaluated. */
class FailuresTest {
    private static final DesignSpace SPACE = DesignSpace.binary(1, 12).withZeros(6);

    @TempDir
    Path folder;

    /** Counts the ones of the first half; designs with one of the given variables at 1 fail. */
    private record Counting(int... failing) implements Evaluator {
        @Override
        public DesignSpace space() {
            return DesignSpace.binary(1, 12);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("count", "", Goal.MAXIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations values = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                int design = i;
                if (IntStream.of(failing).anyMatch(j -> designs.value(design, j) == 1)) {
                    values.fail(i, "breaks");
                } else {
                    values.set(
                            i,
                            0,
                            IntStream.range(0, 6)
                                    .mapToDouble(j -> designs.value(design, j))
                                    .sum());
                }
            }
            return values;
        }
    }

    private MemoryRun run(int... failing) {
        return new MemoryRun(new Counting(failing), SPACE, 1, 1, folder);
    }

    private static LogisticRegressionSearch logistic(double good) {
        return new LogisticRegressionSearch(400, good, 1, 10, new RandomSampler(true));
    }

    @Test
    void logisticRegressionLearnsNothingFromFailuresHoweverManyThereAre() {
        MemoryRun run = run(11);
        logistic(0.9).optimise(run);
        assertEquals(0, run.metric("weight", 11), "half of the samples fail, and tell nothing of what is good");
        assertTrue(run.metric("weight", 0) > run.metric("weight", 7));
    }

    @Test
    void logisticRegressionSaysWhenThereIsNothingToLearnFrom() {
        MemoryRun run = run(IntStream.range(0, 12).toArray());
        assertEquals(
                "Logistic regression learns from at least 2 samples that have a value, but 0 of 400 have one;"
                        + " ask for more samples.",
                assertThrows(InvalidInputException.class, () -> logistic(0.5).optimise(run))
                        .getMessage());
    }

    @Test
    void aSearchThatFoundNothingHasNoBestValue() {
        MemoryRun run = run(IntStream.range(0, 12).toArray());
        new CmaEs(1, 2, 0, 0.3).optimise(run);
        assertEquals(Double.NaN, run.metric("best of start", 0));
    }
}
