// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.Cantilever;
import org.gidn.fem.ForceInverter;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.mesh.BilinearElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cantilever and the force inverter against a plain assembly, and their gradients against differences. */
class DensityBenchmarksTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;
    private static final SimpMaterial MATERIAL = new SimpMaterial(1000, 0.3, 3);

    static List<GradientEvaluator> evaluators() {
        return List.of(
                new Cantilever(ROWS, COLUMNS, MATERIAL, 1.8, false),
                new ForceInverter(ROWS, COLUMNS, MATERIAL, 1.8, 0.1));
    }

    @ParameterizedTest
    @MethodSource("evaluators")
    void gradientsAgreeWithCentralDifferences(GradientEvaluator evaluator) {
        double[] design =
                new SplittableRandom(2).doubles(ROWS * COLUMNS, 0.1, 0.9).toArray();
        double[] gradient = new double[design.length];
        double value = evaluator.gradient(design, gradient);
        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int j = 0; j < design.length; j++) {
            double[] above = design.clone();
            double[] below = design.clone();
            above[j] += 1e-5;
            below[j] -= 1e-5;
            assertEquals((value(evaluator, above) - value(evaluator, below)) / 2e-5, gradient[j], 1e-6 * greatest);
        }
        Evaluations both =
                evaluator.evaluateWithGradients(DesignBatch.ofValues(design.length, design), Cancellation.NONE);
        assertArrayEquals(gradient, both.gradient(0));
        assertEquals(value, both.value(0, 0));
    }

    private static double value(GradientEvaluator evaluator, double[] design) {
        return evaluator
                .evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE)
                .value(0, 0);
    }

    @Test
    void theCantileversComplianceIsThatOfAPlainAssembly() {
        double[] design =
                new SplittableRandom(1).doubles(ROWS * COLUMNS, 0.05, 1).toArray();
        DMatrixRMaj stiffness = plain(design);
        hold(stiffness, dof -> dof / 2 % (COLUMNS + 1) == 0);
        int loaded = 2 * ((ROWS + 1) * (COLUMNS + 1) - 1) + 1;
        double compliance = -solved(stiffness, loaded, -1)[loaded];
        assertEquals(compliance, value(new Cantilever(ROWS, COLUMNS, MATERIAL, 0, false), design), 1e-9 * compliance);
    }

    @Test
    void theInvertersOutputIsThatOfAPlainAssembly() {
        double[] design =
                new SplittableRandom(1).doubles(ROWS * COLUMNS, 0.05, 1).toArray();
        DMatrixRMaj stiffness = plain(design);
        stiffness.add(0, 0, 0.1);
        stiffness.add(2 * COLUMNS, 2 * COLUMNS, 0.1);
        hold(
                stiffness,
                dof -> dof % 2 == 1 && dof / 2 <= COLUMNS
                        || dof / 2 == ROWS * (COLUMNS + 1)
                        || dof / 2 == (ROWS - 1) * (COLUMNS + 1));
        double moved = solved(stiffness, 0, 1)[2 * COLUMNS];
        assertEquals(moved, value(new ForceInverter(ROWS, COLUMNS, MATERIAL, 0, 0.1), design), 1e-9 * Math.abs(moved));
    }

    /** Assembled anew, as a dense matrix of all degrees of freedom. */
    private static DMatrixRMaj plain(double[] densities) {
        double[] k = new BilinearElement(1, 1, 1).isotropicStiffness(1, 0.3);
        int size = 2 * (ROWS + 1) * (COLUMNS + 1);
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int top = row * (COLUMNS + 1) + column;
                int[] nodes = {top + COLUMNS + 1, top + COLUMNS + 2, top + 1, top};
                double modulus = MATERIAL.modulus(densities[row * COLUMNS + column]);
                for (int i = 0; i < 8; i++) {
                    for (int j = 0; j < 8; j++) {
                        matrix.add(2 * nodes[i / 2] + i % 2, 2 * nodes[j / 2] + j % 2, modulus * k[8 * i + j]);
                    }
                }
            }
        }
        return matrix;
    }

    private static void hold(DMatrixRMaj matrix, IntPredicate held) {
        for (int dof = 0; dof < matrix.numRows; dof++) {
            if (held.test(dof)) {
                for (int i = 0; i < matrix.numRows; i++) {
                    matrix.set(i, dof, 0);
                    matrix.set(dof, i, 0);
                }
                matrix.set(dof, dof, 1);
            }
        }
    }

    private static double[] solved(DMatrixRMaj matrix, int loaded, double force) {
        DMatrixRMaj load = new DMatrixRMaj(matrix.numRows, 1);
        load.set(loaded, force);
        DMatrixRMaj moved = new DMatrixRMaj(matrix.numRows, 1);
        assertTrue(CommonOps_DDRM.solve(matrix, load, moved));
        return moved.getData();
    }

    @Test
    void theyKeepWhatEvaluatorsPromise() {
        new EvaluatorContract(() -> new Cantilever(ROWS, COLUMNS, MATERIAL, 1.8, false)).check();
        new EvaluatorContract(() -> new ForceInverter(ROWS, COLUMNS, MATERIAL, 1.8, 0.1)).check();
    }

    @Test
    void badGeometryIsRefused() {
        assertThrows(InvalidInputException.class, () -> new Cantilever(0, 3, MATERIAL, 1.5, false));
        assertThrows(InvalidInputException.class, () -> new ForceInverter(3, -1, MATERIAL, 1.5, 0.1));
        assertThrows(InvalidInputException.class, () -> new ForceInverter(3, 3, MATERIAL, 1.5, 0));
    }
}
