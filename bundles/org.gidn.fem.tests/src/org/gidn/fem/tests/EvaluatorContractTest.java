// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import org.gidn.core.contract.EvaluatorContract;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.MbbBeam;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The finite elements keep what every evaluator promises. */
class EvaluatorContractTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCompositeKeepsThePromises(boolean all) {
        CrackedPlate plate = new CrackedPlate(4, 4, true, 0.25, 1, 1, 1, 1);
        new EvaluatorContract(() -> new CrackToughness(plate, new TwoPhaseMaterial(10, 1 / 3.0), all)).check();
    }

    @Test
    void theBeamKeepsThePromises() {
        new EvaluatorContract(() -> new MbbBeam(4, 8, new SimpMaterial(1e9, 0.3, 3), 1.5)).check();
    }
}
