// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Training;
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

class MlpPredictorTest {
    private static final Workers WORKERS = new Workers(2, Cancellation.NONE);

    @ParameterizedTest
    @CsvSource({"standard, asGiven", "log, plusMinusOne", "none, standard", "range, asGiven"})
    void learnsWhatItIsShown(String scaling, String coding) {
        TrainingData data = Examples.binary(4, 4, 600, 1);
        MlpSettings settings =
                new MlpSettings(3, 32, 0, 0.003, "cosine", 0, 100, 150, 0.2, scaling, coding, 1, "tiled");
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(data, Examples.training(2));
            TrainingData fresh = Examples.binary(4, 4, 500, 2);
            Fit fit = Fit.of(predictor.predict(fresh.designs(), WORKERS).mean(0), fresh.values(0));
            assertTrue(fit.r2() > 0.97 && fit.spearman() > 0.97, fit::toString);
        }
    }

    @ParameterizedTest(name = "dropout {0}, {1} networks, batches of {2}")
    @CsvSource({"0, 1, 10000", "0, 1, 700", "0.3, 1, 300", "0, 3, 400"})
    void oneThreadAndTwoGiveTheSameBits(double dropout, int ensemble, int batchSize) {
        TrainingData data = Examples.binary(4, 5, 1500, 1);
        MlpSettings settings = new MlpSettings(
                3, 40, dropout, 0.001, "constant", 0.01, batchSize, 4, 0.1, "standard", "asGiven", ensemble, "tiled");
        assertArrayEquals(predictions(data, settings, 1), predictions(data, settings, 2));
    }

    private static double[] predictions(TrainingData data, MlpSettings settings, int threads) {
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(data, Examples.training(threads));
            return predictor
                    .predict(data.designs(), new Workers(threads, Cancellation.NONE))
                    .mean(0);
        }
    }

    @Test
    void inputGradientIsTheSlopeOfTheScore() {
        TrainingData data = Examples.binary(3, 4, 200, 1);
        MlpSettings settings =
                new MlpSettings(2, 16, 0, 0.003, "constant", 0, 100, 30, 0, "log", "plusMinusOne", 2, "tiled");
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(data, Examples.training(1));
            try (InputGradient gradient = predictor.inputGradient(Acquisition.mean())) {
                float[] x = new float[12];
                Arrays.fill(x, 0.3f);
                float[] slopes = new float[12];
                float[] scores = new float[1];
                gradient.evaluate(x, 1, scores, slopes);
                for (int j = 0; j < x.length; j++) {
                    float h = 1f / 64;
                    float[] moved = x.clone();
                    moved[j] += h;
                    gradient.evaluate(moved, 1, scores, new float[12]);
                    float above = scores[0];
                    moved[j] -= 2 * h;
                    gradient.evaluate(moved, 1, scores, new float[12]);
                    // The function is piecewise linear; a kink between the two points spoils the difference a little.
                    assertEquals((above - scores[0]) / (2 * h), slopes[j], 0.05);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, log", "3, log", "2, squareRoot", "1, standard"})
    void savedModelPredictsTheSame(int ensemble, String scaling, @TempDir Path folder) throws IOException {
        TrainingData data = Examples.binary(4, 4, 300, 1);
        MlpSettings settings =
                new MlpSettings(2, 16, 0, 0.003, "constant", 0, 100, 5, 0, scaling, "plusMinusOne", ensemble, "tiled");
        Path file = folder.resolve("model.zip");
        double[] expected;
        try (MlpPredictor predictor = new MlpPredictor(settings)) {
            predictor.train(data, Examples.training(1));
            predictor.save(file);
            expected = predictor.predict(data.designs(), WORKERS).mean(0);
        }
        try (MlpPredictor restored = new MlpPredictor(settings)) {
            restored.restore(file);
            assertArrayEquals(
                    expected, restored.predict(data.designs(), WORKERS).mean(0));
        }
    }

    @Test
    void damagedModelFilesGiveOneClearError(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.zip");
        try (MlpPredictor predictor = new MlpPredictor(Examples.settings(1, 4, 100, 2))) {
            predictor.train(Examples.binary(3, 3, 50, 1), Examples.training(1));
            predictor.save(file);
            byte[] whole = Files.readAllBytes(file);
            for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertRefused(predictor, file);
            }
            for (int at = 0; at < whole.length; at += 97) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 0x55;
                Files.write(file, flipped);
                try {
                    predictor.restore(file);
                } catch (InvalidInputException e) {
                    assertTrue(e.getMessage().contains(file.toString()), e::getMessage);
                }
            }
            assertRefused(predictor, folder.resolve("missing.zip"));
        }
    }

    private static void assertRefused(MlpPredictor predictor, Path file) {
        String message = assertThrows(InvalidInputException.class, () -> predictor.restore(file))
                .getMessage();
        assertTrue(message.contains(file.toString()), message);
    }

    @Test
    void cancelKeepsTheLastGoodEpoch() {
        TrainingData data = Examples.binary(4, 4, 300, 1);
        AtomicInteger epochs = new AtomicInteger();
        MlpSettings longer = Examples.settings(2, 16, 100, 1000);
        try (MlpPredictor cancelled = new MlpPredictor(longer);
                MlpPredictor whole = new MlpPredictor(Examples.settings(2, 16, 100, 3))) {
            assertThrows(
                    CancellationException.class,
                    () -> cancelled.train(
                            data,
                            Examples.training(
                                    2, () -> epochs.get() == 3, (epoch, of, loss, test) -> epochs.set(epoch))));
            whole.train(data, Examples.training(2));
            assertArrayEquals(
                    whole.predict(data.designs(), WORKERS).mean(0),
                    cancelled.predict(data.designs(), WORKERS).mean(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiled", "dl4j"})
    void divergenceStopsTrainingAndKeepsTheLastGoodWeights(String engine) {
        TrainingData data = Examples.binary(4, 4, 100, 1);
        AtomicInteger good = new AtomicInteger();
        try (MlpPredictor predictor = new MlpPredictor(diverging(engine, 50))) {
            Training training = Examples.training(1, Cancellation.NONE, (epoch, epochs, loss, test) -> good.set(epoch));
            String message = assertThrows(InvalidInputException.class, () -> predictor.train(data, training))
                    .getMessage();
            assertTrue(
                    good.get() > 0
                            && message.contains("diverged in epoch " + (good.get() + 1))
                            && message.contains("learningRate"),
                    message);
            try (MlpPredictor shorter = new MlpPredictor(diverging(engine, good.get()))) {
                shorter.train(data, Examples.training(1));
                assertArrayEquals(
                        shorter.predict(data.designs(), WORKERS).mean(0),
                        predictor.predict(data.designs(), WORKERS).mean(0));
            }
        }
    }

    /** The first epochs move the weights, a later one throws them away. */
    private static MlpSettings diverging(String engine, int epochs) {
        return new MlpSettings(4, 16, 0, 30, "constant", 0, 100, epochs, 0, "standard", "asGiven", 1, engine);
    }

    @Test
    void refusesDataThatTeachNothing() {
        DesignBatch designs = Examples.binary(3, 3, 20, 1).designs();
        try (MlpPredictor predictor = new MlpPredictor(Examples.settings(1, 4, 100, 2))) {
            double[] equal = new double[20];
            Arrays.fill(equal, 3.5);
            assertMessage("All 20 training values are 3.5", predictor, new TrainingData(designs, equal));
            assertMessage("no training samples", predictor, new TrainingData(designs.slice(0, 0), new double[0]));
        }
        double[] negative = new double[20];
        negative[7] = -1;
        try (MlpPredictor predictor = new MlpPredictor(
                new MlpSettings(1, 4, 0, 0.001, "constant", 0, 10, 2, 0, "log", "asGiven", 1, "tiled"))) {
            assertMessage("needs values above 0", predictor, new TrainingData(designs, negative));
        }
        try (MlpPredictor predictor = new MlpPredictor(
                new MlpSettings(1, 4, 0, 0.001, "constant", 0, 10, 2, 0, "squareRoot", "asGiven", 1, "tiled"))) {
            assertMessage(
                    "targetScaling squareRoot needs values from 0 on", predictor, new TrainingData(designs, negative));
        }
        double[] missing = new double[20];
        missing[3] = Double.NaN;
        assertRefused("value 3 is NaN", designs, missing);
        assertRefused("20 designs but 40 values", designs, new double[40]);
    }

    private static void assertRefused(String part, DesignBatch designs, double[] values) {
        String message = assertThrows(InvalidInputException.class, () -> new TrainingData(designs, values))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static void assertMessage(String part, MlpPredictor predictor, TrainingData data) {
        String message = assertThrows(InvalidInputException.class, () -> predictor.train(data, Examples.training(1)))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void refusesNetworksTooLargeForMemoryBeforeWorkStarts() {
        TrainingData data = Examples.binary(3, 3, 20, 1);
        try (MlpPredictor predictor = new MlpPredictor(Examples.settings(40, 20_000, 100, 2))) {
            assertMessage("weights, above the greatest number allowed", predictor, data);
        }
        try (MlpPredictor predictor = new MlpPredictor(Examples.settings(4, 20_000, 100, 2))) {
            assertMessage("GiB", predictor, data);
        }
    }

    @Test
    void refusesALearningRateOfZero() {
        assertThrows(
                InvalidInputException.class,
                () -> new MlpSettings(1, 4, 0, 0, "constant", 0, 10, 2, 0, "none", "asGiven", 1, "tiled"));
    }

    @Test
    void refusesDesignsOfAnotherSize() {
        try (MlpPredictor predictor = new MlpPredictor(Examples.settings(1, 4, 100, 2))) {
            predictor.train(Examples.binary(3, 3, 20, 1), Examples.training(1));
            DesignBatch other = Examples.binary(2, 2, 3, 1).designs();
            String message = assertThrows(
                            InvalidInputException.class,
                            () -> predictor.predict(other, WORKERS).mean(0))
                    .getMessage();
            assertTrue(message.contains("9") && message.contains("4"), message);
        }
    }
}
