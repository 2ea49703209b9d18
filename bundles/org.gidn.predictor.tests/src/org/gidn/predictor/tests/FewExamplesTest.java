// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.statistics.Fit;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A few small networks that learn gradients, weights and in steps. */
class FewExamplesTest {
    private static final Workers WORKERS = new Workers(1, Cancellation.NONE);
    private static final int FEW = 12;

    private static MlpSettings settings(String scaling, String activation, int steps, double gradientWeight) {
        return new MlpSettings(
                2,
                32,
                0,
                0.003,
                "cosine",
                0.02,
                16,
                1,
                0,
                scaling,
                "plusMinusOne",
                3,
                "tiled",
                activation,
                steps,
                gradientWeight,
                0);
    }

    private static double[][] learned(TrainingData data, MlpSettings settings, int threads) {
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(data, Examples.training(threads));
            return predictor.predict(Examples.outputs(2).designs(), WORKERS).mean();
        }
    }

    private static TrainingData few(int outputs) {
        return Examples.outputs(outputs).select(IntStream.range(0, FEW).toArray());
    }

    @ParameterizedTest
    @CsvSource({"standard, silu", "log, silu", "squareRoot, tanh", "log, relu"})
    void gradientsOfAFewDesignsTellOfTheOthers(String scaling, String activation) {
        TrainingData all = Examples.outputs(2);
        double[][] with = learned(few(2), settings(scaling, activation, 300, 1), 1);
        double[][] without = learned(few(2), settings(scaling, activation, 300, 0), 1);
        for (int o = 0; o < 2; o++) {
            double r2 = Fit.of(with[o], all.values(o)).r2();
            double valuesOnly = Fit.of(without[o], all.values(o)).r2();
            assertTrue(r2 > 0.9 && 1 - r2 < 0.5 * (1 - valuesOnly), r2 + " with gradients, " + valuesOnly + " without");
        }
    }

    /** A wrong factor of the chain rule through the scaling or the coding would show. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "range", "standard", "squareRoot", "log"})
    void slopesBecomeThoseThatWereShown(String scaling) {
        TrainingData data = few(1);
        try (MlpPredictor predictor = new MlpPredictor(settings(scaling, "silu", 1500, 1))) {
            predictor.train(data, Examples.training(1));
            double[] above = valuesAt(predictor, data, 0.01);
            double[] below = valuesAt(predictor, data, -0.01);
            for (int i = 0; i < FEW; i++) {
                // Along the first variable, in the output's own unit.
                assertEquals(data.gradient(0, i)[0], (above[i] - below[i]) / 0.02, 0.1);
            }
        }
    }

    private static double[] valuesAt(MlpPredictor predictor, TrainingData data, double step) {
        int variables = data.designs().variables();
        double[] moved = new double[FEW * variables];
        for (int i = 0; i < FEW; i++) {
            data.designs().copy(i, moved, i * variables);
            moved[i * variables] += step;
        }
        return predictor
                .predict(DesignBatch.ofValues(variables, moved), WORKERS)
                .mean(0);
    }

    @Test
    void oneThreadAndThreeGiveTheSameBits() {
        MlpSettings settings = settings("log", "silu", 37, 1);
        double[][] one = learned(few(2), settings, 1);
        double[][] three = learned(few(2), settings, 3);
        assertArrayEquals(one[0], three[0]);
        assertArrayEquals(one[1], three[1]);
    }

    @Test
    void aDesignOfWeightTwoIsWorthTwoOfThem() {
        TrainingData twice = few(1).select(IntStream.concat(IntStream.range(0, FEW), IntStream.of(0))
                .toArray());
        double[] weights = new double[FEW];
        Arrays.fill(weights, 1);
        weights[0] = 2;
        MlpSettings settings = new MlpSettings(
                1, 16, 0, 0.003, "constant", 0, 100, 1, 0, "none", "asGiven", 1, "tiled", "silu", 50, 1, 0);
        double[] heavy = learned(few(1).withWeights(weights), settings, 1)[0];
        double[] doubled = learned(twice, settings, 1)[0];
        double[] plain = learned(few(1), settings, 1)[0];
        assertArrayEquals(doubled, heavy, 1e-3);
        assertTrue(Math.abs(plain[0] - heavy[0]) > 2e-3, "else weights did nothing");
    }

    @Test
    void designsWithoutAGradientAreLearnedByTheirValues() {
        TrainingData data = few(1);
        double[][][] some = {data.gradients()[0].clone()};
        Arrays.fill(some[0], 3, FEW, null);
        MlpSettings settings = settings("log", "silu", 100, 1);
        double[] all = learned(data, settings, 1)[0];
        double[] three = learned(data.withGradients(some), settings, 1)[0];
        double[] none = learned(data.withGradients(new double[][][] {null}), settings, 1)[0];
        assertArrayEquals(learned(data, settings("log", "silu", 100, 0), 1)[0], none, 1e-4);
        assertTrue(!Arrays.equals(all, three) && !Arrays.equals(none, three));
    }

    @Test
    void theWeightOfGradientsFallsWithTheNumberOfDesigns() {
        MlpSettings falling = new MlpSettings(
                2, 32, 0, 0.003, "cosine", 0.02, 16, 1, 0, "log", "plusMinusOne", 3, "tiled", "silu", 40, 1, FEW / 4);
        assertArrayEquals(learned(few(1), settings("log", "silu", 40, 0.25), 1)[0], learned(few(1), falling, 1)[0]);
    }

    @Test
    void stepsAreCountedWhateverTheNumberOfDesigns() {
        AtomicInteger told = new AtomicInteger();
        try (MlpPredictor predictor = new MlpPredictor(settings("log", "silu", 45, 0))) {
            predictor.train(
                    Examples.outputs(1), Examples.training(1, Cancellation.NONE, (epoch, epochs, loss, test) -> {
                        assertEquals(5, epochs);
                        told.set(epoch);
                    }));
        }
        assertEquals(5, told.get(), "every ten steps");
    }

    @Test
    void anUpdateKnowsWhatWasLearnedThoughValuesAreScaledAnew(@TempDir Path folder) throws IOException {
        TrainingData all = Examples.outputs(1);
        MlpSettings whole = settings("log", "silu", 400, 1);
        TrainingData less = all.select(IntStream.range(0, 40).toArray());
        // Weights that hardly move show where they began.
        MlpSettings still = new MlpSettings(
                2, 32, 0, 1e-9, "constant", 0, 16, 1, 0, "log", "plusMinusOne", 3, "tiled", "silu", 1, 0, 0);
        try (MlpPredictor first = new MlpPredictor(whole);
                MlpPredictor second = new MlpPredictor(still)) {
            first.train(less, Examples.training(1));
            double[] before = first.predict(all.designs(), WORKERS).mean(0);
            Path file = folder.resolve("model.zip");
            first.save(file);
            second.restore(file);
            second.update(all, Examples.training(1));
            assertArrayEquals(before, second.predict(all.designs(), WORKERS).mean(0), 1e-4);
        }
    }

    @Test
    void dl4jLearnsNoGradientsAndCountsNoSteps() {
        assertRefused("'trainingSteps' needs engine 'tiled'", 10, 0);
        assertRefused("'gradientWeight' needs engine 'tiled'", 0, 1);
    }

    private static void assertRefused(String part, int steps, double gradientWeight) {
        String message = assertThrows(
                        InvalidInputException.class,
                        () -> new MlpSettings(
                                1,
                                4,
                                0,
                                0.1,
                                "constant",
                                0,
                                10,
                                2,
                                0,
                                "none",
                                "asGiven",
                                1,
                                "dl4j",
                                "relu",
                                steps,
                                gradientWeight,
                                0))
                .getMessage();
        assertTrue(message.contains(part), message);
    }
}
