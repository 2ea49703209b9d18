// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.benchmarks.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.work.Cancellation;
import org.gidn.samples.benchmarks.NkLandscape;
import org.junit.jupiter.api.Test;

/** Landscapes small enough to be known wholly. */
class NkLandscapeTest {
    /** The fitness of all designs of n genes; gene 0 is the lowest bit of a design's number. */
    private static double[] all(NkLandscape landscape, int n) {
        DesignBatch designs =
                DesignBatch.ofBits(n, IntStream.range(0, 1 << n).asLongStream().toArray());
        return landscape.evaluate(designs, Cancellation.NONE).values(0);
    }

    @Test
    void withoutInteractionsEveryGeneCountsByItself() {
        NkLandscape landscape = new NkLandscape(10, 0, 7);
        double best = IntStream.range(0, 10)
                .mapToDouble(i -> Math.max(landscape.contribution(i, 0), landscape.contribution(i, 1)))
                .average()
                .orElseThrow();
        double[] all = all(landscape, 10);
        assertEquals(best, Arrays.stream(all).max().orElseThrow(), 1e-12);
        assertEquals(1, localOptima(all, 10), "one peak");
    }

    @Test
    void theFitnessIsTheMeanOfTheContributions() {
        NkLandscape landscape = new NkLandscape(8, 2, 3);
        double[] all = all(landscape, 8);
        for (int design = 0; design < all.length; design++) {
            double sum = 0;
            for (int i = 0; i < 8; i++) {
                int[] genes = landscape.genes(i);
                assertEquals(i, genes[0]);
                assertEquals(3, Arrays.stream(genes).distinct().count());
                sum += landscape.contribution(
                        i, 4 * (design >> genes[0] & 1) + 2 * (design >> genes[1] & 1) + (design >> genes[2] & 1));
            }
            assertEquals(sum / 8, all[design], 1e-15);
        }
    }

    /** With K = N − 1 all fitnesses are independent: one design in N + 1 is better than its N neighbours. */
    @Test
    void withAllInteractionsThereAreAsManyPeaksAsTheoryKnows() {
        int n = 12;
        double expected = (1 << n) / (n + 1.0);
        double[] all = all(new NkLandscape(n, n - 1, 5), n);
        // Variance of the number of peaks of a random landscape (Macken and Perelson 1989).
        double deviation = Math.sqrt(expected * (n - 1) / (2.0 * (n + 1)));
        assertEquals(expected, localOptima(all, n), 4 * deviation);
        assertEquals(0.5, Arrays.stream(all).average().orElseThrow(), 0.01);
    }

    private static long localOptima(double[] all, int n) {
        return IntStream.range(0, all.length)
                .filter(design -> IntStream.range(0, n).allMatch(gene -> all[design] > all[design ^ 1 << gene]))
                .count();
    }

    @Test
    void aSeedIsALandscape() {
        assertTrue(Arrays.equals(all(new NkLandscape(6, 3, 1), 6), all(new NkLandscape(6, 3, 1), 6)));
        assertNotEquals(all(new NkLandscape(6, 3, 1), 6)[0], all(new NkLandscape(6, 3, 2), 6)[0]);
    }

    @Test
    void tooManyInteractionsAreRefused() {
        assertEquals(
                "Setting 'k' is 5; it must be from 0 to 4 for n = 5.",
                assertThrows(InvalidInputException.class, () -> new NkLandscape(5, 5, 1))
                        .getMessage());
    }

    @Test
    void itKeepsWhatEvaluatorsPromise() {
        new EvaluatorContract(() -> new NkLandscape(12, 3, 1)).check();
    }
}
