// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.ConeFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConeFilterTest {
    @Test
    void weightsFallFromTheCell() {
        // Radius 2: weight 2 for the cell, 1 for those beside it, 2 − √2 at the corners.
        double corner = 2 - Math.sqrt(2);
        double[] means = new ConeFilter(3, 3, 2).mean(new double[] {0, 0, 0, 0, 1, 0, 0, 0, 0});
        double atCorner = corner / (2 + 1 + 1 + corner);
        double beside = 1 / (2 + 3 + 2 * corner);
        double itself = 2 / (2 + 4 + 4 * corner);
        assertArrayEquals(
                new double[] {atCorner, beside, atCorner, beside, itself, beside, atCorner, beside, atCorner},
                means,
                1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void aRadiusOfOneCellChangesNothing(double radius) {
        double[] cells = new SplittableRandom(1).doubles(15).toArray();
        assertArrayEquals(cells, new ConeFilter(3, 5, radius).mean(cells));
        assertArrayEquals(cells, new ConeFilter(3, 5, radius).derivatives(cells));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2.4, 30})
    void meansOfEqualCellsAreTheirValueAndDerivativesAreTheTransposed(double radius) {
        ConeFilter filter = new ConeFilter(4, 7, radius);
        double[] ones = IntStream.range(0, 28).mapToDouble(j -> 1).toArray();
        assertArrayEquals(ones, filter.mean(ones));
        SplittableRandom random = new SplittableRandom(2);
        double[] x = random.doubles(28).toArray();
        double[] y = random.doubles(28).toArray();
        assertEquals(dot(y, filter.mean(x)), dot(filter.derivatives(y), x), 1e-13);
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
    }

    @Test
    void refusesWhatIsNoFilter() {
        for (double radius : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            String message = assertThrows(InvalidInputException.class, () -> new ConeFilter(2, 2, radius))
                    .getMessage();
            assertTrue(message.contains("radius"), message);
        }
        assertThrows(InvalidInputException.class, () -> new ConeFilter(0, 2, 1));
    }
}
