// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.Workers;

/**
 * A surrogate of an evaluator's first objective, learned from examples. Contributed through {@code
 * org.gidn.core.predictors}. Trained by one thread at a time; once trained, predictions and gradients may be asked for from
 * several.
 *
 * @since 1.0
 */
public interface Predictor extends AutoCloseable {
    /**
     * Learns from examples, forgetting what was learned before.
     *
     * @param data designs with their values; at least two different values
     * @param training what training may use and tell
     * @throws org.gidn.core.InvalidInputException if the data or the settings do not allow it, before any work
     * @throws java.util.concurrent.CancellationException if cancelled; the last good weights stay usable
     */
    void train(TrainingData data, Training training);

    /**
     * Predicts the value of designs.
     *
     * @return one prediction a design, in the objective's unit
     * @throws IllegalStateException if not trained
     */
    double[] predict(DesignBatch designs, Workers workers);

    /** A differentiator for one thread. */
    InputGradient inputGradient();

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
