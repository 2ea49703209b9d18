// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;

/**
 * The distinct designs of a batch, in the order of their first appearance.
 *
 * @param designs each design once
 * @param counts how often each of them stood in the batch
 * @param indices for each design of the batch its place in {@code designs}
 * @since 1.0
 */
public record DistinctDesigns(DesignBatch designs, int[] counts, int[] indices) {
    /** Merges equal designs, in time proportional to their number. */
    public static DistinctDesigns of(DesignBatch batch) {
        DesignIndex index = new DesignIndex();
        int[] firsts = new int[batch.size()];
        int[] counts = new int[batch.size()];
        int[] indices = new int[batch.size()];
        for (int i = 0; i < batch.size(); i++) {
            int number = index.add(batch, i);
            if (counts[number]++ == 0) {
                firsts[number] = i;
            }
            indices[i] = number;
        }
        int distinct = index.size();
        return new DistinctDesigns(
                batch.select(Arrays.copyOf(firsts, distinct)), Arrays.copyOf(counts, distinct), indices);
    }
}
