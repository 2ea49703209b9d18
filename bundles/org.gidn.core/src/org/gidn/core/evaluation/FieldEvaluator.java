// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

/**
 * An evaluator that can show what happens inside a design.
 *
 * @since 1.0
 */
public interface FieldEvaluator extends Evaluator {
    /**
     * The fields of one design. Thread-safe.
     *
     * @param design one value a variable
     * @throws org.gidn.core.InvalidInputException if the design has another size or a value out of range
     */
    Fields fields(double[] design);
}
