// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.sampling.RefinedSampler;
import org.gidn.core.sampling.RefinedSampler.Focus;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of coarse designs on a finer grid. */
class RefinedSamplerTest {
    private static final Focus NOWHERE = new Focus(-1, 0, 0);
    private static final DesignSpace FINE = DesignSpace.binary(6, 4);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("coarse.csv");
        Files.writeString(file, "design\n110110\n");
    }

    @Test
    void eachCellBecomesASquareOfCells() {
        assertEquals("111111110011001111001100", refined(FINE, NOWHERE, 0));
    }

    @Test
    void cellsNearTheFocusKeepTheirSize() {
        assertEquals("111111110111101111001100", refined(FINE, new Focus(1, 0, 1), 0));
    }

    @Test
    void theVolumeIsKeptWhereItIsFixed() {
        for (int zeros : new int[] {2, 8, 11}) {
            DesignBatch designs =
                    sampler(NOWHERE, 0.2).sample(FINE.withZeros(zeros), 10, new SplittableRandom(1), Cancellation.NONE);
            for (int i = 0; i < designs.size(); i++) {
                assertTrue(FINE.withZeros(zeros).contains(designs, i));
            }
        }
    }

    @Test
    void whatCannotBeRefinedIsRefused() {
        refused(DesignSpace.binary(5, 4), "can't be divided by it");
        refused(DesignSpace.continuous(new double[] {0}, new double[] {1}), "one grid of cells of two levels");
        refused(DesignSpace.binary(8, 8), "coarse.csv");
    }

    private void refused(DesignSpace space, String why) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> sampler(NOWHERE, 0)
                .sample(space, 1, new SplittableRandom(1), Cancellation.NONE));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    private RefinedSampler sampler(Focus focus, double noise) {
        return new RefinedSampler(file, 2, focus, noise);
    }

    private String refined(DesignSpace space, Focus focus, double noise) {
        DesignBatch designs = sampler(focus, noise).sample(space, 1, new SplittableRandom(1), Cancellation.NONE);
        return DesignText.format(space, designs, 0);
    }
}
