// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import org.gidn.core.InvalidInputException;

/**
 * How good a design is by its outputs: one number, greater for a better design, by which an {@link Acquisition} compares. Continuous
 * and piecewise linear, as a weighted sum is, or one from which so much is taken as a bound is missed by. Thread-safe.
 *
 * @since 1.0
 */
public interface Merit {
    /** The number of outputs. */
    int outputs();

    /**
     * The merit of a design.
     *
     * @param outputs the value of each output, on the scale on which a predictor compares
     * @param slopes receives the derivative of the merit with respect to each
     */
    double of(double[] outputs, double[] slopes);

    /**
     * The weighted sum of the outputs.
     *
     * @param weights one an output; an output that should be small has one below 0
     * @throws InvalidInputException if there are none, or one is not finite
     */
    static Merit weighted(double... weights) {
        if (weights.length == 0) {
            throw new InvalidInputException("An acquisition needs a weight for each output of the predictor.");
        }
        for (double weight : weights) {
            if (!Double.isFinite(weight)) {
                throw new InvalidInputException("The weights of an acquisition must be finite numbers.");
            }
        }
        double[] own = weights.clone();
        return new Merit() {
            @Override
            public int outputs() {
                return own.length;
            }

            @Override
            public double of(double[] outputs, double[] slopes) {
                double sum = 0;
                for (int o = 0; o < own.length; o++) {
                    slopes[o] = own[o];
                    sum += own[o] * outputs[o];
                }
                return sum;
            }
        };
    }
}
