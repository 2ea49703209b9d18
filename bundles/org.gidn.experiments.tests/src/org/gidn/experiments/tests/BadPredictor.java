// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.material.Material;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Workers;

/**
 * A predictor that learns nothing and writes nothing.
 *
 * @param predictions what it predicts of whatever it is asked; if null, it has no gradient either
 */
record BadPredictor(Predictions predictions) implements Predictor {
    /** Predicts one output. */
    BadPredictor(double[] means) {
        this(means == null ? null : Predictions.of(new double[][] {means}));
    }

    @Override
    public Set<PredictorCapability> capabilities() {
        return Set.of(PredictorCapability.INPUT_GRADIENT);
    }

    @Override
    public void train(TrainingData data, Training training) {}

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        return predictions;
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        return predictions == null ? null : new Slope();
    }

    @Override
    public void save(Path file) {}

    @Override
    public void restore(Path file) {}

    /** Takes no designs at once, and knows no slope. */
    private static final class Slope implements InputGradient {
        @Override
        public int capacity() {
            return 0;
        }

        @Override
        public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
            gradients[gradients.length - 1] = Float.NaN;
        }
    }

    /** A material without properties. */
    static final class Stuff implements Material {
        @Override
        public void stiffness(double variable, double[] stiffness) {
            Arrays.fill(stiffness, Double.NaN);
        }

        @Override
        public void stiffnessDerivative(double variable, double[] derivative) {}

        @Override
        public void failure(double variable, double[] failure) {}

        @Override
        public void failureDerivative(double variable, double[] derivative) {}
    }
}
