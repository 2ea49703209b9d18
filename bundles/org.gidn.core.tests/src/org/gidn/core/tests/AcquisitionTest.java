// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AcquisitionTest {
    private static final double[][] MEAN = {{1, 2}, {10, 30}};
    private static final Predictions SURE = Predictions.of(MEAN);
    private static final Predictions UNSURE = new Predictions(MEAN, new double[][] {{3, 0}, {4, 5}});

    @Test
    void weighsOutputsAndTheirSpread() {
        assertArrayEquals(new double[] {-8, -26}, new Acquisition(new double[] {2, -1}, 0).of(SURE));
        // The deviations of independent outputs are added as squares.
        assertArrayEquals(
                new double[] {11 + 0.5 * 5, 32 + 0.5 * 5}, new Acquisition(new double[] {1, 1}, 0.5).of(UNSURE), 1e-12);
    }

    @Test
    void oneOutputNeedsNoWeights() {
        Predictions one = new Predictions(new double[][] {{1, 2}}, new double[][] {{3, 0.5}});
        assertArrayEquals(new double[] {1, 2}, Acquisition.mean().of(one));
        assertArrayEquals(new double[] {7, 3}, Acquisition.upperBound(2).of(one));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertRefused("1 weights, but the predictor 2 outputs", () -> Acquisition.mean()
                .of(SURE));
        assertRefused("the predictor has none", () -> new Acquisition(new double[] {1, 1}, 0.3).of(SURE));
        assertRefused("a weight for each output", () -> new Acquisition(new double[0], 0));
        assertRefused("must be finite", () -> new Acquisition(new double[] {Double.NaN}, 0));
        assertRefused("must be finite", () -> Acquisition.upperBound(Double.POSITIVE_INFINITY));
    }

    private static void assertRefused(String part, Executable asked) {
        String message = assertThrows(InvalidInputException.class, asked).getMessage();
        assertTrue(message.contains(part), message);
    }
}
