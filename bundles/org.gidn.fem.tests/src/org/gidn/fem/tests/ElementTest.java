// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.gidn.core.material.Material;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.BilinearElement;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ElementTest {
    private static double[] integrated(BilinearElement element, double modulus, double poissonRatio) {
        double[] entries = new double[Material.ENTRIES];
        new TwoPhaseMaterial(1 / modulus, poissonRatio).stiffness(0, entries);
        return element.stiffness(entries);
    }

    @RepeatedTest(50)
    void closedFormAgreesWithIntegration(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        BilinearElement element =
                new BilinearElement(random.nextDouble(0.2, 5), random.nextDouble(0.2, 5), random.nextDouble(0.1, 3));
        double modulus = random.nextDouble(0.1, 100);
        double poissonRatio = random.nextDouble(-0.9, 0.49);
        double[] expected = integrated(element, modulus, poissonRatio);
        double greatest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertArrayEquals(expected, element.isotropicStiffness(modulus, poissonRatio), 1e-14 * greatest);
    }

    @Test
    void rigidBodyModesAndOnlyTheyAreFree() {
        BilinearElement element = new BilinearElement(1.7, 0.6, 1);
        double[] stiffness = integrated(element, 1, 1 / 3.0);
        double[][] rigid = {
            {1, 0, 1, 0, 1, 0, 1, 0}, {0, 1, 0, 1, 0, 1, 0, 1}, {0, 0, 0, 1.7, -0.6, 1.7, -0.6, 0},
        };
        for (double[] mode : rigid) {
            for (int i = 0; i < 8; i++) {
                double force = 0;
                for (int j = 0; j < 8; j++) {
                    force += stiffness[8 * i + j] * mode[j];
                }
                assertEquals(0, force, 1e-14);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(8, false, true);
        assertTrue(eigen.decompose(new DMatrixRMaj(8, 8, true, stiffness)));
        double[] values = new double[8];
        Arrays.setAll(values, i -> eigen.getEigenvalue(i).getReal());
        Arrays.sort(values);
        assertArrayEquals(new double[3], Arrays.copyOf(values, 3), 1e-14);
        assertTrue(values[3] > 0.05, () -> "a fourth mode without energy: " + values[3]);
    }
}
