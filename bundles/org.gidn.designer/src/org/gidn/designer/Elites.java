// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;

/**
 * The best designs known, from which new ones are made: the better, the oftener.
 *
 * @param designs best first
 */
record Elites(DesignBatch designs) {
    /** The mean rank drawn, as a share of all. */
    private static final double MEAN = 0.25;

    /**
     * The elites of the designs known.
     *
     * @param best all that can be learned from, best first; where designs are whole numbers beside continuous ones, the best of each
     *     choice of the former come before all second best, so that none is given up before its other numbers are found
     * @param most how many, at most
     */
    static Elites of(DesignSpace space, DesignBatch best, int most) {
        int[] whole = Numbers.whole(space);
        int[] order = IntStream.range(0, best.size()).toArray();
        if (whole.length > 0) {
            Map<List<Double>, Integer> met = new HashMap<>();
            int[] rounds = IntStream.of(order)
                    .map(i -> met.merge(
                            IntStream.of(whole).mapToObj(j -> best.value(i, j)).toList(), 1, Integer::sum))
                    .toArray();
            order = IntStream.of(order)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> rounds[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return new Elites(best.select(Arrays.copyOf(order, Math.min(most, order.length))));
    }

    /** Draws one, geometrically by rank. */
    int draw(RandomGenerator random) {
        while (true) {
            int rank = (int) (-Math.log(1 - random.nextDouble()) * MEAN * designs.size());
            if (rank < designs.size()) {
                return rank;
            }
        }
    }
}
