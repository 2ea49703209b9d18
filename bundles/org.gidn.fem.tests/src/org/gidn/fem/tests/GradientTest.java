// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.material.Material;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The adjoint gradient against the plain reference and the paper's central differences. */
class GradientTest {
    private static final double H = 1e-5;

    @RepeatedTest(30)
    void agreesWithTheReference(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        CrackedPlate plate = RandomCases.plate(random);
        Material material = RandomCases.material(random);
        CrackToughness evaluator = new CrackToughness(plate, material);
        PlateSolver reference = new PlateSolver(plate.mesh(), material);
        for (int repeated = 0; repeated < 2; repeated++) {
            double[] design = random.doubles(plate.variables()).toArray();
            double[] gradient = new double[design.length];
            double[] expected = new double[design.length];
            double value = evaluator.gradient(design, gradient) * evaluator.homogeneousEnergy();
            double plain = reference.solve(design).energyGradient(expected);
            assertEquals(plain, value, 1e-10 * plain);
            double greatest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int j = 0; j < design.length; j++) {
                assertEquals(expected[j], gradient[j] * evaluator.homogeneousEnergy(), 1e-10 * greatest);
            }
        }
    }

    @RepeatedTest(30)
    void agreesWithCentralDifferences(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        CrackedPlate plate = RandomCases.plate(random);
        CrackToughness evaluator = new CrackToughness(plate, RandomCases.material(random));
        int variables = plate.variables();
        double[] design = random.doubles(variables, 0.1, 0.9).toArray();
        double[] gradient = new double[variables];
        double value = evaluator.gradient(design, gradient);
        assertEquals(Composites.value(evaluator, DesignBatch.ofValues(variables, design)), value, 1e-10 * value);
        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int j = 0; j < variables; j++) {
            double[] around = new double[2 * variables];
            System.arraycopy(design, 0, around, 0, variables);
            System.arraycopy(design, 0, around, variables, variables);
            around[j] += H;
            around[variables + j] -= H;
            DesignBatch both = DesignBatch.ofValues(variables, around);
            double difference =
                    Composites.value(evaluator, both.slice(0, 1)) - Composites.value(evaluator, both.slice(1, 2));
            assertEquals(difference / (2 * H), gradient[j], 1e-6 * greatest, () -> plate.toString());
        }
    }
}
