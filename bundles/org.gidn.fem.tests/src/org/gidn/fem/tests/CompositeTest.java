// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.gidn.core.design.DesignBatch;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The composite of the paper against values that two independent programs and the paper's tables agree on. */
class CompositeTest {
    private final CrackToughness paper = Composites.paper(8);

    @ParameterizedTest
    @CsvSource({
        "00016760, 69.4160", "0000e760, 61.1341", "00006764, 65.1273", "00006fa0, 60.2859", "00006f60, 62.6780",
        "00106760, 58.7835", "000067e0, 62.3100", "00006768, 58.3203", "0000af60, 61.2225", "00006761, 57.0851"
    })
    void knownDesignsHaveTheirToughness(String softMask, double toughness) {
        long stiff = ~Long.parseLong(softMask, 16) & 0xFFFFFFFFL;
        assertEquals(toughness, Composites.value(paper, DesignBatch.ofBits(32, new long[] {stiff})), 5e-5);
    }

    @ParameterizedTest
    @CsvSource({"8, 10.200103", "16, 26.194850"})
    void homogeneousPlatesStoreTheirEnergy(int size, double energy) {
        assertEquals(energy, Composites.paper(size).homogeneousEnergy(), 5e-7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.875, 1})
    @DisplayName("A homogeneous plate of any modulus has the toughness 1")
    void homogeneousPlatesHaveToughnessOne(double variable) {
        double[] design = new double[128];
        Arrays.fill(design, variable);
        DesignBatch designs = DesignBatch.ofValues(128, design);
        CrackedPlate plate = CrackedPlate.square(16, 0.25);
        assertEquals(1, Composites.value(Composites.paper(16), designs), 1e-12);
        assertEquals(1, Composites.value(new CrackToughness(plate, new SimpMaterial(20, 0.2, 3)), designs), 1e-12);
    }

    @Test
    void materialAndCrackChangeTheToughness() {
        DesignBatch design = DesignBatch.ofBits(32, new long[] {~0x00016760L & 0xFFFFFFFFL});
        double toughness = Composites.value(paper, design);
        CrackedPlate plate = CrackedPlate.square(8, 0.25);
        for (CrackToughness other : new CrackToughness[] {
            new CrackToughness(plate, new TwoPhaseMaterial(20, 1 / 3.0)),
            new CrackToughness(plate, new TwoPhaseMaterial(10, 0.2)),
            new CrackToughness(CrackedPlate.square(8, 0.375), new TwoPhaseMaterial(10, 1 / 3.0))
        }) {
            assertNotEquals(toughness, Composites.value(other, design), 0.1);
        }
    }

    @Test
    void theUnitsOfLengthDoNotMatter() {
        DesignBatch design = DesignBatch.ofBits(32, new long[] {~0x00016760L & 0xFFFFFFFFL});
        CrackedPlate small = new CrackedPlate(8, 8, true, 0.25, 1e-3, 1e-3, 5e-4, 1);
        assertEquals(
                Composites.value(paper, design),
                Composites.value(new CrackToughness(small, new TwoPhaseMaterial(10, 1 / 3.0)), design),
                1e-10);
    }
}
