// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.material.Material;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The kernels for many and for few designs against the plain reference, on random plates, materials and designs. */
class BatchKernelTest {
    @RepeatedTest(60)
    void agreesWithTheReference(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        CrackedPlate plate = RandomCases.plate(random);
        Material material = RandomCases.material(random);
        CrackToughness evaluator = new CrackToughness(plate, material);
        PlateSolver reference = new PlateSolver(plate.mesh(), material);
        int count = repetition.getCurrentRepetition() % 2 == 0 ? 3 : 25;
        double[] values = new double[count * plate.variables()];
        boolean binary = random.nextBoolean();
        Arrays.setAll(values, i -> binary ? random.nextInt(2) : random.nextDouble());
        DesignBatch designs = DesignBatch.ofValues(plate.variables(), values);
        Evaluations results = evaluator.evaluate(designs, Cancellation.NONE);
        for (int i = 0; i < designs.size(); i++) {
            double expected = reference.solve(designs.toArray(i)).energyAtFailure() / evaluator.homogeneousEnergy();
            assertEquals(expected, results.value(i, 0), 1e-10 * expected, () -> plate + ", " + material);
        }
    }

    @Test
    @DisplayName("A design has the same value, bit for bit, whatever else stands in the batch")
    void batchesDoNotMatter() {
        CrackToughness evaluator = Composites.paper(16);
        DesignBatch designs = Composites.random(evaluator.space(), 300, 7);
        double[] together = evaluator.evaluate(designs, Cancellation.NONE).values(0);
        for (int i = 0; i + 20 < designs.size(); i += 13) {
            double[] few = evaluator
                    .evaluate(designs.slice(i, i + 1 + i % 20), Cancellation.NONE)
                    .values(0);
            assertEquals(together[i], few[0]);
            assertEquals(together[i], Composites.value(evaluator, designs.slice(i, i + 1)));
            assertEquals(together[i], Composites.value(evaluator, DesignBatch.ofValues(128, designs.toArray(i))));
        }
        double[] shifted =
                evaluator.evaluate(designs.slice(50, 300), Cancellation.NONE).values(0);
        for (int i = 0; i < shifted.length; i++) {
            assertEquals(together[50 + i], shifted[i]);
        }
    }

    @Test
    @DisplayName("A slender plate, almost cut through, keeps twelve digits: the energy of 40-digit arithmetic")
    void slenderPlatesKeepTheirDigits() {
        CrackedPlate plate = new CrackedPlate(4, 10, true, 0.75, 4.5, 0.8, 1, 1);
        Material material = new SimpMaterial(200, 0, 4);
        double[] design = new double[plate.variables()];
        Arrays.setAll(design, j -> (j + 1) * 287 % 401 / 401.0);
        double expected = 2909657.002691746;
        assertEquals(
                expected, new PlateSolver(plate.mesh(), material).solve(design).energyAtFailure(), 1e-12 * expected);
        CrackToughness evaluator = new CrackToughness(plate, material);
        double toughness = Composites.value(evaluator, DesignBatch.ofValues(design.length, design));
        assertEquals(expected, toughness * evaluator.homogeneousEnergy(), 1e-12 * expected);
    }

    @Test
    void materialsThatDoNotScaleGiveTheSame() {
        CrackedPlate plate = CrackedPlate.square(8, 0.25);
        TwoPhaseMaterial scaling = new TwoPhaseMaterial(10, 0.3);
        CrackToughness shortWay = new CrackToughness(plate, scaling);
        CrackToughness longWay = new CrackToughness(plate, RandomCases.unscaled(scaling));
        DesignBatch designs = Composites.random(shortWay.space(), 40, 3);
        double[] expected = shortWay.evaluate(designs, Cancellation.NONE).values(0);
        double[] actual = longWay.evaluate(designs, Cancellation.NONE).values(0);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-12 * expected[i]);
        }
    }

    @Test
    void oneMaterialIsTheOtherWithPowerOne() {
        CrackedPlate plate = CrackedPlate.square(8, 0.25);
        CrackToughness linear = new CrackToughness(plate, new TwoPhaseMaterial(10, 0.3));
        CrackToughness power = new CrackToughness(plate, new SimpMaterial(10, 0.3, 1));
        double[] design = new SplittableRandom(1).doubles(32).toArray();
        DesignBatch batch = DesignBatch.ofValues(32, design);
        assertEquals(Composites.value(linear, batch), Composites.value(power, batch), 1e-12);
    }
}
