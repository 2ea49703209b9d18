// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import org.gidn.core.design.Relaxation;

/**
 * An evaluator that knows a part of its first objective exactly, at hardly any cost, such as a material's modulus that stands before
 * all else, or what the material of a design costs. A method that learns from evaluations then learns only the rest, and puts both
 * together again exactly.
 *
 * @since 1.0
 */
public interface PartlyKnownEvaluator extends Evaluator {
    /** How the objective is made of the known part and the rest. */
    enum Composition {
        /** The objective is the known part, a number above 0, times the rest. */
        PRODUCT,
        /** The objective is the known part plus the rest. */
        SUM
    }

    /** How the objective is made; always the same. */
    Composition composition();

    /**
     * The known part of the first objective and its exact gradient. Thread-safe; takes microseconds, and counts as no evaluation.
     *
     * @param inputs a design as {@link Relaxation#encode(double[])} writes it, or anything between such within the bounds of the
     *     {@link Relaxation}
     * @param gradient receives one derivative an input
     * @return the known part, finite; above 0 where it is a factor
     */
    double knownPart(double[] inputs, double[] gradient);
}
