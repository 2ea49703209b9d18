// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolution;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Displacements and reaction force against CalculiX, where that is installed (package calculix-ccx of Debian). */
class CalculixTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsCalculix() {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "ccx")));
        assumeTrue(installed, "CalculiX (ccx) is not installed");
    }

    @ParameterizedTest
    @CsvSource({"8, true, 10", "16, true, 5", "8, false, 5"})
    void randomDesignsAgree(int size, boolean symmetric, int count) throws IOException, InterruptedException {
        CrackedPlate plate = CrackedPlate.square(size, 0.25).withSymmetry(symmetric);
        TwoPhaseMaterial material = new TwoPhaseMaterial(10, 1 / 3.0);
        DesignBatch designs = Composites.random(new CrackToughness(plate, material).space(), count, size);
        Mesh mesh = plate.mesh();
        PlateSolver solver = new PlateSolver(mesh, material);
        CalculixDeck deck = new CalculixDeck(mesh);
        for (int i = 0; i < count; i++) {
            double[] design = designs.toArray(i);
            PlateSolution ours = solver.solve(design);
            CalculixDeck.Result theirs = deck.solve(design, material, folder);
            // Seven digits are printed.
            assertArrayEquals(ours.displacements(), theirs.displacements(), 2e-6);
            assertEquals(reaction(mesh, ours), 2 * theirs.energy() / (symmetric ? 1 : 2), 2e-6 * theirs.energy());
        }
    }

    private static double reaction(Mesh mesh, PlateSolution solution) {
        double[] forces = solution.forces();
        double sum = 0;
        for (int dof = 0; dof < mesh.dofs(); dof += 2) {
            sum += mesh.prescribed()[dof] == 1 ? forces[dof] : 0;
        }
        return sum;
    }
}
