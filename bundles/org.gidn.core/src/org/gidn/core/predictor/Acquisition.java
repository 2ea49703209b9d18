// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import org.gidn.core.InvalidInputException;

/**
 * How predictions become one score by which designs are chosen: by what a predictor expects of their merit, and by how sure it is.
 *
 * @param merit how good a design is by its outputs
 * @param kind what counts beside the expected merit
 * @param parameter a number whose meaning the kind says
 * @since 1.0
 */
public record Acquisition(Merit merit, Kind kind, double parameter) {
    /** What a score is made of. */
    public enum Kind {
        /** The expected merit alone; no parameter. */
        PREDICTION,
        /**
         * The expected merit and so many of its deviations as the parameter says: above 0 the unknown is sought (Srinivas et al.
         * 2010), below 0 it is avoided.
         */
        UPPER_BOUND,
        /**
         * The logarithm of the gain beyond the merit that is the parameter, expected of a merit of normal distribution (Jones et al.
         * 1998, Ament et al. 2023).
         */
        EXPECTED_IMPROVEMENT,
        /**
         * The merit by one of the things that may be true, whose number is the parameter (Thompson 1933). Needs {@link
         * PredictorCapability#DRAWS}.
         */
        DRAW
    }

    /** @throws InvalidInputException if the parameter is not finite */
    public Acquisition {
        if (!Double.isFinite(parameter)) {
            throw new InvalidInputException(
                    "The parameter of an acquisition must be a finite number, not " + parameter + ".");
        }
    }

    /**
     * The expected weighted sum of the outputs and so many of its deviations.
     *
     * @param weights see {@link Merit#weighted}
     * @param spread see {@link Kind#UPPER_BOUND}
     */
    public Acquisition(double[] weights, double spread) {
        this(Merit.weighted(weights), spread);
    }

    /** The expected merit and so many of its deviations. */
    public Acquisition(Merit merit, double spread) {
        this(merit, spread == 0 ? Kind.PREDICTION : Kind.UPPER_BOUND, spread);
    }

    /** The expected value of the only output. */
    public static Acquisition mean() {
        return upperBound(0);
    }

    /** The only output's expected value and so many deviations more. */
    public static Acquisition upperBound(double spread) {
        return new Acquisition(new double[] {1}, spread);
    }

    /** Whether scores depend on how sure the predictor is. */
    public boolean usesSpread() {
        return kind == Kind.UPPER_BOUND || kind == Kind.EXPECTED_IMPROVEMENT;
    }

    /**
     * Checks that a predictor can score by this.
     *
     * @param outputs how many it has
     * @param hasSpread whether it has a spread
     * @param draws whether it has {@link PredictorCapability#DRAWS}
     * @throws InvalidInputException if not
     */
    public void check(int outputs, boolean hasSpread, boolean draws) {
        if (merit.outputs() != outputs) {
            throw new InvalidInputException("The acquisition has " + merit.outputs() + " weights, but the predictor "
                    + outputs + " outputs; give one weight for each.");
        }
        if (usesSpread() && !hasSpread) {
            throw new InvalidInputException("The acquisition counts the spread, but the predictor has none; use an"
                    + " ensemble or a Gaussian process, or the prediction alone.");
        }
        if (kind == Kind.DRAW && !draws) {
            throw new InvalidInputException(
                    "The acquisition draws what may be true, but the predictor has no draws; use"
                            + " an ensemble of networks, or another acquisition.");
        }
    }

    /** The score of a merit. */
    public double score(double mean, double deviation) {
        return switch (kind) {
            case PREDICTION, DRAW -> mean;
            case UPPER_BOUND -> mean + parameter * deviation;
            case EXPECTED_IMPROVEMENT -> new ExpectedGain(mean - parameter, deviation).logarithm();
        };
    }

    /** The derivative of {@link #score} with respect to the mean. */
    public double meanSlope(double mean, double deviation) {
        return kind == Kind.EXPECTED_IMPROVEMENT ? new ExpectedGain(mean - parameter, deviation).meanSlope() : 1;
    }

    /** The derivative of {@link #score} with respect to the deviation. */
    public double deviationSlope(double mean, double deviation) {
        return switch (kind) {
            case PREDICTION, DRAW -> 0;
            case UPPER_BOUND -> parameter;
            case EXPECTED_IMPROVEMENT -> new ExpectedGain(mean - parameter, deviation).deviationSlope();
        };
    }

    /**
     * Scores predictions in the outputs' units, taking the outputs for independent.
     *
     * @return one score a design
     * @throws InvalidInputException if they are not of so many outputs, have no spread though it counts, or draws are asked for
     */
    public double[] of(Predictions predictions) {
        check(predictions.outputs(), predictions.hasSpread(), false);
        double[] scores = new double[predictions.size()];
        double[] means = new double[predictions.outputs()];
        double[] slopes = new double[means.length];
        for (int i = 0; i < scores.length; i++) {
            for (int o = 0; o < means.length; o++) {
                means[o] = predictions.mean(o)[i];
            }
            double mean = merit.of(means, slopes);
            double variance = 0;
            for (int o = 0; o < means.length && usesSpread(); o++) {
                double deviation = slopes[o] * predictions.spread(o)[i];
                variance += deviation * deviation;
            }
            scores[i] = score(mean, Math.sqrt(variance));
        }
        return scores;
    }
}
