// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.Relaxation;
import org.gidn.core.work.Cancellation;

/**
 * An evaluator whose first objective can be differentiated with respect to designs as real numbers, the inputs of a
 * {@link Relaxation}: where no variable has three or more levels these are the variables themselves.
 *
 * @since 1.0
 */
public interface GradientEvaluator extends Evaluator {
    /**
     * The value and the exact gradient of the first objective. Thread-safe.
     *
     * @param inputs a design as {@link Relaxation#encode(double[])} writes it, or anything between such: for a variable of two
     *     levels from 0 to 1, for each level of one of more a weight from 0 to 1
     * @param gradient receives one derivative an input
     * @return the value; at a design that of {@link #evaluate}, but perhaps for rounding
     * @throws org.gidn.core.InvalidInputException if there is another number of inputs, or a value out of range
     */
    double gradient(double[] inputs, double[] gradient);

    /**
     * Evaluates a batch with the gradient of the first objective at each design. The values are those of {@link #evaluate}, bit
     * for bit. Evaluates and differentiates one after the other; to be overridden where both come from one calculation.
     *
     * @param designs see {@link #evaluate}
     * @param cancellation asked between designs
     * @return values and gradients
     */
    default Evaluations evaluateWithGradients(DesignBatch designs, Cancellation cancellation) {
        Evaluations results = evaluate(designs, cancellation);
        Relaxation relaxation = new Relaxation(space());
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            if (results.failure(i) == null) {
                double[] gradient = new double[relaxation.inputs()];
                gradient(relaxation.encode(designs.toArray(i)), gradient);
                results.setGradient(i, gradient);
            }
        }
        return results;
    }
}
