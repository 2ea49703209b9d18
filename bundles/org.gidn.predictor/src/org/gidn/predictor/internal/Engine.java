// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.List;
import org.gidn.core.predictor.Training;
import org.gidn.predictor.settings.MlpSettings;

/** A way to train networks. All engines start from the same parameters, take the same steps and see the same batches. */
interface Engine {
    /**
     * Trains networks of an ensemble. What becomes of one does not depend on which others are trained with it.
     *
     * @param members equal shapes with initial parameters, which are replaced by the trained ones; however this ends, they
     *     are those of the last epoch that went well
     * @param first which of the ensemble the first of them is
     * @param listener told of epochs in the place of that of the training
     * @throws org.gidn.core.InvalidInputException if the loss diverges
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    void train(
            List<Network> members,
            int first,
            TrainingSet set,
            MlpSettings settings,
            Training training,
            Listener listener);

    /** Told of every epoch. */
    @FunctionalInterface
    interface Listener {
        /**
         * An epoch has ended.
         *
         * @param losses of the members, on what they learn from
         * @param testLosses of the members, on what is held back; NaN if nothing is
         */
        void epoch(int epoch, int epochs, double[] losses, double[] testLosses);
    }
}
