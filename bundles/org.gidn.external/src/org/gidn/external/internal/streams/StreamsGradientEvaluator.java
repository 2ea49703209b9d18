// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.program.Program;

/**
 * A program that gives gradients too. It knows a cell of three or more levels as one number, the mean level: the weights of the levels
 * that a {@link Relaxation} has are summed up for it, and its derivative is given to each of them by its share in that mean.
 */
public final class StreamsGradientEvaluator extends StreamsEvaluator implements GradientEvaluator {
    private final Relaxation relaxation;

    StreamsGradientEvaluator(Program program, Pool pool, int batch) {
        super(program, pool, batch);
        this.relaxation = new Relaxation(space());
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        if (inputs.length != relaxation.inputs() || gradient.length != inputs.length) {
            throw new InvalidInputException(
                    "The program takes designs of " + relaxation.inputs() + " inputs, not of " + inputs.length + ".");
        }
        double[] slopes = new double[space().variables()];
        double value = relaxed(means(inputs), slopes);
        System.arraycopy(shared(inputs, slopes), 0, gradient, 0, gradient.length);
        return value;
    }

    @Override
    public Evaluations evaluateWithGradients(DesignBatch designs, Cancellation cancellation) {
        Evaluations results = answered(designs, true, cancellation);
        for (int i = 0; i < designs.size() && !relaxation.identity(); i++) {
            if (results.failure(i) == null) {
                results.setGradient(i, shared(relaxation.encode(designs.toArray(i)), results.gradient(i)));
            }
        }
        return results;
    }

    /** One number a variable. */
    private double[] means(double[] inputs) {
        double[] means = new double[space().variables()];
        for (int j = 0; j < means.length; j++) {
            int first = relaxation.first(j);
            int levels = relaxation.first(j + 1) - first;
            if (levels == 1) {
                means[j] = inputs[first];
                continue;
            }
            double sum = sum(inputs, first, levels);
            for (int level = 0; level < levels; level++) {
                means[j] += level * inputs[first + level] / sum;
            }
        }
        return means;
    }

    private static double sum(double[] inputs, int first, int levels) {
        double sum = Arrays.stream(inputs, first, first + levels).sum();
        if (!(sum > 0)) {
            throw new InvalidInputException(
                    "The weights of the levels of a cell are all 0; one at least must be above.");
        }
        return sum;
    }

    /** The derivatives by the inputs of those by the means. */
    private double[] shared(double[] inputs, double[] slopes) {
        if (relaxation.identity()) {
            return slopes;
        }
        double[] means = means(inputs);
        double[] gradient = new double[inputs.length];
        for (int j = 0; j < means.length; j++) {
            int first = relaxation.first(j);
            int levels = relaxation.first(j + 1) - first;
            for (int level = 0; level < levels; level++) {
                gradient[first + level] =
                        levels == 1 ? slopes[j] : slopes[j] * (level - means[j]) / sum(inputs, first, levels);
            }
        }
        return gradient;
    }
}
