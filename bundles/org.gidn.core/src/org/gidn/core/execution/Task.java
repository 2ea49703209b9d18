// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.work.Cancellation;

/**
 * Designs to be evaluated.
 *
 * @param evaluator by what
 * @param designs any number of designs
 * @param gradients whether with the gradient of the first objective at each
 * @param noise the chance in their measurements; null where the evaluator is not to measure
 * @since 1.0
 */
public record Task(EvaluatorSource evaluator, DesignBatch designs, boolean gradients, Noise noise) {
    /** Plain evaluation by an evaluator that is here. */
    public static Task of(Evaluator evaluator, DesignBatch designs) {
        return new Task(EvaluatorSource.of(evaluator), designs, false, null);
    }

    /** The least multiple of a {@linkplain Evaluator#batchSize batch size} that is not below a number of designs. */
    public static long rounded(long designs, int batchSize) {
        return Math.multiplyExact((designs + batchSize - 1) / batchSize, batchSize);
    }

    /** The same for the designs from {@code from} to before {@code to}. */
    public Task slice(int from, int to) {
        return new Task(evaluator, designs.slice(from, to), gradients, noise == null ? null : noise.slice(from, to));
    }

    /**
     * Does the task on the calling thread.
     *
     * @param worker the evaluator, here or remade from its recipe
     * @return values, and gradients where they are asked for
     * @throws IllegalStateException if the worker gives values of another size
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Evaluations by(Evaluator worker, Cancellation cancellation) {
        Evaluations results;
        if (gradients) {
            results = ((GradientEvaluator) worker).evaluateWithGradients(designs, cancellation);
        } else if (noise != null) {
            results = ((NoisyEvaluator) worker).measure(designs, noise, cancellation);
        } else {
            results = worker.evaluate(designs, cancellation);
        }
        int outputs = worker.outputs().size();
        if (results == null || results.size() != designs.size() || results.outputs() != outputs) {
            throw new IllegalStateException("asked for " + designs.size() + " × " + outputs
                    + " values, the evaluator gave "
                    + (results == null ? "null" : results.size() + " × " + results.outputs()));
        }
        return results;
    }
}
