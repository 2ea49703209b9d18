// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Merit;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.testing.PassingGradient;
import org.gidn.core.testing.PassingPredictor;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.designer.internal.CompletedPredictor;
import org.gidn.designer.internal.KnownOffset;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A predictor that learned the rest of an objective, completed by what is known of it. */
class CompletedPredictorTest {
    private static final int INPUTS = 3;
    private static final Workers WORKERS = new Workers(1, Cancellation.NONE);
    /** log(1 + x₀² + 2x₁²). */
    private static final KnownOffset OFFSET = (positions, from, slopes) -> {
        double first = positions[from];
        double second = positions[from + 1];
        double inner = 1 + first * first + 2 * second * second;
        slopes[0] = 2 * first / inner;
        slopes[1] = 4 * second / inner;
        slopes[2] = 0;
        return Math.log(inner);
    };

    @ParameterizedTest
    @CsvSource({
        "PREDICTION, 0, 1",
        "UPPER_BOUND, 0.7, 1",
        "UPPER_BOUND, 0.7, -1",
        "EXPECTED_IMPROVEMENT, 1.5, 1",
        "EXPECTED_IMPROVEMENT, 8, 1",
        "EXPECTED_IMPROVEMENT, 0.5, -1",
        "DRAW, 3, -1"
    })
    void gradientsAreTheSlopesOfScores(Acquisition.Kind kind, double parameter, double weight) {
        Acquisition acquisition = new Acquisition(Merit.weighted(weight), kind, parameter);
        Predictor completed = new CompletedPredictor(new Waves(), OFFSET, INPUTS);
        double[] positions = {0.2, 0.7, 0.4, 1.1, -0.3, 0.6};
        float[] inputs = new float[positions.length];
        for (int k = 0; k < inputs.length; k++) {
            inputs[k] = (float) positions[k];
            positions[k] = inputs[k];
        }
        float[] scores = new float[2];
        float[] gradients = new float[inputs.length];
        try (InputGradient gradient = completed.inputGradient(acquisition)) {
            gradient.evaluate(inputs, 2, scores, gradients);
        }
        double[] plain = completed.score(DesignBatch.ofValues(INPUTS, positions), acquisition, WORKERS);
        for (int i = 0; i < 2; i++) {
            assertEquals(plain[i], scores[i], 1e-5 * Math.max(1, Math.abs(plain[i])));
        }
        float step = 1f / 256;
        for (int k = 0; k < inputs.length; k++) {
            double slope = (moved(completed, acquisition, positions, k, step)
                            - moved(completed, acquisition, positions, k, -step))
                    / (2 * step);
            assertEquals(slope, gradients[k], 2e-3 * Math.max(1, Math.abs(slope)), "input " + k);
        }
    }

    static Stream<Predictor> predictors() {
        return Stream.of(
                new GaussianProcess(GaussianProcessSettings.DEFAULTS),
                new MlpPredictor(new MlpSettings(
                        1, 16, 0, 0.01, "cosine", 0, 32, 1, 0, "standard", "asGiven", 3, "tiled", "silu", 100, 0, 0)));
    }

    /** Predictors of ours add what is known to merits, others tell of the merit's parts: to the same end. */
    @ParameterizedTest
    @MethodSource("predictors")
    void anyPredictorTellsTheSame(Predictor rest) {
        double[] examples = new double[40 * INPUTS];
        double[] values = new double[40];
        RandomGenerator random = new RandomStreams(3).stream("examples");
        Arrays.setAll(examples, k -> random.nextDouble());
        Arrays.setAll(values, i -> Math.sin(3 * examples[3 * i]) + examples[3 * i + 1] * examples[3 * i + 2]);
        rest.train(
                new TrainingData(DesignBatch.ofValues(INPUTS, examples), values),
                new Training(new RandomStreams(4), WORKERS, (epoch, epochs, loss, test) -> {}));
        Acquisition acquisition = new Acquisition(Merit.weighted(1), Acquisition.Kind.EXPECTED_IMPROVEMENT, 1.5);
        float[] inputs = {0.2f, 0.7f, 0.4f, 0.9f, 0.1f, 0.6f};
        float[][] scores = new float[2][2];
        float[][] gradients = new float[2][6];
        Predictor[] both = {rest, plain(rest)};
        for (int k = 0; k < 2; k++) {
            try (InputGradient gradient = new CompletedPredictor(both[k], OFFSET, INPUTS).inputGradient(acquisition)) {
                gradient.evaluate(inputs, 2, scores[k], gradients[k]);
            }
        }
        requireNear(scores[1], scores[0]);
        requireNear(gradients[1], gradients[0]);
    }

