// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;

/**
 * Examples to learn from.
 *
 * @param designs the designs
 * @param values the values {@code [output][design]}, finite
 * @param gradients the derivatives {@code [output][design][variable]} of the values with respect to the designs' variables,
 *     finite; null for an output, or a design of it, of which none are known; null if there are none at all
 * @param weights how much each design counts in comparison to the others, from 0 on and not all 0; null if all count alike
 * @since 1.0
 */
public record TrainingData(DesignBatch designs, double[][] values, double[][][] gradients, double[] weights) {
    /** @throws InvalidInputException if the parts differ in size, or a number is none to learn from */
    public TrainingData {
        checkValues(designs, values);
        if (gradients != null) {
            checkGradients(designs, values.length, gradients);
        }
        if (weights != null) {
            checkWeights(designs, weights);
        }
    }

    /** Examples with one output and its values. */
    public TrainingData(DesignBatch designs, double[] values) {
        this(designs, new double[][] {values}, null, null);
    }

    /** The same examples with gradients. */
    public TrainingData withGradients(double[][][] known) {
        return new TrainingData(designs, values, known, weights);
    }

    /** The same examples with weights. */
    public TrainingData withWeights(double[] given) {
        return new TrainingData(designs, values, gradients, given);
    }

    /** The number of outputs. */
    public int outputs() {
        return values.length;
    }

    /** The number of designs. */
    public int size() {
        return designs.size();
    }

    /** One output's values, one a design. */
    public double[] values(int output) {
        return values[output];
    }

    /** The derivatives of one design's value for one output, one a variable; null if they are not known. */
    public double[] gradient(int output, int design) {
        return gradients == null || gradients[output] == null ? null : gradients[output][design];
    }

    /** How much a design counts; 1 if all count alike. */
    public double weight(int design) {
        return weights == null ? 1 : weights[design];
    }

    /** The examples of the given places, in that order. */
    public TrainingData select(int[] places) {
        double[][] someValues = new double[outputs()][places.length];
        double[][][] someGradients = gradients == null ? null : new double[outputs()][places.length][];
        double[] someWeights = weights == null ? null : new double[places.length];
        for (int i = 0; i < places.length; i++) {
            for (int o = 0; o < outputs(); o++) {
                someValues[o][i] = values[o][places[i]];
                if (gradients != null) {
                    someGradients[o][i] = gradient(o, places[i]);
                }
            }
            if (weights != null) {
                someWeights[i] = weights[places[i]];
            }
        }
        return new TrainingData(designs.select(places), someValues, someGradients, someWeights);
    }

    /**
     * Checks that every output has something to learn.
     *
     * @throws InvalidInputException if there are no designs, or all values of an output are equal
     */
    public void checkVaried() {
        for (double[] column : values) {
            if (Arrays.stream(column).distinct().limit(2).count() < 2) {
                throw new InvalidInputException(
                        column.length == 0
                                ? "There are no training samples; evaluate some designs first."
                                : "All " + column.length + " training values are " + column[0]
                                        + "; a predictor needs at least two different ones to learn from.");
            }
        }
    }

    private static void checkValues(DesignBatch designs, double[][] values) {
        if (values.length == 0) {
            throw new InvalidInputException("There is no output to learn; give the values of at least one.");
        }
        for (double[] column : values) {
            if (designs.size() != column.length) {
                throw new InvalidInputException(
                        "There are " + designs.size() + " designs but " + column.length + " values to learn from.");
            }
            for (int i = 0; i < column.length; i++) {
                if (!Double.isFinite(column[i])) {
                    throw new InvalidInputException("Training value " + i + " is " + column[i]
                            + "; a predictor learns from finite values only. Leave failed designs out.");
                }
            }
        }
    }

    private static void checkGradients(DesignBatch designs, int outputs, double[][][] gradients) {
        if (gradients.length != outputs) {
            throw new InvalidInputException(
                    "There are " + outputs + " outputs but gradients of " + gradients.length + " to learn from.");
        }
        for (double[][] column : gradients) {
            if (column != null && column.length != designs.size()) {
                throw new InvalidInputException(
                        "There are " + designs.size() + " designs but " + column.length + " gradients to learn from.");
            }
            for (int i = 0; column != null && i < column.length; i++) {
                checkGradient(column[i], i, designs.variables());
            }
        }
    }

    private static void checkGradient(double[] gradient, int design, int variables) {
        if (gradient == null) {
            return;
        }
        if (gradient.length != variables) {
            throw new InvalidInputException("Training gradient " + design + " has " + gradient.length
                    + " derivatives, but its design " + variables + " variables.");
        }
        for (double derivative : gradient) {
            if (!Double.isFinite(derivative)) {
                throw new InvalidInputException("There is " + derivative + " in training gradient " + design
                        + "; a predictor learns from finite derivatives only. Leave this gradient out.");
            }
        }
    }

    private static void checkWeights(DesignBatch designs, double[] weights) {
        if (weights.length != designs.size()) {
            throw new InvalidInputException(
                    "There are " + designs.size() + " designs but " + weights.length + " weights of them.");
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new InvalidInputException(
                        "Training weight " + i + " is " + weights[i] + "; weights are finite numbers from 0 on.");
            }
            sum += weights[i];
        }
        if (designs.size() > 0 && sum == 0) {
            throw new InvalidInputException("All training weights are 0; at least one design must count.");
        }
    }
}
