// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Workers;

/**
 * A predictor that counts how often its gradient is asked for.
 *
 * @param predictor does the work
 * @param steps the number of times
 */
record CountingPredictor(Predictor predictor, AtomicInteger steps) implements Predictor {
    @Override
    public Set<PredictorCapability> capabilities() {
        return predictor.capabilities();
    }

    @Override
    public void train(TrainingData data, Training training) {
        predictor.train(data, training);
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        return predictor.predict(designs, workers);
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        InputGradient gradient = predictor.inputGradient(acquisition);
        return new InputGradient() {
            @Override
            public int capacity() {
                return gradient.capacity();
            }

            @Override
            public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
                steps.incrementAndGet();
                gradient.evaluate(inputs, count, scores, gradients);
            }

            @Override
            public void close() {
                gradient.close();
            }
        };
    }

    @Override
    public void save(Path file) throws IOException {
        predictor.save(file);
    }

    @Override
    public void restore(Path file) {
        predictor.restore(file);
    }

    @Override
    public void close() {
        predictor.close();
    }
}
