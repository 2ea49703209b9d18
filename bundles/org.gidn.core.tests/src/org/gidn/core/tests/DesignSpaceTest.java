// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;

class DesignSpaceTest {
    private static final DesignSpace SPACE = DesignSpace.binary(8, 4);

    @Test
    void countsDesignsAsThePaperDoes() {
        assertEquals(
                BigInteger.valueOf(10_518_300), SPACE.withZeroFraction(0.25).count());
        assertEquals(
                BigInteger.valueOf(601_080_390), SPACE.withZeroFraction(0.5).count());
        assertEquals(BigInteger.ONE.shiftLeft(32), SPACE.count());
    }

    @Test
    void aFractionThatGivesNoWholeNumberIsRefusedWithTheNearestOne() {
        String message = assertThrows(InvalidInputException.class, () -> SPACE.withZeroFraction(0.3))
                .getMessage();
        assertEquals(
                "A volume fraction of 0.3 gives 9.6 of 32 elements, which is no whole number from 0 to 32; "
                        + "the nearest fraction that does is 0.3125.",
                message);
        assertThrows(InvalidInputException.class, () -> SPACE.withZeroFraction(1.5));
        assertThrows(InvalidInputException.class, () -> SPACE.withZeroFraction(Double.NaN));
    }

    @Test
    void aFractionOfContinuousDesignsIsRefused() {
        DesignSpace plane = DesignSpace.continuous(new double[] {-3, -3}, new double[] {3, 3});
        String message = assertThrows(InvalidInputException.class, () -> plane.withZeroFraction(0.25))
                .getMessage();
        assertEquals(
                "A volume fraction is a share of the elements of binary designs, but the evaluator's designs are"
                        + " continuous, 2 variables; leave volumeFraction out, or use an evaluator of binary designs.",
                message);
    }

    @Test
    void binarisationByRankKeepsTheNumberOfZeros() {
        DesignSpace space = SPACE.withZeros(8);
        double[] values =
                new SplittableRandom(1).doubles(32 * 50).map(x -> 6 * x - 3).toArray();
        DesignBatch binary = Binarisation.of(DesignBatch.ofValues(32, values), space);
        for (int i = 0; i < binary.size(); i++) {
            double[] sorted = Arrays.copyOfRange(values, i * 32, i * 32 + 32);
            Arrays.sort(sorted);
            for (int j = 0; j < 32; j++) {
                assertEquals((float) values[i * 32 + j] >= (float) sorted[8] ? 1 : 0, binary.value(i, j));
            }
        }
    }

    @Test
    void binarisationBreaksTiesByPlaceAndTakesMinusZeroForZero() {
        DesignSpace space = DesignSpace.binary(1, 4).withZeros(2);
        DesignBatch binary = Binarisation.of(DesignBatch.ofValues(4, new double[] {0.0, -0.0, 0.0, -0.0}), space);
        assertEquals("0011", DesignText.format(space, binary, 0));
        DesignBatch byThreshold =
                Binarisation.of(DesignBatch.ofValues(4, new double[] {0.5, 0.6, -7, 7}), DesignSpace.binary(1, 4));
        assertEquals("0101", DesignText.format(space, byThreshold, 0));
    }

    @Test
    void samplesAreDistinctAndUniform() {
        DesignSpace space = DesignSpace.binary(1, 6).withZeros(3);
        DesignBatch all = new RandomSampler(true).sample(space, 20, new SplittableRandom(3), Cancellation.NONE);
        assertEquals(20, DistinctDesigns.of(all).designs().size());
        for (int i = 0; i < all.size(); i++) {
            assertEquals(3, Arrays.stream(all.toArray(i)).sum());
        }
        String message = assertThrows(InvalidInputException.class, () -> new RandomSampler(true)
                        .sample(space, 21, new SplittableRandom(3), Cancellation.NONE))
                .getMessage();
        assertEquals(
                "The design space has 20 designs; 21 different ones cannot be drawn from it. Ask for fewer samples.",
                message);
        space.requireSamples(20);
        DesignSpace.continuous(new double[1], new double[] {1}).requireSamples(21);
        assertEquals(
                "Setting 'samples' is 21, but the problem has only 20 designs.",
                assertThrows(InvalidInputException.class, () -> space.requireSamples(21))
                        .getMessage());

        DesignBatch many = new RandomSampler(false).sample(space, 60_000, new SplittableRandom(4), Cancellation.NONE);
        for (int count : DistinctDesigns.of(many).counts()) {
            assertEquals(3_000, count, 5 * Math.sqrt(3_000));
        }
    }

    @Test
    void aWholeSpaceIsDrawnAsTheFirstAppearancesOfRepeatedDraws() {
        DesignSpace space = DesignSpace.binary(2, 7);
        int size = 1 << 14;
        DesignBatch all = new RandomSampler(true).sample(space, size, new SplittableRandom(6), Cancellation.NONE);
        DesignBatch repeated =
                new RandomSampler(false).sample(space, 20 * size, new SplittableRandom(6), Cancellation.NONE);
        DesignBatch firsts = DistinctDesigns.of(repeated).designs();
        assertEquals(size, firsts.size());
        for (int i = 0; i < size; i++) {
            assertEquals(firsts.word(i, 0), all.word(i, 0));
        }
    }

    @Test
    void drawingStopsWhenAsked() {
        AtomicInteger asked = new AtomicInteger();
        Cancellation third = () -> asked.incrementAndGet() == 3;
        for (DesignSpace space :
                List.of(DesignSpace.binary(1, 14), DesignSpace.continuous(new double[] {0}, new double[] {1}))) {
            asked.set(0);
            assertThrows(CancellationException.class, () -> new RandomSampler(true)
                    .sample(space, 1 << 14, new SplittableRandom(7), third));
        }
    }

    @Test
    void continuousSamplesStayWithinTheirBounds() {
        DesignSpace space = DesignSpace.continuous(new double[] {-3, 10}, new double[] {3, 11});
        DesignBatch samples = new RandomSampler(true).sample(space, 1_000, new SplittableRandom(5), Cancellation.NONE);
        for (int j : List.of(0, 1)) {
            double sum = 0;
            for (int i = 0; i < samples.size(); i++) {
                double value = samples.value(i, j);
                assertEquals((space.lower(j) + space.upper(j)) / 2, value, (space.upper(j) - space.lower(j)) / 2);
                sum += value;
            }
            assertEquals((space.lower(j) + space.upper(j)) / 2, sum / 1_000, 0.2);
        }
    }
}
