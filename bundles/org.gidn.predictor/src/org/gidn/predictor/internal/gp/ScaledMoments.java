// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import org.gidn.predictor.internal.TargetScaling;

/**
 * Mean and standard deviation of a value whose transform is normally distributed.
 *
 * @param mean in the value's unit
 * @param deviation likewise
 */
record ScaledMoments(double mean, double deviation) {
    /**
     * @param mean of what was learned
     * @param deviation of what was learned
     */
    static ScaledMoments of(TargetScaling scaling, double mean, double deviation) {
        double m = mean * scaling.unit() + scaling.origin();
        double d = deviation * scaling.unit();
        return switch (scaling.transform()) {
            case IDENTITY -> new ScaledMoments(m, d);
            // The square of a normal number.
            case SQUARE_ROOT -> new ScaledMoments(m * m + d * d, d * Math.sqrt(4 * m * m + 2 * d * d));
            // The log-normal distribution.
            case LOGARITHM -> {
                double expected = Math.exp(m + d * d / 2);
                yield new ScaledMoments(expected, expected * Math.sqrt(Math.expm1(d * d)));
            }
        };
    }
}
