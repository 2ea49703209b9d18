// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Workers;

/**
 * A predictor that counts how often it is trained, and takes its time for that.
 *
 * @param predictor does the work
 * @param trained the number of times
 * @param milliseconds that a training takes more
 */
record CountingPredictor(Predictor predictor, AtomicInteger trained, int milliseconds) implements Predictor {
    @Override
    public Set<PredictorCapability> capabilities() {
        return predictor.capabilities();
    }

    @Override
    public void train(TrainingData data, Training training) {
        trained.incrementAndGet();
        predictor.train(data, training);
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        return predictor.predict(designs, workers);
    }

    @Override
    public void save(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restore(Path file) {
        throw new UnsupportedOperationException();
    }
}
