// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.material.Material;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.MultiPhaseMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;

/** What the element at the crack tip alone decides of the toughness. */
class TipFactorTest {
    private static final int SIZE = 8;
    /** Row 2, column 0: the element ahead of a crack along a quarter of the height. */
    private static final int TIP = 2 * (SIZE / 2);

    private static double known(CrackToughness toughness, double[] inputs) {
        return toughness.knownPart(inputs, new double[inputs.length]);
    }

    private static CrackToughness toughness(Material material, boolean symmetric) {
        return new CrackToughness(CrackedPlate.square(SIZE, 0.25).withSymmetry(symmetric), material);
    }

    @Test
    void isOneOverTheModulus() {
        CrackToughness toughness = toughness(new TwoPhaseMaterial(10, 1 / 3.0), true);
        double[] design = new double[toughness.space().variables()];
        Arrays.fill(design, 1);
        assertEquals(1, known(toughness, design), 1e-12);
        for (int j = 0; j < design.length; j++) {
            design[j] = 0;
            int decisive = toughness.space().variables() == SIZE * SIZE / 2 ? TIP : 2 * SIZE;
            assertEquals(j == decisive ? 10 : 1, known(toughness, design), 1e-12, "element " + j);
            design[j] = 1;
        }
        Arrays.fill(design, 0.5);
        assertEquals(1 / 0.55, known(toughness, design), 1e-12);
    }

    @Test
    void isThatOfThePhaseAmongSeveral() {
        Material material =
                new MultiPhaseMaterial(List.of("soft", "middle", "stiff"), new double[] {1, 4, 10}, 1 / 3.0);
        CrackToughness toughness = toughness(material, true);
        double[] moduli = {0.1, 0.4, 1};
        int variables = toughness.space().variables();
        for (int phase = 0; phase < moduli.length; phase++) {
            double[] inputs = new double[3 * variables];
            for (int j = 0; j < variables; j++) {
                inputs[3 * j + phase] = 1;
            }
            assertEquals(1 / moduli[phase], known(toughness, inputs), 1e-12);
        }
    }

    /** Two elements meet at the tip of a plate that is not symmetric. */
    @Test
    void isTheMeanOfBothSides() {
        CrackToughness toughness = toughness(new TwoPhaseMaterial(10, 1 / 3.0), false);
        double[] design = new double[toughness.space().variables()];
        Arrays.fill(design, 1);
        double product = 1;
        for (int j = 0; j < design.length; j++) {
            design[j] = 0;
            product *= known(toughness, design);
            design[j] = 1;
        }
        assertEquals(10, product, 1e-9);
    }
}
