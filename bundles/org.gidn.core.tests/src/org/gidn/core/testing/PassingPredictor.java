// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Workers;

/** Has another predictor do all; a test changes what it is about. */
public class PassingPredictor implements Predictor {
    private final Predictor inner;

    public PassingPredictor(Predictor inner) {
        this.inner = inner;
    }

    @Override
    public Set<PredictorCapability> capabilities() {
        return inner.capabilities();
    }

    @Override
    public void train(TrainingData data, Training training) {
        inner.train(data, training);
    }

    @Override
    public void update(TrainingData data, Training training) {
        inner.update(data, training);
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        return inner.predict(designs, workers);
    }

    @Override
    public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        return inner.score(designs, acquisition, workers);
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        return inner.inputGradient(acquisition);
    }

    @Override
    public void save(Path file) throws IOException {
        inner.save(file);
    }

    @Override
    public void restore(Path file) {
        inner.restore(file);
    }

    @Override
    public void close() {
        inner.close();
    }
}
