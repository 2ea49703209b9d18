// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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

/**
 * A predictor of the only output, made of any that has learned the rest of it and of what is known, in the units of the former; as sure as
 * that one is. It scores by merits that are a multiple of the output.
 *
 * @param inputs number of inputs of a design
 */
public record CompletedPredictor(Predictor rest, KnownOffset known, int inputs) implements Predictor {
    @Override
    public Set<PredictorCapability> capabilities() {
        return rest.capabilities();
    }

    /** {@inheritDoc} Never: it is the rest that learns. */
    @Override
    public void train(TrainingData data, Training training) {
        throw new UnsupportedOperationException("what is learned is the rest");
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        Predictions predictions = rest.predict(designs, workers);
        double[] mean = predictions.mean(0).clone();
        double[] offsets = offsets(designs, workers);
        Arrays.setAll(mean, i -> mean[i] + offsets[i]);
        return new Predictions(new double[][] {mean}, predictions.spread());
    }

    @Override
    public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
        if (acquisition.kind() != Acquisition.Kind.DRAW) {
            return acquisition.of(predict(designs, workers));
        }
        double[] scores = rest.score(designs, acquisition, workers);
        double[] offsets = offsets(designs, workers);
        double weight = weight(acquisition);
        Arrays.setAll(scores, i -> scores[i] + weight * offsets[i]);
        return scores;
    }

    private double[] offsets(DesignBatch designs, Workers workers) {
        double[] offsets = new double[designs.size()];
        workers.forEach(designs.size(), i -> {
            float[] position = new float[inputs];
            designs.copy(i, position, 0);
            offsets[i] = known.of(position, 0, new double[inputs]);
        });
        return offsets;
    }

    /** By what a merit grows with the output. */
    private static double weight(Acquisition acquisition) {
        double[] slope = new double[1];
        acquisition.merit().of(new double[1], slope);
        return slope[0];
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        return acquisition.kind() == Acquisition.Kind.EXPECTED_IMPROVEMENT
                ? new Improvement(acquisition)
                : new Shifted(acquisition);
    }

    /** Scores that grow by as much as the merit does. */
    private final class Shifted implements InputGradient {
        private final InputGradient inner;
        private final double weight;
        private final double[] slopes = new double[inputs];

        Shifted(Acquisition acquisition) {
            inner = rest.inputGradient(acquisition);
            weight = weight(acquisition);
        }

        @Override
        public int capacity() {
            return inner.capacity();
        }

        @Override
        public void evaluate(float[] positions, int count, float[] scores, float[] gradients) {
            inner.evaluate(positions, count, scores, gradients);
            for (int i = 0; i < count; i++) {
                scores[i] += (float) (weight * known.of(positions, i * inputs, slopes));
                for (int k = 0; k < inputs; k++) {
                    gradients[i * inputs + k] += (float) (weight * slopes[k]);
                }
            }
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    /**
     * The expected improvement, in which the known part is no term. A predictor that cannot add it to merits tells the merit's mean and
     * deviation: the bound of one deviation less the mean.
     */
    private final class Improvement implements InputGradient {
        private final Acquisition acquisition;
        private final InputGradient whole;
        private final double weight;
        private final double[] shifts;
        private final double[] slopes;
        /** Null as long as the whole can be shifted. */
        private InputGradient means;

        private InputGradient bounds;
        private float[] boundScores;
        private float[] boundGradients;

        Improvement(Acquisition acquisition) {
            this.acquisition = acquisition;
            whole = rest.inputGradient(acquisition);
            weight = weight(acquisition);
            shifts = new double[capacity()];
            slopes = new double[capacity() * inputs];
        }

        @Override
        public int capacity() {
            return whole.capacity();
        }

        @Override
        public void evaluate(float[] positions, int count, float[] scores, float[] gradients) {
            double[] one = new double[inputs];
            for (int i = 0; i < count; i++) {
                shifts[i] = weight * known.of(positions, i * inputs, one);
                System.arraycopy(one, 0, slopes, i * inputs, inputs);
            }
            if (!whole.evaluateShifted(positions, shifts, count, scores, gradients)) {
                evaluateParts(positions, count, scores, gradients);
            }
            for (int k = 0; k < count * inputs; k++) {
                gradients[k] += (float) (shifts[k / inputs] * weight * slopes[k]);
            }
        }

        private void evaluateParts(float[] positions, int count, float[] scores, float[] gradients) {
            if (means == null) {
                means = rest.inputGradient(new Acquisition(acquisition.merit(), 0));
                bounds = rest.inputGradient(new Acquisition(acquisition.merit(), 1));
                boundScores = new float[capacity()];
                boundGradients = new float[capacity() * inputs];
            }
            means.evaluate(positions, count, scores, gradients);
            bounds.evaluate(positions, count, boundScores, boundGradients);
            for (int i = 0; i < count; i++) {
                double deviation = Math.max(0, (double) boundScores[i] - scores[i]);
                double mean = scores[i] + shifts[i];
                double byMean = acquisition.meanSlope(mean, deviation);
                double byDeviation = acquisition.deviationSlope(mean, deviation);
                scores[i] = (float) acquisition.score(mean, deviation);
                shifts[i] = byMean;
                for (int k = i * inputs; k < (i + 1) * inputs; k++) {
                    gradients[k] = (float) (byMean * gradients[k] + byDeviation * (boundGradients[k] - gradients[k]));
                }
            }
        }

        @Override
        public void close() {
            whole.close();
            if (means != null) {
                means.close();
                bounds.close();
            }
        }
    }

    @Override
    public void save(Path file) throws IOException {
        rest.save(file);
    }

    @Override
    public void restore(Path file) {
        rest.restore(file);
    }
}
