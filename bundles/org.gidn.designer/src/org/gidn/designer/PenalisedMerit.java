// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.predictor.Merit;

/**
 * The weighted sum of outputs, less what they miss their bounds by, {@value #PENALTY} times; on a scale on which all outputs vary alike.
 *
 * @param weights one an output
 * @param least one an output; −∞ for no bound
 * @param most one an output; +∞ for no bound
 */
record PenalisedMerit(double[] weights, double[] least, double[] most) implements Merit {
    private static final double PENALTY = 10;

    @Override
    public int outputs() {
        return weights.length;
    }

    @Override
    public double of(double[] outputs, double[] slopes) {
        double sum = 0;
        for (int o = 0; o < weights.length; o++) {
            boolean below = outputs[o] < least[o];
            boolean above = outputs[o] > most[o];
            slopes[o] = weights[o] + (below ? PENALTY : above ? -PENALTY : 0);
            sum += weights[o] * outputs[o];
            sum -= PENALTY * (below ? least[o] - outputs[o] : above ? outputs[o] - most[o] : 0);
        }
        return sum;
    }
}
