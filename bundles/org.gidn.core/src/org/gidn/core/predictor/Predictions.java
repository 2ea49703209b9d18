// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

/**
 * What a predictor says of a batch of designs.
 *
 * @param mean the expected value {@code [output][design]}, in the output's unit
 * @param spread its standard deviation {@code [output][design]}, in the output's unit and from 0 on: how far off the
 *     prediction may be, as the predictor sees it; null if the predictor has none
 * @since 1.0
 */
public record Predictions(double[][] mean, double[][] spread) {
    /** Predictions without a spread. */
    public static Predictions of(double[][] mean) {
        return new Predictions(mean, null);
    }

    /** The number of outputs. */
    public int outputs() {
        return mean.length;
    }

    /** The number of designs. */
    public int size() {
        return mean[0].length;
    }

    /** Whether the predictor says how sure it is. */
    public boolean hasSpread() {
        return spread != null;
    }

    /** One output's expected values, one a design. */
    public double[] mean(int output) {
        return mean[output];
    }

    /**
     * One output's spreads, one a design.
     *
     * @throws IllegalStateException if there are none
     */
    public double[] spread(int output) {
        if (spread == null) {
            throw new IllegalStateException("the predictor has no spread");
        }
        return spread[output];
    }
}
