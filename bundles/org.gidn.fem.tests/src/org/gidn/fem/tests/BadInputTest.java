// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.material.Material;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.RampMaterial;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private final CrackToughness paper = Composites.paper(8);

    private static void refused(String expected, Executable call) {
        String message = assertThrows(InvalidInputException.class, call).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aDesignOfAnotherSize() {
        refused("16 variables", () -> paper.evaluate(DesignBatch.ofBits(16, new long[1]), Cancellation.NONE));
        refused("16 variables", () -> paper.gradient(new double[16], new double[32]));
        refused("31 entries", () -> paper.gradient(new double[32], new double[31]));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 3", "-0.1, 3", "1.0001, 40", "Infinity, 40"})
    void oneBadDesignLosesNoOther(double bad, int count) {
        double[] designs = new double[count * 32];
        Arrays.fill(designs, 1);
        designs[32 + 5] = bad;
        Evaluations results = paper.evaluate(DesignBatch.ofValues(32, designs), Cancellation.NONE);
        assertEquals(Double.NaN, results.value(1, 0));
        assertEquals("Variable 5 of the design is " + bad + ", but must lie in 0 … 1.", results.failure(1));
        for (int good = 0; good < count; good += good == 0 ? 2 : 1) {
            assertEquals(1, results.value(good, 0), 1e-12);
            assertNull(results.failure(good));
        }
        refused("Variable 5", () -> paper.gradient(Arrays.copyOfRange(designs, 32, 64), new double[32]));
    }

    @Test
    void aCrackThatEndsWithinARow() {
        refused("2/8 = 0.25", () -> CrackedPlate.square(8, 0.3));
        refused("7/8 = 0.875", () -> CrackedPlate.square(8, 0.99));
        refused("below 1", () -> CrackedPlate.square(8, 1));
        refused("below 1", () -> CrackedPlate.square(8, Double.NaN));
    }

    @Test
    void anImpossiblePlate() {
        refused("nearest are 6 and 8", () -> new CrackedPlate(8, 7, true, 0.25, 1, 1, 1, 1));
        refused("number of rows", () -> new CrackedPlate(0, 8, true, 0.25, 1, 1, 1, 1));
        refused("width", () -> new CrackedPlate(8, 8, true, 0.25, -1, 1, 1, 1));
        refused("height", () -> new CrackedPlate(8, 8, true, 0.25, 1, Double.NaN, 1, 1));
        refused("thickness", () -> new CrackedPlate(8, 8, true, 0.25, 1, 1, 0, 1));
        refused("odd", () -> CrackedPlate.square(8, 0.25).refined(2));
        refused("256 × 512 finite elements is too large", () -> CrackedPlate.square(512, 0.25));
        refused("smaller refinement", () -> CrackedPlate.square(16, 0.25).refined(99));
    }

    @Test
    void anImpossibleMaterial() {
        refused("modulus ratio", () -> new TwoPhaseMaterial(-10, 0.3));
        refused("modulus ratio", () -> new SimpMaterial(Double.NaN, 0.3, 3));
        refused("Poisson's ratio", () -> new TwoPhaseMaterial(10, 0.5));
        refused("Poisson's ratio", () -> new TwoPhaseMaterial(10, -1));
        refused("power", () -> new SimpMaterial(10, 0.3, 0.5));
        refused("penalty", () -> new RampMaterial(10, 0.3, -1));
    }

    @Test
    void aModelWithoutSupport() {
        Mesh mesh = CrackedPlate.square(4, 0.25).mesh();
        double[] free = new double[mesh.dofs()];
        Arrays.fill(free, Double.NaN);
        Mesh floating = new Mesh(mesh.nodes(), mesh.quads(), mesh.variables(), mesh.element(), mesh.tips(), free);
        PlateSolver solver = new PlateSolver(floating, new TwoPhaseMaterial(10, 0.3));
        refused("not supported", () -> solver.solve(new double[8]));
    }

    /** Without any stiffness of the soft phase, its nodes float, or parts of the plate hang together by hinges alone. */
    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void aSingularDesignLosesNoOther(int count) {
        Material voids = RandomCases.unscaled(new TwoPhaseMaterial(1e200, 0.3));
        CrackToughness evaluator = new CrackToughness(CrackedPlate.square(8, 0.25), voids);
        double[] designs = new double[count * 32];
        Arrays.fill(designs, 1);
        Arrays.fill(designs, 32 + 4, 32 + 8, 0);
        for (int hinge : new int[] {9, 10, 12}) {
            designs[64 + hinge] = 0;
        }
        Evaluations results = evaluator.evaluate(DesignBatch.ofValues(32, designs), Cancellation.NONE);
        for (int i = 0; i < count; i++) {
            boolean singular = i == 1;
            assertEquals(singular, Double.isNaN(results.value(i, 0)), "design " + i);
            assertEquals(singular, results.failure(i) != null, "design " + i);
        }
        assertTrue(results.failure(1).contains("not positive definite"), results.failure(1));
    }

    @Test
    void cancelledWorkStops() {
        DesignBatch designs = Composites.random(paper.space(), 10, 1);
        assertThrows(CancellationException.class, () -> paper.evaluate(designs, () -> true));
    }
}
