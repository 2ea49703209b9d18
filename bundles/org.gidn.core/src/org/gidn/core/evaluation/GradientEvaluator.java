// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

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
}
