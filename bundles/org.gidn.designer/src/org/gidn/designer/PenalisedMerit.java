// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.predictor.Merit;

/**
 * How good a design is by its outputs, less what they miss their bounds by, {@value #PENALTY} times; on a scale on which all outputs
 * vary alike. By one objective that is its value. By several it is the weighted shortfall behind the best known of that one which is
 * furthest behind, and a little of the weighted sum, so that each compromise is the best for some weights, also where the front is
 * hollow (Knowles 2006).
 *
 * @param weights one an output
 * @param ideals the best known of each output that has a weight
 * @param least one an output; −∞ for no bound
 * @param most one an output; +∞ for no bound
 */
record PenalisedMerit(double[] weights, double[] ideals, double[] least, double[] most) implements Merit {
    private static final double PENALTY = 10;
    /** How much the weighted sum counts beside the greatest shortfall. */
    private static final double SUM = 0.05;

    @Override
    public int outputs() {
        return weights.length;
    }

    @Override
    public double of(double[] outputs, double[] slopes) {
        double sum = 0;
        double missed = 0;
        double shortfall = Double.POSITIVE_INFINITY;
        int furthest = -1;
        int objectives = 0;
        for (int o = 0; o < weights.length; o++) {
            boolean below = outputs[o] < least[o];
            boolean above = outputs[o] > most[o];
            slopes[o] = below ? PENALTY : above ? -PENALTY : 0;
            missed += PENALTY * (below ? least[o] - outputs[o] : above ? outputs[o] - most[o] : 0);
            sum += weights[o] * outputs[o];
            double gain = weights[o] * (outputs[o] - ideals[o]);
            if (weights[o] != 0 && gain < shortfall) {
                shortfall = gain;
                furthest = o;
            }
            objectives += weights[o] == 0 ? 0 : 1;
        }
        double share = objectives > 1 ? SUM : 1;
        for (int o = 0; o < weights.length; o++) {
            slopes[o] += share * weights[o] + (objectives > 1 && o == furthest ? weights[o] : 0);
        }
        return share * sum + (objectives > 1 ? shortfall : 0) - missed;
    }
}
