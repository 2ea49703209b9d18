// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gidn.baselines.ConservativeAsymptotesMethod;
import org.gidn.baselines.Peaks;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConservativeAsymptotesMethodTest {
    private static final int DIRECTIONS = 72;

    @TempDir
    Path folder;

    private final Peaks peaks = new Peaks();

    private static Linear sum(double x, double y, double least, double most) {
        return new Linear("the sum", new int[] {0, 1}, new double[] {x, y}, least, most);
    }

    private double height(double[] x) {
        return peaks.evaluate(DesignBatch.ofValues(2, x), Cancellation.NONE).value(0, 0);
    }

    /** The least is not within the bounds, and the path ends where two of them meet or on one. */
    @Test
    void itEndsWhereNoPointNearByIsLowerAndAllSumsAreWithinTheirBounds() throws Exception {
        DesignSpace space =
                peaks.space().withLinear(sum(1, 1, -4, -1.5)).withLinear(sum(1, -2, Double.NEGATIVE_INFINITY, 1.5));
        MemoryRun run = new MemoryRun(peaks, space, 1, 1, folder);
        new ConservativeAsymptotesMethod(100, 1e-7).optimise(run);
        run.candidates().forEach(each -> assertTrue(space.contains(each.designs(), 0)));
        double[] found =
                run.candidates().get(run.candidates().size() - 1).designs().toArray(0);
        assertTrue(space.linears().stream().anyMatch(linear -> {
            double value = linear.sum(found);
            return Math.min(value - linear.least(), linear.most() - value) < 1e-5;
        }));
        int sign = peaks.outputs().get(0).goal().sign();
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            double[] near = {found[0] + 0.01 * Math.cos(angle), found[1] + 0.01 * Math.sin(angle)};
            if (space.contains(DesignBatch.ofValues(2, near), 0)) {
                assertTrue(sign * (height(near) - height(found)) <= 1e-6, () -> "better at angle " + angle);
            }
        }
    }

    @Test
    void aSumWithoutRoomIsRefused() throws Exception {
        DesignSpace space = peaks.space().withLinear(sum(1, 1, 1, 1));
        MemoryRun run = new MemoryRun(peaks, space, 1, 1, folder);
        String told = assertThrows(InvalidInputException.class, () -> new ConservativeAsymptotesMethod(10, 1e-3)
                        .check(run.problem()))
                .getMessage();
        assertTrue(told.contains("set them apart"), told);
    }
}
