// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests.gp;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.gidn.core.contract.PredictorContract;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Gaussian process keeps what every predictor promises. */
class GaussianProcessContractTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> asDeclared() {
        return kept(GaussianProcessSettings.DEFAULTS);
    }

    @TestFactory
    Stream<DynamicTest> withLengthsOfItsOwnAndLogarithms() {
        return kept(new GaussianProcessSettings("each", "added", 0.5, 0.5, 1, 0.01, 1, 20, 20, 4000, "log"));
    }

    @TestFactory
    Stream<DynamicTest> withGivenLengths() {
        return kept(new GaussianProcessSettings("one", "multiplied", 0.5, 0.5, 1, 0.01, 0, 1, 2, 4000, "squareRoot"));
    }

    private Stream<DynamicTest> kept(GaussianProcessSettings settings) {
        return new PredictorContract(() -> new GaussianProcess(settings), folder)
                .promises().stream()
                        .map(promise -> DynamicTest.dynamicTest(
                                promise.text(), () -> promise.check().run()));
    }
}
