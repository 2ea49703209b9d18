// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.problem.Goal;
import org.junit.jupiter.api.Test;

class SwapTest {
    private static final double[] DESIGN = {0, 1, 1, 0};
    /** Zeros 0 and 3 against ones 1 and 2. */
    private static final double[][] SWAPS = {{5, Double.NaN}, {1, 7}};

    @Test
    void theBestSwapDependsOnTheGoal() {
        assertEquals(Optional.of(new Swap(3, 2, 7)), Swap.best(DESIGN, 4, SWAPS, Goal.MAXIMISE));
        assertEquals(Optional.of(new Swap(3, 1, 1)), Swap.best(DESIGN, 4, SWAPS, Goal.MINIMISE));
        assertArrayEquals(new double[] {0, 1, 0, 1}, new Swap(3, 2, 7).of(DESIGN));
    }

    @Test
    void noSwapIsBestWhereNoneIsBetterThanByRounding() {
        assertEquals(Optional.empty(), Swap.best(DESIGN, 7, SWAPS, Goal.MAXIMISE));
        assertEquals(Optional.empty(), Swap.best(DESIGN, 7 - 1e-9, SWAPS, Goal.MAXIMISE));
        assertEquals(Optional.empty(), Swap.best(DESIGN, 1, SWAPS, Goal.MINIMISE));
        assertEquals(
                7,
                Swap.best(DESIGN, 7 - 1e-6, SWAPS, Goal.MAXIMISE).orElseThrow().value());
    }

    @Test
    void aDesignThatFailedIsWorseThanAnySwap() {
        assertEquals(
                7,
                Swap.best(DESIGN, Double.NaN, SWAPS, Goal.MAXIMISE)
                        .orElseThrow()
                        .value());
    }
}
