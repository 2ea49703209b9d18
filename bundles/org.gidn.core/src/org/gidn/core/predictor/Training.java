// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import org.gidn.core.execution.PieceWorkers;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Workers;

/**
 * What training may use and tell.
 *
 * @param random the source of chance: initial weights, split, order
 * @param workers threads and cancellation
 * @param listener told of every epoch
 * @param elsewhere workers that may train networks which need nothing of each other; null if there are none
 * @since 1.0
 */
public record Training(RandomStreams random, Workers workers, Listener listener, PieceWorkers elsewhere) {
    /** Training in this process alone. */
    public Training(RandomStreams random, Workers workers, Listener listener) {
        this(random, workers, listener, null);
    }

    /** Told how training goes, on the training thread. */
    @FunctionalInterface
    public interface Listener {
        /**
         * An epoch has ended: a pass through the examples, or what the predictor counts instead.
         *
         * @param epoch 1 for the first
         * @param epochs how many there will be
         * @param trainingLoss mean squared error on the training scale
         * @param testLoss the same for data held back; NaN if none is
         */
        void epoch(int epoch, int epochs, double trainingLoss, double testLoss);

        /**
         * Training has ended well: what the predictor says of its examples.
         *
         * @param part {@code training}, or {@code test} for the examples held back, if there are any
         * @param predicted one prediction an example
         * @param actual the examples
         */
        default void fitted(String part, Predictions predicted, TrainingData actual) {}
    }
}
