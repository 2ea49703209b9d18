// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.gidn.core.statistics.Statistics;
import org.gidn.predictor.internal.TargetScaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetScalingTest {
    private static final double[] VALUES = {1.2, 0.7, 30, 218.093, 2};

    @ParameterizedTest
    @ValueSource(strings = {"none", "range", "standard", "squareRoot", "log"})
    void valuesComeBack(String kind) {
        TargetScaling scaling = TargetScaling.of(kind, VALUES);
        for (double value : VALUES) {
            assertEquals(value, scaling.value(scaling.learned(value)), 1e-12 * value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "squareRoot", "log"})
    void whatIsLearnedHasMeanZeroAndDeviationOne(String kind) {
        TargetScaling scaling = TargetScaling.of(kind, VALUES);
        double[] learned = Arrays.stream(VALUES).map(scaling::learned).toArray();
        assertEquals(0, Statistics.mean(learned), 1e-12);
        assertEquals(1, Statistics.standardDeviation(learned), 1e-12);
    }

    @Test
    void anOutputBelowEveryRootStandsForZero() {
        TargetScaling scaling = TargetScaling.of("squareRoot", new double[] {0, 4, 16});
        assertEquals(0, scaling.value(-100));
        assertEquals(0, scaling.value(scaling.learned(0)), 1e-12);
    }
}
