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
        int capacity = Integer.highestOneBit(Math.max(8, batch.size())) << 2;
        int[] table = new int[capacity];
        Arrays.fill(table, -1);
        int[] firsts = new int[batch.size()];
        int[] counts = new int[batch.size()];
        int[] indices = new int[batch.size()];
        int distinct = 0;
        for (int i = 0; i < batch.size(); i++) {
            int slot = (int) batch.hash(i) & capacity - 1;
            while (table[slot] >= 0 && !batch.same(i, batch, firsts[table[slot]])) {
                slot = slot + 1 & capacity - 1;
            }
            if (table[slot] < 0) {
                table[slot] = distinct;
                firsts[distinct++] = i;
            }
            indices[i] = table[slot];
            counts[table[slot]]++;
        }
        return new DistinctDesigns(
                batch.select(Arrays.copyOf(firsts, distinct)), Arrays.copyOf(counts, distinct), indices);
    }
}
