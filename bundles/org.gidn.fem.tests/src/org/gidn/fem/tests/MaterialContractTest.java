// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gidn.core.contract.MaterialContract;
import org.gidn.core.material.Material;
import org.gidn.fem.MultiPhaseMaterial;
import org.gidn.fem.RampMaterial;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The materials keep what every material promises. */
class MaterialContractTest {
    private static Stream<Supplier<Material>> materials() {
        return Stream.of(
                () -> new TwoPhaseMaterial(10, 1 / 3.0),
                () -> new SimpMaterial(10, 0.3, 3),
                () -> new RampMaterial(10, 0.3, 5),
                () -> new MultiPhaseMaterial(List.of("soft", "middle", "stiff"), new double[] {1, 3, 10}, 0.3));
    }

    @ParameterizedTest
    @MethodSource("materials")
    void keepsThePromises(Supplier<Material> maker) {
        new MaterialContract(maker).check();
    }
}