    private static void requireNear(float[] expected, float[] found) {
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], found[k], 1e-3 * Math.max(1, Math.abs(expected[k])), "number " + k);
        }
    }

    private static double moved(
            Predictor predictor, Acquisition acquisition, double[] positions, int input, double step) {
        double[] moved = positions.clone();
        moved[input] += step;
        return predictor.score(DesignBatch.ofValues(INPUTS, moved), acquisition, WORKERS)[input / INPUTS];
    }

    /** A predictor that adds nothing to merits. */
    private static Predictor plain(Predictor predictor) {
        return new PassingPredictor(predictor) {
            @Override
            public InputGradient inputGradient(Acquisition acquisition) {
                return new PassingGradient(super.inputGradient(acquisition));
            }
        };
    }

    /** Predicts sin x₀ + sin 2x₁ + sin 3x₂, give or take 0.5 + 0.2 x₂². A draw is the same with one more. */
    private static final class Waves implements Predictor {
        @Override
        public Set<PredictorCapability> capabilities() {
            return Set.of(PredictorCapability.INPUT_GRADIENT, PredictorCapability.SPREAD, PredictorCapability.DRAWS);
        }

        private static double mean(double[] x) {
            return Math.sin(x[0]) + Math.sin(2 * x[1]) + Math.sin(3 * x[2]);
        }

        private static double spread(double[] x) {
            return 0.5 + 0.2 * x[2] * x[2];
        }

        @Override
        public void train(TrainingData data, Training training) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Predictions predict(DesignBatch designs, Workers workers) {
            double[][] mean = new double[1][designs.size()];
            double[][] spread = new double[1][designs.size()];
            Arrays.setAll(mean[0], i -> mean(designs.toArray(i)));
            Arrays.setAll(spread[0], i -> spread(designs.toArray(i)));
            return new Predictions(mean, spread);
        }

        @Override
        public double[] score(DesignBatch designs, Acquisition acquisition, Workers workers) {
            double[] scores = predict(designs, workers).mean(0);
            double[] slope = new double[1];
            Arrays.setAll(scores, i -> acquisition.merit().of(new double[] {scores[i] + 1}, slope));
            return scores;
        }

        @Override
        public InputGradient inputGradient(Acquisition acquisition) {
            double[] weight = new double[1];
            acquisition.merit().of(new double[1], weight);
            double more = acquisition.kind() == Acquisition.Kind.DRAW ? 1 : 0;
            double bound = acquisition.kind() == Acquisition.Kind.UPPER_BOUND ? acquisition.parameter() : 0;
            return new InputGradient() {
                @Override
                public int capacity() {
                    return 2;
                }

                @Override
                public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
                    for (int i = 0; i < count; i++) {
                        double[] x = {inputs[3 * i], inputs[3 * i + 1], inputs[3 * i + 2]};
                        scores[i] = (float) (weight[0] * (mean(x) + more) + bound * spread(x));
                        for (int k = 0; k < INPUTS; k++) {
                            double slope = weight[0] * (k + 1) * Math.cos((k + 1) * x[k]);
                            gradients[INPUTS * i + k] = (float) (slope + (k == 2 ? bound * 0.4 * x[2] : 0));
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
}
