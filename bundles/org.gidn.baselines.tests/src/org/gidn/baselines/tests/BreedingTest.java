// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gidn.baselines.internal.Breeding;
import org.gidn.baselines.internal.Breeding.Repair;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.sampling.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreedingTest {
    private static final RandomStreams RANDOM = new RandomStreams(5);

    @Test
    void withoutMutationTheChildHasTheHeadOfOneParentAndTheTailOfTheOther() {
        DesignSpace space = DesignSpace.binary(2, 5);
        assertEquals("1101000111", child("1101011000", "0110000111", space, 0, Repair.RANDOM, 0));
    }

    @Test
    void certainMutationSwitchesEveryGene() {
        DesignSpace space = DesignSpace.binary(2, 5);
        assertEquals("0010111000", child("1101011000", "0110000111", space, 1, Repair.RANDOM, 0));
    }

    @Test
    void genesSwitchAsOftenAsTheMutationSays() {
        DesignSpace space = DesignSpace.binary(10, 100);
        long switched = 0;
        for (int i = 0; i < 100; i++) {
            String parent = "1".repeat(1_000);
            switched += Composite.zeros(child(parent, parent, space, 0.1, Repair.RANDOM, i));
        }
        assertEquals(0.1, switched / 1e5, 0.004, "four standard deviations");
    }

    @ParameterizedTest
    @EnumSource
    void everyChildHasTheRightNumberOfZeros(Repair repair) {
        DesignSpace space = DesignSpace.binary(10, 13).withZeros(40);
        String few = "0".repeat(40) + "1".repeat(90);
        String many = "1".repeat(90) + "0".repeat(40);
        for (int i = 0; i < 200; i++) {
            assertEquals(40, Composite.zeros(child(few, many, space, 0.1, repair, i)));
            assertEquals(40, Composite.zeros(child(many, few, space, 0.1, repair, i)));
        }
    }

    @Test
    void parentRepairUndoesMutationsFirst() {
        DesignSpace space = DesignSpace.binary(10, 10).withZeros(20);
        String parent = "01111".repeat(20);
        for (int i = 0; i < 100; i++) {
            // Crossed with itself a child differs by its mutations alone, and keeps as many either way as balance.
            String child = child(parent, parent, space, 0.05, Repair.PARENT, i);
            int raised = 0;
            int lowered = 0;
            for (int j = 0; j < 100; j++) {
                raised += child.charAt(j) > parent.charAt(j) ? 1 : 0;
                lowered += child.charAt(j) < parent.charAt(j) ? 1 : 0;
            }
            assertEquals(raised, lowered);
            assertTrue(raised <= mutatedUpwards(parent, space, i), "no gene switches that mutation left alone");
        }
    }

    /** How many zeros the same mutation raises when nothing is repaired. */
    private static long mutatedUpwards(String parent, DesignSpace space, int index) {
        DesignSpace free = DesignSpace.of(space.blocks());
        String child = child(parent, parent, free, 0.05, Repair.PARENT, index);
        long raised = 0;
        for (int j = 0; j < parent.length(); j++) {
            raised += child.charAt(j) > parent.charAt(j) ? 1 : 0;
        }
        return raised;
    }

    private static String child(
            String head, String tail, DesignSpace space, double mutation, Repair repair, int index) {
        DesignBatch parents = DesignText.parse(List.of(head, tail), space);
        int words = DesignBatch.words(space.variables());
        long[] bits = new long[2 * words];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = parents.word(i / words, i % words);
        }
        long[] child = new long[words];
        new Breeding(space, mutation, repair).child(bits, 0, words, child, 0, RANDOM.stream("child", index));
        return DesignText.format(space, DesignBatch.ofBits(space.variables(), child), 0);
    }
}
