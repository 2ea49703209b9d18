// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.DistinctDesigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignBatchTest {
    /** Variable counts below, at and beyond a word of bits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 32, 64, 65, 128})
    void packedAndDenseDesignsAreTheSame(int variables) {
        DesignBatch packed = random(20, variables);
        double[] values = new double[20 * variables];
        for (int i = 0; i < 20; i++) {
            packed.copy(i, values, i * variables);
        }
        DesignBatch dense = DesignBatch.ofValues(variables, values);
        assertEquals(20, packed.size());
        for (int i = 0; i < 20; i++) {
            assertArrayEquals(dense.toArray(i), packed.toArray(i));
            assertEquals(text(dense, i), text(packed, i));
            for (int j = 0; j < variables; j++) {
                assertEquals(dense.value(i, j), packed.value(i, j));
            }
        }
    }

    @Test
    void whatIsWrittenIsReadToTheSameBits() throws IOException {
        double[] numbers = {0.1, -0.0, Double.NaN, Double.MIN_VALUE, 1e308, 3};
        for (DesignBatch batch :
                List.of(random(10, 70), random(10, 70).slice(3, 7), DesignBatch.ofValues(2, numbers))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            batch.write(new DataOutputStream(bytes));
            DesignBatch read = DesignBatch.read(
                    batch.variables(), new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertEquals(batch.packed(), read.packed());
            assertEquals(batch.size(), read.size());
            for (int i = 0; i < batch.size(); i++) {
                assertArrayEquals(batch.toArray(i), read.toArray(i));
            }
        }
    }

    @Test
    void slicesSelectionsAndJoinsKeepTheDesigns() {
        DesignBatch all = random(10, 70);
        DesignBatch tail = all.slice(3, 10).slice(2, 6);
        assertEquals(text(all, 5), text(tail, 0));
        DesignBatch chosen = tail.select(new int[] {3, 0});
        assertEquals(text(all, 8), text(chosen, 0));
        DesignBatch joined = DesignBatch.join(List.of(chosen, tail));
        assertTrue(joined.packed());
        assertEquals(text(all, 8), text(joined, 0));
        assertEquals(text(all, 7), text(joined, 4));
        DesignBatch mixed = DesignBatch.join(List.of(chosen, DesignBatch.ofValues(70, new double[70])));
        assertFalse(mixed.packed());
        assertEquals(text(all, 8), text(mixed, 0));
    }

    @Test
    void distinctDesignsAgreeWithAMap() {
        DesignBatch batch = random(5_000, 8);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            counts.merge(text(batch, i), 1, Integer::sum);
        }
        DistinctDesigns distinct = DistinctDesigns.of(batch);
        assertEquals(counts.size(), distinct.designs().size());
        for (int i = 0; i < distinct.designs().size(); i++) {
            assertEquals(counts.get(text(distinct.designs(), i)), distinct.counts()[i]);
        }
        for (int i = 0; i < batch.size(); i++) {
            assertEquals(text(batch, i), text(distinct.designs(), distinct.indices()[i]));
        }
    }

    @Test
    void textIsReadBackExactly() {
        DesignSpace space = DesignSpace.binary(10, 7);
        DesignBatch batch = random(5, 70);
        List<String> lines = List.of(text(batch, 0), "  " + text(batch, 4) + "\r");
        DesignBatch read = DesignText.parse(lines, space);
        assertArrayEquals(batch.toArray(0), read.toArray(0));
        assertArrayEquals(batch.toArray(4), read.toArray(1));

        DesignSpace plane = DesignSpace.continuous(new double[] {-3, -3}, new double[] {3, 3});
        DesignBatch point = DesignBatch.ofValues(2, new double[] {0.1 + 0.2, -1.6255});
        assertArrayEquals(
                point.toArray(0),
                DesignText.parse(List.of(DesignText.format(plane, point, 0)), plane)
                        .toArray(0));
    }

    @Test
    void badTextIsRefusedWithItsPlace() {
        DesignSpace space = DesignSpace.binary(2, 2);
        assertEquals(
                "Design 2 has 3 characters; a design of 2 × 2 elements is written with 4 characters of 0 or 1, row by row.",
                refused(List.of("0000", "010"), space));
        assertEquals("Design 1 has 'x' at position 3; only 0 and 1 are allowed.", refused(List.of("01x0"), space));
        assertEquals(
                "Design 1 has 'y' where number 2 is expected.",
                refused(List.of("1.5, y"), DesignSpace.continuous(new double[2], new double[] {1, 1})));
    }

    private static String text(DesignBatch designs, int design) {
        return DesignText.format(DesignSpace.binary(1, designs.variables()), designs, design);
    }

    private static String refused(List<String> lines, DesignSpace space) {
        return assertThrows(InvalidInputException.class, () -> DesignText.parse(lines, space))
                .getMessage();
    }

    static DesignBatch random(int size, int variables) {
        SplittableRandom random = new SplittableRandom(variables);
        long[] bits = new long[size * DesignBatch.words(variables)];
        for (int i = 0; i < size * variables; i++) {
            int j = i % variables;
            bits[i / variables * DesignBatch.words(variables) + (j >>> 6)] |= (long) random.nextInt(2) << j;
        }
        return DesignBatch.ofBits(variables, bits);
    }
}
