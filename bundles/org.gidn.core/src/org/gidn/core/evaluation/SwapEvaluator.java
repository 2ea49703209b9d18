// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

/**
 * An evaluator of binary designs that is fast at all designs one swap away from a given one.
 *
 * @since 1.0
 */
public interface SwapEvaluator extends Evaluator {
    /**
     * The first objective of every design that comes from the given one by swapping a 0 with a 1. Thread-safe.
     *
     * @param design values 0 or 1
     * @return value {@code [z][o]} belongs to the swap of the {@code z}-th 0 with the {@code o}-th 1, both counted in the
     *     order of the variables
     * @throws org.gidn.core.InvalidInputException if the design has another size or is not binary
     */
    double[][] swaps(double[] design);
}
