// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.Arrays;

/** A growing set of numbers from 0 on, by open addressing: 16 to 32 bytes a number. */
final class LongSet {
    private long[] table = new long[1 << 10];
    private int size;

    LongSet() {
        Arrays.fill(table, -1);
    }

    /** Adds a number; returns whether it was not there. */
    boolean add(long number) {
        int slot = slot(number);
        if (table[slot] == number) {
            return false;
        }
        table[slot] = number;
        if (++size * 2 > table.length) {
            long[] old = table;
            table = new long[old.length * 2];
            Arrays.fill(table, -1);
            for (long kept : old) {
                if (kept >= 0) {
                    table[slot(kept)] = kept;
                }
            }
        }
        return true;
    }

    private int slot(long number) {
        long hash = number * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & table.length - 1;
        while (table[slot] >= 0 && table[slot] != number) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
