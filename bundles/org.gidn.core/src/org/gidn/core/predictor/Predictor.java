// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.work.Workers;

/**
 * A surrogate of an evaluator's outputs, learned from examples. Contributed through {@code org.gidn.core.predictors}.
 * Trained by one thread at a time; once trained, predictions and gradients may be asked for from several.
 *
 * @since 1.0
 */
public interface Predictor extends AutoCloseable {
    /** What this predictor can do with its settings; always the same. */
    Set<PredictorCapability> capabilities();

    /**
     * Learns from examples, forgetting what was learned before.
     *
     * @param data designs with their values; at least two different values of each output
     * @param training what training may use and tell
     * @throws org.gidn.core.InvalidInputException if the data or the settings do not allow it, such as several outputs without
     *     {@link PredictorCapability#SEVERAL_OUTPUTS}; before any work
     * @throws java.util.concurrent.CancellationException if cancelled; the last good weights stay usable
     */
    void train(TrainingData data, Training training);

    /**
     * Learns from examples, beginning with what was learned before where the predictor has {@link
     * PredictorCapability#WARM_START} and was trained for designs and outputs of this kind; else as {@link #train}. A
     * predictor that was saved and restored goes on like one that wasn't.
     *
     * @param data all examples that count from now on, those of before among them
     */
    default void update(TrainingData data, Training training) {
        train(data, training);
    }

    /**
     * Predicts the outputs of designs.
     *
     * @throws IllegalStateException if not trained
     */
    Predictions predict(DesignBatch designs, Workers workers);

    /**
     * Scores designs by an acquisition, on the scale on which this predictor compares best: the outputs' units, or the scale on
     * which it learned. On either a score grows with the values of outputs whose weight is above 0. The same scores, but for
     * rounding, are differentiated by {@link #inputGradient}.
     *
     * @return one score a design
     * @throws IllegalStateException if not trained
     * @throws org.gidn.core.InvalidInputException if the acquisition does not fit this predictor
     */
    default double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        return acquisition.of(predict(designs, workers));
    }

    /**
     * A differentiator of scores for one thread.
     *
     * @throws IllegalStateException if not trained
     * @throws org.gidn.core.InvalidInputException if the acquisition does not fit this predictor
     * @throws UnsupportedOperationException without {@link PredictorCapability#INPUT_GRADIENT}
     */
    default InputGradient inputGradient(Acquisition acquisition) {
        throw new UnsupportedOperationException("this predictor has no input gradients");
    }

    /** Writes the trained model. */
    void save(Path file) throws IOException;

    /**
     * Reads a model that {@link #save} wrote.
     *
     * @throws org.gidn.core.InvalidInputException if the file is damaged or of another kind
     */
    void restore(Path file);

    /** Gives back what the predictor holds, such as memory outside the Java heap. */
    @Override
    default void close() {}
}
