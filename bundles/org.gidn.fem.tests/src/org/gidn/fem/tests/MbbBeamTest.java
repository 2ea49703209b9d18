// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.IsotropicMaterial;
import org.gidn.fem.MbbBeam;
import org.gidn.fem.RampMaterial;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.mesh.BilinearElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MbbBeamTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 8;

    static List<IsotropicMaterial> materials() {
        return List.of(new SimpMaterial(1e9, 0.3, 3), new RampMaterial(1e9, 0.3, 5));
    }

    private static double compliance(MbbBeam beam, double... design) {
        return beam.evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE)
                .value(0, 0);
    }

    /** Assembled anew, nodes numbered column by column, and solved by a dense matrix library. */
    private static double plainCompliance(IsotropicMaterial material, double[] densities) {
        double[] k = new BilinearElement(1, 1, 1).isotropicStiffness(1, 0.3);
        int size = 2 * (ROWS + 1) * (COLUMNS + 1);
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int top = column * (ROWS + 1) + row;
                int[] nodes = {top + 1, top + ROWS + 2, top + ROWS + 1, top};
                double modulus = material.modulus(densities[row * COLUMNS + column]);
                for (int i = 0; i < 8; i++) {
                    for (int j = 0; j < 8; j++) {
                        matrix.add(2 * nodes[i / 2] + i % 2, 2 * nodes[j / 2] + j % 2, modulus * k[8 * i + j]);
                    }
                }
            }
        }
        for (int node = 0; node <= ROWS; node++) {
            hold(matrix, 2 * node);
        }
        hold(matrix, size - 1);
        DMatrixRMaj load = new DMatrixRMaj(size, 1);
        load.set(1, -1);
        DMatrixRMaj moved = new DMatrixRMaj(size, 1);
        assertTrue(CommonOps_DDRM.solve(matrix, load, moved));
        return -moved.get(1);
    }

    private static void hold(DMatrixRMaj matrix, int dof) {
        for (int i = 0; i < matrix.numRows; i++) {
            matrix.set(i, dof, 0);
            matrix.set(dof, i, 0);
        }
        matrix.set(dof, dof, 1);
    }

    @Test
    void aBinaryBeamIsTheContinuousOneWithElementsThereOrNot() {
        IsotropicMaterial material = new SimpMaterial(1000, 0.3, 3);
        MbbBeam binary = new MbbBeam(ROWS, COLUMNS, material, 0, true);
        assertTrue(binary.space().binary());
        double[] design = new double[ROWS * COLUMNS];
        SplittableRandom random = new SplittableRandom(5);
        Arrays.setAll(design, j -> random.nextInt(2));
        double[] ofBinary = new double[design.length];
        double[] ofContinuous = new double[design.length];
        double value = binary.gradient(design, ofBinary);
        assertEquals(new MbbBeam(ROWS, COLUMNS, material, 0).gradient(design, ofContinuous), value);
        assertArrayEquals(ofContinuous, ofBinary);
        assertEquals(value, compliance(binary, design));
    }

    @ParameterizedTest
    @MethodSource("materials")
    void complianceIsThatOfAPlainAssembly(IsotropicMaterial material) {
        double[] design =
                new SplittableRandom(1).doubles(ROWS * COLUMNS, 0.05, 1).toArray();
        double expected = plainCompliance(material, design);
        assertEquals(expected, compliance(new MbbBeam(ROWS, COLUMNS, material, 0), design), 1e-9 * expected);
    }

    @Test
    @DisplayName("The start of the published example: 60 by 20, all densities 0.5, compliance 1007.02")
    void theUniformBeamHasItsPublishedCompliance() {
        double[] half = new double[1200];
        Arrays.fill(half, 0.5);
        for (double radius : new double[] {0, 2.4}) {
            MbbBeam beam = new MbbBeam(20, 60, new SimpMaterial(1e9, 0.3, 3), radius);
            assertEquals(1007.02, compliance(beam, half), 0.005);
        }
    }

    @ParameterizedTest
    @MethodSource("materials")
    void gradientsAgreeWithCentralDifferences(IsotropicMaterial material) {
        MbbBeam beam = new MbbBeam(ROWS, COLUMNS, material, 1.8);
        double[] design =
                new SplittableRandom(2).doubles(ROWS * COLUMNS, 0.1, 0.9).toArray();
        double[] gradient = new double[design.length];
        assertEquals(compliance(beam, design), beam.gradient(design, gradient));
        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int j = 0; j < design.length; j++) {
            double[] above = design.clone();
            double[] below = design.clone();
            above[j] += 1e-5;
            below[j] -= 1e-5;
            assertEquals((compliance(beam, above) - compliance(beam, below)) / 2e-5, gradient[j], 1e-6 * greatest);
        }
        Evaluations both = beam.evaluateWithGradients(DesignBatch.ofValues(design.length, design), Cancellation.NONE);
        assertArrayEquals(gradient, both.gradient(0));
        assertEquals(compliance(beam, design), both.value(0, 0));
    }

    @Test
    void fieldsShowTheFilteredBeam() {
        MbbBeam beam = new MbbBeam(ROWS, COLUMNS, new SimpMaterial(1e9, 0.3, 3), 1.8);
        double[] design = new SplittableRandom(3).doubles(ROWS * COLUMNS).toArray();
        Fields fields = beam.fields(design);
        double energy = sum(fields, "strain energy density");
        assertEquals(compliance(beam, design), 2 * energy, 1e-12 * energy);
        double volume = beam.evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE)
                .value(0, 1);
        assertEquals(sum(fields, "physical density") / design.length, volume, 1e-15);
        assertTrue(Math.abs(volume - sum(fields, "design variable") / design.length) > 1e-3);
        // The force moves down by the compliance; the first node is the top of the symmetry axis.
        assertArrayEquals(new double[] {0, ROWS}, fields.nodes()[0]);
        double[] moved = fields.nodeFields().get(0).values()[0];
        assertEquals(0, moved[0]);
        assertEquals(-compliance(beam, design), moved[1], 1e-9 * energy);
    }

    private static double sum(Fields fields, String name) {
        return fields.elementFields().stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> Arrays.stream(field.values()))
                .mapToDouble(value -> value[0])
                .sum();
    }

    @Test
    void oneBadDesignLosesNoOther() {
        MbbBeam beam = new MbbBeam(2, 3, new SimpMaterial(1e9, 0.3, 3), 1.5);
        double[] designs = new double[18];
        Arrays.fill(designs, 1);
        designs[8] = 1.5;
        Evaluations results = beam.evaluate(DesignBatch.ofValues(6, designs), Cancellation.NONE);
        assertEquals("Variable 2 of the design is 1.5, but must lie in 0 … 1.", results.failure(1));
        assertEquals(results.value(0, 0), results.value(2, 0));
        assertTrue(results.value(0, 0) > 0);
        assertThrows(InvalidInputException.class, () -> beam.gradient(new double[6], new double[5]));
        assertThrows(
                InvalidInputException.class,
                () -> beam.evaluate(DesignBatch.ofValues(5, new double[5]), Cancellation.NONE));
        assertThrows(InvalidInputException.class, () -> new MbbBeam(0, 3, new SimpMaterial(1e9, 0.3, 3), 1.5));
    }
}
