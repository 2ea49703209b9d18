// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.statistics.Fit;
import org.gidn.core.statistics.Statistics;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        assertArrayEquals(new double[] {2, 4.5, 1, 4.5, 3}, Statistics.ranks(new double[] {2, 7, -1, 7, 3}));
        assertThrows(InvalidInputException.class, () -> Statistics.ranks(new double[] {1, Double.NaN}));
    }

    @Test
    void fitOfAWorkedExample() {
        // Errors 1, -1, 2, 0; ranks of the predictions 2, 1, 4, 3 against 1, 2, 3, 4.
        Fit fit = Fit.of(new double[] {2, 1, 6, 5}, new double[] {1, 2, 4, 5});
        assertEquals(4, fit.size());
        assertEquals(1.5, fit.mse(), 1e-15);
        assertEquals(1, fit.mae(), 1e-15);
        assertEquals(0.4, fit.r2(), 1e-15);
        assertEquals(0.6, fit.spearman(), 1e-15);
    }

    @Test
    void aPerfectFit() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
        assertEquals(new Fit(8, 0, 0, 1, 1), Fit.of(values, values));
    }

    @Test
    void failedDesignsAreLeftOut() {
        Fit fit = Fit.of(new double[] {1, 5, 3}, new double[] {1, Double.NaN, 3});
        assertEquals(2, fit.size());
        assertEquals(0, fit.mse());
    }

    @Test
    void equalTrueValuesHaveNoCorrelation() {
        Fit fit = Fit.of(new double[] {1, 2, 3}, new double[] {5, 5, 5});
        assertTrue(Double.isNaN(fit.r2()) && Double.isNaN(fit.spearman()));
    }

    @Test
    void refusesUnequalNumbers() {
        assertThrows(InvalidInputException.class, () -> Fit.of(new double[2], new double[3]));
    }

    @Test
    void theBestShareCountsDuplicates() {
        double[] values = {1, 10, 5};
        int[] counts = {90, 1, 9};
        assertEquals(10, Statistics.meanOfBest(values, counts, 0.01, true));
        assertEquals(5.5, Statistics.meanOfBest(values, counts, 0.1, true));
        assertEquals(1.45, Statistics.meanOfBest(values, counts, 1, true), 1e-15);
        assertEquals(1, Statistics.meanOfBest(values, counts, 0.1, false));
        assertEquals(7.5, Statistics.meanOfBest(values, null, 2 / 3.0, true));
    }

    @Test
    void theMedianIsInTheMiddle() {
        assertEquals(2, Statistics.median(new double[] {9, 1, 2}));
        assertEquals(3, Statistics.median(new double[] {9, 1, 2, 4}));
        assertTrue(Double.isNaN(Statistics.median(new double[0])));
    }

    @Test
    void theMedianOfGreatNumbersDoesNotOverflow() {
        assertEquals(1.25e308, Statistics.median(new double[] {1e308, 1.5e308}));
        assertEquals(Double.MIN_VALUE, Statistics.median(new double[] {Double.MIN_VALUE}));
    }

    @Test
    void whatDependsOnANaNIsNaN() {
        for (double[] values : List.of(
                new double[] {1, 2, 3, Double.NaN}, new double[] {Double.NaN, 1, 2}, new double[] {Double.NaN})) {
            assertTrue(Double.isNaN(Statistics.mean(values)));
            assertTrue(Double.isNaN(Statistics.standardDeviation(values)));
            assertTrue(Double.isNaN(Statistics.median(values)));
            for (boolean largest : new boolean[] {true, false}) {
                assertArrayEquals(
                        new double[] {Double.NaN, Double.NaN},
                        Statistics.meansOfBest(values, null, new double[] {0.01, 1}, largest));
            }
        }
    }

    @Test
    void nothingHasNoStatistics() {
        double[] none = {};
        assertTrue(Double.isNaN(Statistics.mean(none)));
        assertTrue(Double.isNaN(Statistics.standardDeviation(none)));
        assertTrue(Double.isNaN(Statistics.meanOfBest(none, null, 0.1, true)));
        assertEquals(0, Statistics.ranking(none, true).length);
        Fit fit = Fit.of(new double[] {1}, new double[] {Double.NaN});
        assertEquals(0, fit.size());
        assertTrue(Double.isNaN(fit.mse()) && Double.isNaN(fit.mae()) && Double.isNaN(fit.r2()));
    }

    @Test
    void theBestComesFirstAndNaNLast() {
        double[] values = {2, Double.NaN, 7, -1, 7, Double.NaN};
        assertArrayEquals(new int[] {2, 4, 0, 3, 1, 5}, Statistics.ranking(values, true));
        assertArrayEquals(new int[] {3, 0, 2, 4, 1, 5}, Statistics.ranking(values, false));
    }

    @Test
    void severalSharesAreMeansOfTheSameOrder() {
        double[] values = {3, 1, 3, 2, -1};
        int[] counts = {1, 2, 2, 1, 4};
        assertArrayEquals(
                new double[] {3, 11 / 4.0, 0.9},
                Statistics.meansOfBest(values, counts, new double[] {0.1, 0.4, 1}, true),
                1e-15);
        assertEquals(-1, Statistics.meansOfBest(values, counts, new double[] {0.4}, false)[0]);
    }
}
