// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import org.gidn.core.InvalidInputException;

/**
 * How predictions become one score by which designs are chosen: {@code mean(s) + spread · deviation(s)}, where {@code s = Σ
 * weights[o] · output[o]} is the weighted sum of the outputs, and mean and deviation are what the predictor expects of it.
 *
 * @param weights one an output; an output that should be small has one below 0
 * @param spread how much the deviation counts: above 0 the unknown is sought (an upper bound, Srinivas et al. 2010), below 0
 *     it is avoided, 0 is the expectation alone
 * @since 1.0
 */
public record Acquisition(double[] weights, double spread) {
    /** @throws InvalidInputException if there are no weights, or a number is not finite */
    public Acquisition {
        if (weights.length == 0) {
            throw new InvalidInputException("An acquisition needs a weight for each output of the predictor.");
        }
        boolean finite = Double.isFinite(spread);
        for (double weight : weights) {
            finite &= Double.isFinite(weight);
        }
        if (!finite) {
            throw new InvalidInputException(
                    "The weights of an acquisition must be finite numbers, as must its spread.");
        }
    }

    /** The expected value of the only output. */
    public static Acquisition mean() {
        return upperBound(0);
    }

    /** The only output's expected value and so many deviations more. */
    public static Acquisition upperBound(double spread) {
        return new Acquisition(new double[] {1}, spread);
    }

    /**
     * Checks that a predictor can score by this.
     *
     * @param outputs how many it has
     * @param hasSpread whether it has a spread
     * @throws InvalidInputException if not
     */
    public void check(int outputs, boolean hasSpread) {
        if (weights.length != outputs) {
            throw new InvalidInputException("The acquisition has " + weights.length + " weights, but the predictor "
                    + outputs + " outputs; give one weight for each.");
        }
        if (spread != 0 && !hasSpread) {
            throw new InvalidInputException(
                    "The acquisition counts the spread " + spread
                            + " times, but the predictor has none; use an ensemble or a Gaussian process, or count it 0 times.");
        }
    }

    /**
     * Scores predictions in the outputs' units, taking the outputs for independent.
     *
     * @return one score a design
     * @throws InvalidInputException if they are not of so many outputs, or have no spread though it counts
     */
    public double[] of(Predictions predictions) {
        check(predictions.outputs(), predictions.hasSpread());
        double[] scores = new double[predictions.size()];
        for (int i = 0; i < scores.length; i++) {
            double variance = 0;
            for (int o = 0; o < weights.length; o++) {
                scores[i] += weights[o] * predictions.mean(o)[i];
                double deviation = spread == 0 ? 0 : weights[o] * predictions.spread(o)[i];
                variance += deviation * deviation;
            }
            scores[i] += spread * Math.sqrt(variance);
        }
        return scores;
    }
}
