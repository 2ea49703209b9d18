// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;

/**
 * The binary designs with a fixed number of zeros that have the greatest sums of weights over their ones, greatest first.
 *
 * <p>The best design has its zeros on the smallest weights. All others come from it by moving zeros up the sorted weights,
 * the topmost zero first, then the next one as far as below it, and so on. Each design is reached in one way only and from
 * a design that is no worse, so that a queue of the designs at the frontier gives them in order.
 */
public final class BestSelections {
    private BestSelections() {}

    /**
     * A design at the frontier.
     *
     * @param loss sum of the weights of its zeros
     * @param zeros ranks of the zeros among the sorted weights, ascending
     * @param moving which zero is being moved; those before it still stand at the lowest ranks
     * @param serial order of arrival, to break ties
     */
    private record Selection(double loss, int[] zeros, int moving, long serial) {}

    /**
     * Finds the best designs.
     *
     * @param weights one weight a variable
     * @param zeros number of zeros of a design, at least 1 and fewer than the weights
     * @param count how many designs are wanted
     * @return so many designs, or all if there are fewer
     */
    public static DesignBatch of(double[] weights, int zeros, int count) {
        int variables = weights.length;
        int[] order = IntStream.range(0, variables)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> weights[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        PriorityQueue<Selection> frontier =
                new PriorityQueue<>(Comparator.comparingDouble(Selection::loss).thenComparingLong(Selection::serial));
        int[] lowest = IntStream.range(0, zeros).toArray();
        double loss =
                Arrays.stream(lowest).mapToDouble(rank -> weights[order[rank]]).sum();
        long serial = 0;
        frontier.add(new Selection(loss, lowest, zeros - 1, serial++));
        int words = DesignBatch.words(variables);
        long[] bits = new long[count * words];
        int found = 0;
        while (found < count && !frontier.isEmpty()) {
            Selection selection = frontier.remove();
            IntStream ones =
                    IntStream.range(0, variables).filter(rank -> Arrays.binarySearch(selection.zeros, rank) < 0);
            int at = found++ * words;
            ones.map(rank -> order[rank]).forEach(j -> bits[at + (j >>> 6)] |= 1L << j);
            // The moving zero goes on, or the one below it sets out.
            for (int zero = selection.moving; zero >= Math.max(0, selection.moving - 1); zero--) {
                int rank = selection.zeros[zero];
                int limit = zero + 1 < zeros ? selection.zeros[zero + 1] : variables;
                if (rank + 1 < limit) {
                    int[] moved = selection.zeros.clone();
                    moved[zero]++;
                    double more = weights[order[rank + 1]] - weights[order[rank]];
                    frontier.add(new Selection(selection.loss + more, moved, zero, serial++));
                }
            }
        }
        return DesignBatch.ofBits(variables, Arrays.copyOf(bits, found * words));
    }
}
