// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.neighbours.tests;

import java.nio.file.Path;
import org.gidn.core.contract.PredictorContract;
import org.gidn.samples.neighbours.NearestNeighbours;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nearest neighbours keep what every predictor promises. */
class NearestNeighboursContractTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsThePromises(boolean hamming) {
        new PredictorContract(() -> new NearestNeighbours(4, hamming), folder).check();
    }
}
