// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.baselines.internal.VolumeProjection;
import org.gidn.core.sampling.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeProjectionTest {
    private final RandomGenerator random = new RandomStreams(3).stream("points");

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 7.5, 19, 20})
    void theProjectionIsAllowedAndNoAllowedPointIsNearer(double sum) {
        for (int trial = 0; trial < 50; trial++) {
            double[] point = random.doubles(20, -1, 2).toArray();
            double[] projected = project(point, sum);
            assertEquals(sum, Arrays.stream(projected).sum(), 1e-12);
            // A point p of a convex set is the nearest one to x if (x − p)·(y − p) ≤ 0 for all y of the set.
            double[] other = project(random.doubles(20, -1, 2).toArray(), sum);
            double product = 0;
            for (int j = 0; j < 20; j++) {
                assertTrue(projected[j] >= 0 && projected[j] <= 1);
                product += (point[j] - projected[j]) * (other[j] - projected[j]);
            }
            assertTrue(product <= 1e-12, "inner product " + product);
        }
    }

    @Test
    void anAllowedPointStaysWhereItIs() {
        double[] point = {0, 1, 0.25, 0.75, 0.5};
        assertArrayEquals(point, project(point, 2.5), 1e-15);
    }

    private static double[] project(double[] point, double sum) {
        double[] projected = point.clone();
        VolumeProjection.project(projected, sum);
        return projected;
    }
}
