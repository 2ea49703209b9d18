// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Cancellation;
import org.gidn.core.run.Neighbourhoods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourhoodsTest {
    /** Designs of 8 variables with two zeros: a step of a climb takes 12 swaps and a design. */
    private static final DesignSpace SPACE = DesignSpace.binary(2, 4).withZeros(2);

    private static final int STEP = 13;

    @TempDir
    Path folder;

    /** A design is worth the number that its bits spell. */
    private static final class Numbers implements SwapEvaluator {
        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, 4);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("number", "", Goal.MAXIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                results.set(i, 0, number(designs.toArray(i)));
            }
            return results;
        }

        private static double number(double[] design) {
            double number = 0;
            for (int j = 0; j < design.length; j++) {
                number += design[j] * (1 << j);
            }
            return number;
        }

        @Override
        public double[][] swaps(double[] design) {
            double[][] swaps = new double[2][6];
            int zero = 0;
            for (int i = 0; i < design.length; i++) {
                int one = 0;
                for (int j = 0; j < design.length && design[i] == 0; j++) {
                    if (design[j] == 1) {
                        swaps[zero][one++] = number(new Swap(i, j, 0).of(design));
                    }
                }
                zero += design[i] == 0 ? 1 : 0;
            }
            return swaps;
        }
    }

    private MemoryRun run(long budget) {
        return new MemoryRun(new Numbers(), SPACE, 1, 2, folder).withBudget(budget);
    }

    @Test
    void asManyClimbsGoOnAsTheBudgetLetsSwapEveryZero() {
        assertEquals(8, new Neighbourhoods(run(Long.MAX_VALUE), "swap", 0).atOnce(8));
        assertEquals(8, new Neighbourhoods(run(16 * STEP), "swap", 0).atOnce(8));
        assertEquals(7, new Neighbourhoods(run(16 * STEP - 1), "swap", 0).atOnce(8));
        assertEquals(1, new Neighbourhoods(run(1), "swap", 0).atOnce(8));
    }

    @Test
    void theBestOfTheClimbsGoOn() {
        Neighbourhoods neighbourhoods = new Neighbourhoods(run(4 * STEP), "swap", 0);
        assertArrayEquals(new int[] {1, 3}, neighbourhoods.goingOn(new double[] {5, 7, Double.NaN, 9}));
    }

    @Test
    void wholeNeighbourhoodsAndSomeSwapsLeadToTheSameBestSwapWhereAllAreLookedAt() {
        // 63 has its zeros in places 6 and 7.
        DesignBatch design = DesignBatch.ofBits(8, new long[] {63});
        Swap best = new Swap(7, 0, 62 + 128);
        assertEquals(List.of(Optional.of(best)), best(run(STEP), design, 63));
        MemoryRun some = run(STEP - 1);
        assertEquals(List.of(Optional.of(best)), best(some, design, 63));
        assertEquals(12, some.stored().size());
        assertEquals(12, some.evaluations());
    }

    @Test
    void someSwapsAreEvaluatedUntilTheBudgetEnds() {
        MemoryRun run = run(5);
        assertThrows(BudgetSpentException.class, () -> best(run, DesignBatch.ofBits(8, new long[] {63}), 63));
        assertEquals(5, run.evaluations());
        assertTrue(run.stored().stream()
                .allMatch(one -> one.value() > 63 && one.source().equals("swap")));
    }

    @Test
    void noSwapIsFoundWhereNoneIsBetter() {
        assertEquals(List.of(Optional.empty()), best(run(12), DesignBatch.ofBits(8, new long[] {252}), 252));
    }

    private static List<Optional<Swap>> best(MemoryRun run, DesignBatch design, double value) {
        return new Neighbourhoods(run, "swap", 0).best(design, new double[] {value});
    }
}
