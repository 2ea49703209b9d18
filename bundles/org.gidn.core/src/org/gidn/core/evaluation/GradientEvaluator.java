// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.run.Cancellation;

/**
 * An evaluator whose first objective can be differentiated with respect to continuous design variables.
 *
 * @since 1.0
 */
public interface GradientEvaluator extends Evaluator {
    /**
     * The value and the exact gradient of the first objective. Thread-safe.
     *
     * @param design one value a variable; in a binary space anything from 0 to 1
     * @param gradient receives one derivative a variable
     * @return the value
     * @throws org.gidn.core.InvalidInputException if the design has another size or a value out of range
     */
    double gradient(double[] design, double[] gradient);

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
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            if (results.failure(i) == null) {
                double[] gradient = new double[designs.variables()];
                gradient(designs.toArray(i), gradient);
                results.setGradient(i, gradient);
            }
        }
        return results;
    }
}
