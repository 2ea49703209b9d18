// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

/**
 * What an evaluator can do beyond evaluating a batch; a method may ask for it.
 *
 * @since 1.0
 */
public enum Capability {
    /** Gradients with respect to continuous design variables. */
    GRADIENT("gradients"),
    /**
     * All swaps of a 0 with a 1 of one design, at less than the price of so many evaluations; constraints may forbid some of them. Not
     * offered where measured values are bounded, since what is told of swaps are plain values.
     */
    SWAPS("swap neighbourhoods"),
    /** All designs of a space, at less than the price of so many evaluations. */
    ENUMERATION("exhaustive enumeration"),
    /**
     * Proofs of how good the designs of a part of the space are at best. Not offered where there are other constraints than those of
     * the space.
     *
     * @since 1.0
     */
    BOUNDS("bounds"),
    /**
     * A part of the first objective that is known exactly of any design. Not offered where measured values are
     * bounded.
     *
     * @since 1.0
     */
    KNOWN_PART("known parts");

    private final String text;

    Capability(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
