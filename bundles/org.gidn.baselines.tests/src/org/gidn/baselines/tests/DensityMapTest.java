// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gidn.baselines.internal.DensityMap;
import org.gidn.baselines.internal.DensityMap.Filter;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DensityMapTest {
    private static final DesignSpace PICTURE = DesignSpace.binary(5, 7);

    @ParameterizedTest
    @CsvSource({"DENSITY, 2.2, 0", "DENSITY, 2.2, 6", "DENSITY, 0, 3", "SENSITIVITY, 2.2, 3"})
    void slopesAreThoseOfCentralDifferences(Filter filter, double radius, double sharpness) {
        DensityMap map = new DensityMap(PICTURE, filter, radius);
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(35, 0.05, 0.95).toArray();
        double[] weights = random.doubles(35, -1, 1).toArray();
        double[] slopes = map.slopes(x, weights, sharpness);
        for (int j = 0; j < x.length; j++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[j] += 1e-6;
            below[j] -= 1e-6;
            double difference =
                    dot(weights, map.densities(above, sharpness)) - dot(weights, map.densities(below, sharpness));
            assertEquals(difference / 2e-6, slopes[j], 1e-7);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    @Test
    void aSharpStepLeavesVoidAndSolidAndDrivesAllElseToThem() {
        DensityMap map = new DensityMap(PICTURE, Filter.DENSITY, 0);
        double[] x = new double[35];
        x[0] = 1;
        x[1] = 0.5;
        x[2] = 0.6;
        x[3] = 0.4;
        double[] densities = map.densities(x, 64);
        assertEquals(1, densities[0]);
        assertEquals(0.5, densities[1], 1e-12);
        assertTrue(densities[2] > 0.999 && densities[3] < 0.001, Arrays.toString(densities));
        assertEquals(0, densities[4]);
        assertArrayEquals(x, map.densities(x, 0));
    }

    @Test
    void theSensitivityFilterIsSigmunds() {
        DensityMap map = new DensityMap(PICTURE, Filter.SENSITIVITY, 1.5);
        double[] half = new double[35];
        Arrays.fill(half, 0.5);
        double[] slopes = new double[35];
        slopes[17] = 1;
        double[] smoothed = map.smoothed(half, slopes);
        // Weights 1.5 for the cell itself, ½ for its four neighbours, 1.5 − √2 for those at the corners.
        double sum = 1.5 + 4 * 0.5 + 4 * (1.5 - Math.sqrt(2));
        assertEquals(1.5 / sum, smoothed[17], 1e-15);
        assertEquals(0.5 / sum, smoothed[16], 1e-15);
        assertArrayEquals(half, map.densities(half, 0));
    }

    @Test
    void aFilterNeedsAPicture() {
        DesignSpace list = DesignSpace.continuous(new double[2], new double[] {1, 1});
        String message = assertThrows(InvalidInputException.class, () -> new DensityMap(list, Filter.DENSITY, 2))
                .getMessage();
        assertTrue(message.contains("A density filter needs designs of one picture"), message);
    }
}
