// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import org.gidn.core.predictor.Acquisition;

/** The score of a design that has been compared, in units of what is learned, and its slopes. */
final class PointScore {
    private final Acquisition acquisition;
    /** Slopes of the merit with respect to the outputs. */
    private final double[] slopes;

    private final double mean;
    /** Of the merit, taking the outputs for independent; 0 if it doesn't count. */
    private final double deviation;

    /** @param shift added to the merit */
    PointScore(Comparison comparison, int design, Acquisition acquisition, double shift) {
        this.acquisition = acquisition;
        int outputs = acquisition.merit().outputs();
        slopes = new double[outputs];
        double[] means = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            means[o] = comparison.mean(o, design);
        }
        mean = acquisition.merit().of(means, slopes) + shift;
        double variance = 0;
        for (int o = 0; o < outputs; o++) {
            double part = slopes[o] * comparison.deviation(o, design);
            variance += part * part;
        }
        deviation = Math.sqrt(variance);
    }

    double score() {
        return acquisition.score(mean, deviation);
    }

    /** The derivative of the score with respect to the merit. */
    double meritSlope() {
        return acquisition.meanSlope(mean, deviation);
    }

    /** The derivative of the score with respect to the mean of an output. */
    double meanSlope(int output) {
        return meritSlope() * slopes[output];
    }

    /** The derivative with respect to the variance of an output: d deviation = slope² · d variance / (2 · deviation). */
    double varianceSlope(int output) {
        return deviation == 0
                ? 0
                : acquisition.deviationSlope(mean, deviation) * slopes[output] * slopes[output] / (2 * deviation);
    }
}
