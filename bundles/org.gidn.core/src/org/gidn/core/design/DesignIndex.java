// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;

/**
 * Numbers distinct designs of one number of variables in the order in which they are added, in constant time each. A hash
 * table by open addressing over packed keys, about 30 bytes a design of 128 bits. Not thread-safe.
 *
 * @since 1.0
 */
public final class DesignIndex {
    private int[] table = new int[1 << 10];
    private long[] keys = new long[1 << 10];
    private int[] ends = new int[1 << 9];
    private int size;
    private long[] key = new long[4];

    public DesignIndex() {
        Arrays.fill(table, -1);
    }

    /** How many designs are known. */
    public int size() {
        return size;
    }

    /** The number of a design from 0 on, a new one if it is not known yet; −0 and +0 are the same value. */
    public int add(DesignBatch designs, int design) {
        int length = load(designs, design);
        int slot = slot(key, 0, length);
        if (table[slot] >= 0) {
            return table[slot];
        }
        int start = start(size);
        if (start + length > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(start + length, keys.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(key, 0, keys, start, length);
        ends[size] = start + length;
        table[slot] = size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of a design; -1 if it is not known. */
    public int find(DesignBatch designs, int design) {
        int length = load(designs, design);
        return table[slot(key, 0, length)];
    }

    private int load(DesignBatch designs, int design) {
        int length = designs.packed() ? DesignBatch.words(designs.variables()) : designs.variables();
        if (key.length < length) {
            key = new long[length];
        }
        for (int i = 0; i < length; i++) {
            key[i] = designs.packed()
                    ? designs.word(design, i)
                    : Double.doubleToLongBits(designs.value(design, i) + 0.0);
        }
        return length;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** The slot that holds the key, or the free one where it belongs. */
    private int slot(long[] source, int from, int length) {
        int slot = hash(source, from, length) & table.length - 1;
        while (table[slot] >= 0) {
            int start = start(table[slot]);
            if (Arrays.equals(keys, start, ends[table[slot]], source, from, from + length)) {
                return slot;
            }
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static int hash(long[] source, int from, int length) {
        long hash = length;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ source[i]) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ hash >>> 32);
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        for (int number = 0; number < size; number++) {
            int start = start(number);
            table[slot(keys, start, ends[number] - start)] = number;
        }
    }
}
