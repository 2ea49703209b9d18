// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.List;
import org.gidn.core.predictor.Training;
import org.gidn.predictor.settings.MlpSettings;

/** A way to train networks. All engines start from the same parameters, take the same steps and see the same batches. */
interface Engine {
    /**
     * Trains the networks of an ensemble.
     *
     * @param members equal shapes with initial parameters, which are replaced by the trained ones; however this ends, they
     *     are those of the last epoch that went well
     * @throws org.gidn.core.InvalidInputException if the loss diverges
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    void train(List<Network> members, TrainingSet set, MlpSettings settings, Training training);
}
