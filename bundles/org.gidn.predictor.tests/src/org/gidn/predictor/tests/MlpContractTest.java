// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.contract.PredictorContract;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The perceptron keeps what every predictor promises, with each kind of settings. */
class MlpContractTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> keepsThePromises() {
        return Stream.of(
                        new MlpSettings(2, 16, 0, 0.005, "constant", 0, 16, 60, 0, "standard", "asGiven", 1, "tiled"),
                        new MlpSettings(1, 16, 0, 0.05, "constant", 0, 48, 30, 0, "log", "asGiven", 1, "dl4j"),
                        new MlpSettings(
                                2,
                                16,
                                0,
                                0.005,
                                "cosine",
                                0.02,
                                32,
                                1,
                                0,
                                "log",
                                "plusMinusOne",
                                3,
                                "tiled",
                                "silu",
                                120,
                                1,
                                150))
                .flatMap(settings -> promises(settings).stream());
    }

    private List<DynamicTest> promises(MlpSettings settings) {
        String name = settings.engine() + ", " + settings.ensemble() + " networks: ";
        return new PredictorContract(() -> new MlpPredictor(settings), folder)
                .promises().stream()
                        .map(promise -> DynamicTest.dynamicTest(
                                name + promise.text(), () -> promise.check().run()))
                        .toList();
    }
}
