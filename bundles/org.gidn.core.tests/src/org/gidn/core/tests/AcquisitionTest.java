// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Acquisition.Kind;
import org.gidn.core.predictor.Merit;
import org.gidn.core.predictor.Predictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Piecewise linear merits count the deviations of what they depend on there. */
    @Test
    void meritsMayHaveKinks() {
        Merit lesser = new Merit() {
            @Override
            public int outputs() {
                return 2;
            }

            @Override
            public double of(double[] outputs, double[] slopes) {
                slopes[0] = outputs[0] < outputs[1] ? 1 : 0;
                slopes[1] = 1 - slopes[0];
                return Math.min(outputs[0], outputs[1]);
            }
        };
        assertArrayEquals(new double[] {1 + 2 * 3, 2}, new Acquisition(lesser, 2).of(UNSURE));
    }

    /** The gain is the integral of what lies beyond, weighted by the normal distribution. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1.5, 2", "-3, 1", "-0.9, 1", "-1.1, 1", "-6, 0.7", "9, 0.8", "-20, 1"})
    void expectedImprovementIsTheLogarithmOfTheExpectedGain(double beyond, double deviation) {
        Acquisition acquisition = new Acquisition(Merit.weighted(1), Kind.EXPECTED_IMPROVEMENT, 4);
        double mean = 4 + beyond;
        double z = beyond / deviation;
        double step = 1e-4;
        double gain = 0;
        for (double t = Math.max(0, -z) + step / 2 - (z > 0 ? z : 0); t < 12 + Math.max(0, -z); t += step) {
            double density = Math.exp(-(t * t - Math.min(z, 0) * z) / 2) / Math.sqrt(2 * Math.PI);
            gain += deviation * (z + t) * density * step;
        }
        double expected = Math.log(gain) - Math.min(z, 0) * z / 2;
        assertEquals(expected, acquisition.score(mean, deviation), 1e-6 * Math.max(1, Math.abs(expected)));
        double h = 1e-5;
        assertEquals(
                (acquisition.score(mean + h, deviation) - acquisition.score(mean - h, deviation)) / (2 * h),
                acquisition.meanSlope(mean, deviation),
                1e-6 * (1 + z * z));
        assertEquals(
                (acquisition.score(mean, deviation + h) - acquisition.score(mean, deviation - h)) / (2 * h),
                acquisition.deviationSlope(mean, deviation),
                1e-6 * (1 + z * z));
    }

    @Test
    void expectedImprovementTellsApartWhatIsHopeless() {
        Acquisition acquisition = new Acquisition(Merit.weighted(1), Kind.EXPECTED_IMPROVEMENT, 0);
        double[] means = {-1e6, -1e5, -1e3, -100, -40, -1, 0, 1};
        for (int i = 1; i < means.length; i++) {
            double less = acquisition.score(means[i - 1], 1);
            assertTrue(Double.isFinite(less) && less < acquisition.score(means[i], 1), "at " + means[i]);
        }
        assertEquals(Math.log(2), acquisition.score(2, 0), 1e-9);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertRefused("1 weights, but the predictor 2 outputs", () -> Acquisition.mean()
                .of(SURE));
        assertRefused("the predictor has none", () -> new Acquisition(new double[] {1, 1}, 0.3).of(SURE));
        assertRefused("a weight for each output", () -> new Acquisition(new double[0], 0));
        assertRefused("must be finite", () -> new Acquisition(new double[] {Double.NaN}, 0));
        assertRefused("a finite number, not Infinity", () -> Acquisition.upperBound(Double.POSITIVE_INFINITY));
        assertRefused(
                "the predictor has no draws", () -> new Acquisition(Merit.weighted(1, 1), Kind.DRAW, 0).of(UNSURE));
    }

    private static void assertRefused(String part, Executable asked) {
        String message = assertThrows(InvalidInputException.class, asked).getMessage();
        assertTrue(message.contains(part), message);
    }
}
