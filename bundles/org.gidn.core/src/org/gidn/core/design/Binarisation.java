// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;

/**
 * Makes continuous designs binary: by rank where the space fixes the number of zeros (the smallest values become 0, as in
 * step 6 of the paper's topology optimisation), else by the threshold ½. Of equal values the one that stands first
 * becomes 0. Not thread-safe; allocates nothing per design.
 *
 * @since 1.0
 */
public final class Binarisation {
    private final DesignSpace space;
    private final long[] order;

    public Binarisation(DesignSpace space) {
        this.space = space;
        this.order = new long[space.variables()];
    }

    /**
     * Writes the binary form of one design as packed bits.
     *
     * @param values the design's values from {@code offset} on
     * @param bits receives {@link DesignBatch#words} words from {@code word} on
     */
    public void binarise(float[] values, int offset, long[] bits, int word) {
        int variables = order.length;
        int words = DesignBatch.words(variables);
        Arrays.fill(bits, word, word + words, 0);
        if (space.zeros().isEmpty()) {
            for (int j = 0; j < variables; j++) {
                bits[word + (j >>> 6)] |= (values[offset + j] > 0.5f ? 1L : 0L) << j;
            }
            return;
        }
        // One sortable number a variable: its value's rank above, its place below, so that ties fall to the first.
        for (int j = 0; j < variables; j++) {
            int raw = Float.floatToIntBits(values[offset + j] + 0.0f);
            int sortable = raw ^ (raw >> 31 & Integer.MAX_VALUE);
            order[j] = (long) sortable << 32 | j;
        }
        Arrays.sort(order);
        for (int rank = space.zeros().getAsInt(); rank < variables; rank++) {
            int j = (int) order[rank];
            bits[word + (j >>> 6)] |= 1L << j;
        }
    }

    /** The binary forms of all designs of a batch. */
    public static DesignBatch of(DesignBatch batch, DesignSpace space) {
        Binarisation binarisation = new Binarisation(space);
        int words = DesignBatch.words(batch.variables());
        long[] bits = new long[batch.size() * words];
        float[] values = new float[batch.variables()];
        for (int i = 0; i < batch.size(); i++) {
            batch.copy(i, values, 0);
            binarisation.binarise(values, 0, bits, i * words);
        }
        return DesignBatch.ofBits(batch.variables(), bits);
    }
}
