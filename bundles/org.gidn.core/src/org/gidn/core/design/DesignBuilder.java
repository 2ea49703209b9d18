// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;

/**
 * Puts designs of a space into a batch one by one, packed as long as the space is binary and so are they. Used by one thread.
 *
 * @since 1.0
 */
public final class DesignBuilder {
    private final int variables;
    private final int words;
    private final int capacity;
    private final boolean binary;
    private int size;
    private long[] bits;
    private double[] values;

    /**
     * @param capacity the most designs that will be added
     */
    public DesignBuilder(DesignSpace space, int capacity) {
        this.variables = space.variables();
        this.words = DesignBatch.words(variables);
        this.capacity = capacity;
        this.binary = space.binary();
        if (binary) {
            bits = new long[Math.multiplyExact(capacity, words)];
        } else {
            values = new double[Math.multiplyExact(capacity, variables)];
        }
    }

    /** Adds a design, one value a variable; it is copied. */
    public void add(double[] design) {
        if (bits != null && !Arrays.stream(design).allMatch(value -> value == 0 || value == 1)) {
            unpack();
        }
        if (bits == null) {
            for (int j = 0; j < variables; j++) {
                // A bit has no sign.
                values[size * variables + j] = binary ? design[j] + 0.0 : design[j];
            }
        } else {
            for (int j = 0; j < variables; j++) {
                bits[size * words + (j >>> 6)] |= (long) design[j] << j;
            }
        }
        size++;
    }

    private void unpack() {
        DesignBatch packed = DesignBatch.ofBits(variables, bits);
        values = new double[Math.multiplyExact(capacity, variables)];
        for (int i = 0; i < size; i++) {
            packed.copy(i, values, i * variables);
        }
        bits = null;
    }

    /** All designs that were added. */
    public DesignBatch batch() {
        DesignBatch all = bits == null ? DesignBatch.ofValues(variables, values) : DesignBatch.ofBits(variables, bits);
        return all.slice(0, size);
    }
}
