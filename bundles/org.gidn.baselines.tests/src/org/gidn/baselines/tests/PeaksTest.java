// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gidn.baselines.Peaks;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;

class PeaksTest {
    private final Peaks peaks = new Peaks();

    @Test
    void heightsAreMatlabs() {
        DesignBatch points = DesignBatch.ofValues(2, new double[] {0, 0, 0.2283, -1.6255, -0.0093, 1.5814, -3, -3});
        double[] heights = peaks.evaluate(points, Cancellation.NONE).values(0);
        assertEquals(0.981012, heights[0], 1e-6);
        assertEquals(-6.5511, heights[1], 5e-5);
        assertEquals(8.1062, heights[2], 5e-5);
        assertEquals(6.671280e-5, heights[3], 1e-10);
    }

    @Test
    void gradientIsTheSlope() {
        double[] gradient = new double[2];
        double h = 1e-6;
        for (double[] at : new double[][] {{0.7, -1.1}, {-1.3, 0.4}, {2, 2}, {-0.2, -2.4}}) {
            peaks.gradient(at, gradient);
            for (int j = 0; j < 2; j++) {
                double[] above = at.clone();
                double[] below = at.clone();
                above[j] += h;
                below[j] -= h;
                double slope = (peaks.gradient(above, new double[2]) - peaks.gradient(below, new double[2])) / (2 * h);
                assertEquals(slope, gradient[j], 1e-7);
            }
        }
    }

    @Test
    void minimaAreStationaryAndLowerThanAround() {
        double[][] minima = peaks.optima();
        double[] expected = {-6.551133, -3.049849, -0.064936};
        for (int m = 0; m < minima.length; m++) {
            double[] gradient = new double[2];
            assertEquals(expected[m], peaks.gradient(minima[m], gradient), 1e-6);
            assertArrayEquals(new double[2], gradient, 1e-6);
            for (double[] step : new double[][] {{0.01, 0}, {-0.01, 0}, {0, 0.01}, {0, -0.01}}) {
                double[] aside = {minima[m][0] + step[0], minima[m][1] + step[1]};
                assertTrue(peaks.gradient(aside, new double[2]) > expected[m]);
            }
        }
    }

    @Test
    void refusesPointsOfMoreThanTwoVariables() {
        DesignBatch points = DesignBatch.ofValues(3, new double[3]);
        String message = assertThrows(InvalidInputException.class, () -> peaks.evaluate(points, Cancellation.NONE))
                .getMessage();
        assertTrue(message.contains("2 variables") && message.contains("3"), message);
    }
}
