// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.PredictorContract;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.AutomaticPredictor;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The predictor that chooses between two. */
class AutomaticPredictorTest {
    @TempDir
    private Path folder;

    private static Predictor values() {
        return new GaussianProcess(GaussianProcessSettings.DEFAULTS);
    }

    private static Predictor networks() {
        return new MlpPredictor(new MlpSettings(
                1, 16, 0, 0.01, "cosine", 0.02, 32, 1, 0, "standard", "plusMinusOne", 3, "tiled", "silu", 60, 1, 150));
    }

    @TestFactory
    Stream<DynamicTest> keepsThePromises() {
        return new PredictorContract(() -> new AutomaticPredictor(values(), networks(), 300, 2000), folder)
                .promises().stream()
                        .map(promise -> DynamicTest.dynamicTest(
                                promise.text(), () -> promise.check().run()));
    }

    @Test
    void eachLearnsWhatItIsFor() {
        TrainingData sloped = Examples.outputs(1);
        TrainingData plain = sloped.withGradients(null);
        same(plain, 300, 2000, values());
        same(sloped, 300, 2000, networks());
        same(sloped, sloped.size() - 1, 2000, values());
        same(sloped, sloped.size(), 2000, networks());
        same(plain, 300, plain.size() - 1, networks());
    }

    @Test
    void aFileOfNeitherIsRefusedWithoutNamingAKind() throws IOException {
        Path file = Files.writeString(folder.resolve("model.zip"), "damaged");
        Predictor automatic = new AutomaticPredictor(values(), networks(), 300, 2000);
        String refusal = assertThrows(InvalidInputException.class, () -> automatic.restore(file))
                .getMessage();
        assertEquals(
                "The file " + file + " is no model of this program or damaged; train the predictor again.", refusal);
    }

    private static void same(TrainingData data, int gradientDesigns, int valueDesigns, Predictor expected) {
        Workers workers = new Workers(1, Cancellation.NONE);
        Predictor automatic = new AutomaticPredictor(values(), networks(), gradientDesigns, valueDesigns);
        automatic.train(data, Examples.training(1));
        expected.train(data, Examples.training(1));
        assertArrayEquals(
                expected.predict(data.designs(), workers).mean(0),
                automatic.predict(data.designs(), workers).mean(0));
        automatic.close();
        expected.close();
    }
}
