// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.material.Material;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolution;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is measured of a composite beside its toughness. */
class OutputsTest {
    @Test
    void theToughnessIsTheSameAloneAndBesideOthers() {
        CrackToughness alone = Composites.paper(8);
        CrackToughness all = new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0), true);
        Output toughness = new Output("toughness", "", Goal.MAXIMISE);
        assertEquals(List.of(toughness), alone.outputs());
        assertEquals(
                List.of(
                        toughness,
                        new Output("stiffness", ""),
                        new Output("strength", ""),
                        new Output("strain energy", "")),
                all.outputs());
        DesignBatch designs = Composites.random(all.space(), 100, 5);
        assertArrayEquals(
                alone.evaluate(designs, Cancellation.NONE).values(0),
                all.evaluate(designs, Cancellation.NONE).values(0));
    }

    @RepeatedTest(20)
    @DisplayName("Stiffness and strength are forces on the edge by the plain reference, over those of the stiff plate")
    void outputsFollowFromForces(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        CrackedPlate plate = RandomCases.plate(random);
        Material material = RandomCases.material(random);
        CrackToughness evaluator = new CrackToughness(plate, material, true);
        PlateSolver reference = new PlateSolver(plate.mesh(), material);
        double[] stiff = new double[plate.variables()];
        Arrays.fill(stiff, 1);
        PlateSolution whole = reference.solve(stiff);
        int count = repetition.getCurrentRepetition() % 2 == 0 ? 3 : 20;
        DesignBatch designs = DesignBatch.ofValues(
                plate.variables(),
                random.doubles((long) count * plate.variables()).toArray());
        Evaluations results = evaluator.evaluate(designs, Cancellation.NONE);
        for (int i = 0; i < count; i++) {
            PlateSolution solution = reference.solve(designs.toArray(i));
            double stiffness = force(plate.mesh(), solution) / force(plate.mesh(), whole);
            double strength = stiffness
                    * Math.sqrt(whole.failure(whole.criticalTip()) / solution.failure(solution.criticalTip()));
            assertEquals(stiffness, results.value(i, 1), 1e-9 * stiffness);
            assertEquals(strength, results.value(i, 2), 1e-9 * strength);
            assertEquals(solution.energy(), results.value(i, 3), 1e-10 * solution.energy());
            assertEquals(results.value(i, 0) * results.value(i, 1), strength * strength, 1e-8 * strength * strength);
        }
    }

    private static double force(Mesh mesh, PlateSolution solution) {
        double[] forces = solution.forces();
        double sum = 0;
        for (int dof = 0; dof < mesh.dofs(); dof++) {
            sum += mesh.prescribed()[dof] == 1 ? forces[dof] : 0;
        }
        return sum;
    }

    @Test
    @DisplayName("Outputs of designs that are solved with refinement come from the refined solution")
    void refinedDesignsHaveAllOutputs() {
        CrackedPlate plate = new CrackedPlate(4, 10, true, 0.75, 4.5, 0.8, 1, 1);
        Material material = new SimpMaterial(200, 0, 4);
        double[] design = new double[plate.variables()];
        Arrays.setAll(design, j -> (j + 1) * 287 % 401 / 401.0);
        Evaluations results = new CrackToughness(plate, material, true)
                .evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE);
        PlateSolution solution = new PlateSolver(plate.mesh(), material).solve(design);
        assertEquals(solution.energy(), results.value(0, 3));
        assertEquals(
                results.value(0, 0) * results.value(0, 1),
                Math.pow(results.value(0, 2), 2),
                1e-9 * results.value(0, 0));
    }
}
