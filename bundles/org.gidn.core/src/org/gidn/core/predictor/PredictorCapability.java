// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

/**
 * What a predictor can do beyond predicting one output from its values; a method may ask for it.
 *
 * @since 1.0
 */
public enum PredictorCapability {
    /** Gradients of its predictions with respect to the inputs: {@link Predictor#inputGradient}. */
    INPUT_GRADIENT("input gradients"),
    /** How sure it is: {@link Predictions#spread}. */
    SPREAD("a spread"),
    /** Knows several things that may be true, each of which can be drawn: {@link Acquisition.Kind#DRAW}. */
    DRAWS("draws of what may be true"),
    /** More than one output learned together. */
    SEVERAL_OUTPUTS("several outputs"),
    /** Learns from {@link TrainingData#gradients}, too; others leave them aside. */
    LEARNS_GRADIENTS("learning from gradients"),
    /** Heeds {@link TrainingData#weights}; others take all examples alike. */
    LEARNS_WEIGHTS("weights of examples"),
    /** {@link Predictor#update} begins where the last training ended; others begin anew. */
    WARM_START("a warm start");

    private final String text;

    PredictorCapability(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
