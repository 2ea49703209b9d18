// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.gidn.fem.IsotropicMaterial;
import org.gidn.fem.MultiPhaseMaterial;
import org.gidn.fem.RampMaterial;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the materials' moduli depend on the design variable. */
class MaterialsTest {
    static List<IsotropicMaterial> materials() {
        return List.of(
                new TwoPhaseMaterial(10, 0.3),
                new SimpMaterial(10, 0.3, 3),
                new RampMaterial(10, 0.3, 3),
                new RampMaterial(0.2, 0.3, 8),
                new MultiPhaseMaterial(List.of("a", "b", "c", "d"), new double[] {5, 1, 70, 20}, 0.3));
    }

    @ParameterizedTest
    @MethodSource("materials")
    void derivativesAreTheSlopesOfTheModuli(IsotropicMaterial material) {
        for (double variable : new double[] {0.02, 0.2, 0.5, 0.7, 0.98}) {
            double slope = (material.modulus(variable + 1e-6) - material.modulus(variable - 1e-6)) / 2e-6;
            assertEquals(slope, material.modulusDerivative(variable), 1e-6);
        }
        assertEquals(1, material.modulus(1));
    }

    @Test
    void theRationalLawIsStolpesAndSvanbergs() {
        RampMaterial material = new RampMaterial(10, 0.3, 3);
        assertEquals(0.1, material.modulus(0));
        assertEquals(0.1 + 0.9 * 0.5 / 2.5, material.modulus(0.5), 1e-15);
        assertEquals(0.9 / 4, material.modulusDerivative(0), 1e-15);
        RampMaterial linear = new RampMaterial(10, 0.3, 0);
        assertEquals(new TwoPhaseMaterial(10, 0.3).modulus(0.37), linear.modulus(0.37), 1e-15);
    }

    @Test
    void phasesHaveTheirModuliToTheLastBit() {
        double[] moduli = new double[36];
        for (int count = 2; count <= 36; count++) {
            String[] names = new String[count];
            for (int phase = 0; phase < count; phase++) {
                names[phase] = "p" + phase;
                moduli[phase] = 1 + phase * phase;
            }
            MultiPhaseMaterial material = new MultiPhaseMaterial(List.of(names), Arrays.copyOf(moduli, count), 0.3);
            for (int phase = 0; phase < count; phase++) {
                assertEquals(moduli[phase] / moduli[count - 1], material.modulus(phase / (count - 1.0)));
            }
        }
    }
}
