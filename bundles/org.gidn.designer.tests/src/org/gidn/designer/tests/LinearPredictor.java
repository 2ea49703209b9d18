// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

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

/** A predictor whose optimum is known: score = Σ weights[j] · x[j] − curvature · Σ (x[j] − centre)². */
final class LinearPredictor implements Predictor {
    private static final int CAPACITY = 32;

    private final double[] weights;
    private final double curvature;
    private final double centre;

    LinearPredictor(double[] weights, double curvature, double centre) {
        this.weights = weights;
        this.curvature = curvature;
        this.centre = centre;
    }

    @Override
    public Set<PredictorCapability> capabilities() {
        return Set.of(PredictorCapability.INPUT_GRADIENT);
    }

    @Override
    public void train(TrainingData data, Training training) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        double[] slope = new double[1];
        acquisition.merit().of(new double[1], slope);
        float weight = (float) slope[0];
        return new InputGradient() {
            @Override
            public int capacity() {
                return CAPACITY;
            }

            @Override
            public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
                for (int i = 0; i < count; i++) {
                    scores[i] = 0;
                    for (int j = 0; j < weights.length; j++) {
                        int at = i * weights.length + j;
                        double aside = inputs[at] - centre;
                        scores[i] += weight * (float) (weights[j] * inputs[at] - curvature * aside * aside);
                        gradients[at] = weight * (float) (weights[j] - 2 * curvature * aside);
                    }
                }
            }
        };
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
