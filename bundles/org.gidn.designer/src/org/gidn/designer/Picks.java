// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.statistics.Statistics;

/** Which of the designs proposed are evaluated: unknown ones of the best scores that differ enough from each other. */
final class Picks {
    /** Of numbers, the part of what the best designs differ by that a design must be away from what is known. */
    private static final double NEAR = 0.01;
    /** So many of the best designs tell how far apart numbers are of interest. */
    private static final int COMPARED = 20;

    private final KnownDesigns known;
    private final Coding coding;
    private final DesignSpace space;
    private final double distance;
    private final int[] whole;
    private final boolean continuous;
    /** What the best designs differ by. */
    private final double unit;

    /**
     * @param best the designs known, best first
     * @param distance in what share of their variables picks differ; of continuous ones, by what part of what the best designs
     *     differ by
     */
    Picks(KnownDesigns known, Coding coding, DesignSpace space, DesignBatch best, double distance) {
        this.known = known;
        this.coding = coding;
        this.space = space;
        this.distance = distance;
        whole = Numbers.whole(space);
        continuous = Numbers.only(space);
        int compared = Math.min(COMPARED, best.size());
        unit = IntStream.range(1, compared)
                .mapToDouble(i -> coding.difference(best, i, best, 0))
                .average()
                .orElse(1);
    }

    /** The designs of the proposals that are not known. */
    DesignBatch unknown(DesignBatch proposals) {
        return proposals.select(IntStream.range(0, proposals.size())
                .filter(i -> !known.contains(proposals, i))
                .toArray());
    }

    /**
     * Chooses designs.
     *
     * @param candidates unknown designs
     * @param scores of each, by several acquisitions that choose in turn
     * @param wanted how many, at most
     */
    DesignBatch best(DesignBatch candidates, List<double[]> scores, int wanted) {
        int[][] rankings =
                scores.stream().map(each -> Statistics.ranking(each, true)).toArray(int[][]::new);
        int[] next = new int[rankings.length];
        int[] chosen = new int[Math.min(wanted, candidates.size())];
        int count = 0;
        for (int turn = 0; count < chosen.length && Arrays.stream(next).min().orElse(0) < candidates.size(); turn++) {
            int which = turn % rankings.length;
            boolean found = false;
            while (!found && next[which] < candidates.size()) {
                int candidate = rankings[which][next[which]++];
                found = farFrom(candidates, candidate, Arrays.copyOf(chosen, count));
                if (found) {
                    chosen[count++] = candidate;
                }
            }
        }
        return candidates.select(Arrays.copyOf(chosen, count));
    }

    private boolean farFrom(DesignBatch candidates, int candidate, int[] others) {
        return Arrays.stream(others).allMatch(other -> apart(candidates, candidate, other))
                && (space.discrete()
                        || IntStream.range(0, known.size())
                                .allMatch(other -> coding.difference(candidates, candidate, known.designs(), other)
                                        >= NEAR * unit));
    }

    /** Picks of whole numbers beside continuous ones differ in the former: more than one choice of them is followed at once. */
    private boolean apart(DesignBatch candidates, int one, int other) {
        return whole.length == 0
                ? coding.difference(candidates, one, candidates, other) >= distance * (continuous ? unit : 1)
                : Arrays.stream(whole).anyMatch(j -> candidates.value(one, j) != candidates.value(other, j));
    }
}
