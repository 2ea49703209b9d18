// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

/**
 * An evaluator whose local optima are known, as those of a test function are. Its runs tell which of them a method reached:
 * the metric {@code share near optimum N} is the share of the starts that ended there, and {@code best to optimum} the
 * distance of the best design found from the global optimum.
 *
 * @since 1.0
 */
public interface KnownOptima extends Evaluator {
    /** The positions of the local optima of the first objective, {@code [optimum][variable]}, the global one first. */
    double[][] optima();

    /** A design not farther than this from an optimum, in Euclidean distance, counts as near it. */
    double nearness();
}
