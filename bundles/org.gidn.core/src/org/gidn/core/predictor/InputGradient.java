// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

/**
 * The gradient of a trained predictor with respect to its input, for tiles of designs. Weight gradients are never computed.
 * Used by one thread.
 *
 * @since 1.0
 */
public interface InputGradient extends AutoCloseable {
    /** The largest number of designs of one call. */
    int capacity();

    /**
     * Scores designs by the acquisition for which this was made, and differentiates the scores. Scores are those of {@link
     * Predictor#score}, but for rounding.
     *
     * @param inputs designs one after the other, in the design space's own coding
     * @param count number of designs, at most {@link #capacity()}
     * @param scores receives one score a design
     * @param gradients receives the derivative of each score with respect to its design's inputs, laid out as they are
     */
    void evaluate(float[] inputs, int count, float[] scores, float[] gradients);

    /**
     * The same with a number added to the merit of each design before it is scored, such as what is known beside what was learned. May be
     * left out: whoever asks then does with other scores.
     *
     * @param shifts one a design; receives the derivative of its score with respect to it
     * @return whether it was done; if not, all is as it was
     * @since 1.0
     */
    default boolean evaluateShifted(float[] inputs, double[] shifts, int count, float[] scores, float[] gradients) {
        return false;
    }

    /** Gives back what this differentiator holds. */
    @Override
    default void close() {}
}
