// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;

/**
 * Which of the designs found in an iteration are chosen, to be added to the training set or to be polished.
 *
 * @since 1.0
 */
public enum Selection {
    /** Those of the best values. */
    BEST,
    /** Those of the best values of which no two differ by one swap only. */
    DISTINCT,
    /** Of the tenfold number of best ones those that differ most from each other. */
    DIVERSE,
    /**
     * One half those of the best values, the other half spread evenly over the rest in order of value: the predictor also
     * learns where it was misled.
     */
    MIXED;

    /** The diverse choice looks at this many times as many of the best designs as it takes. */
    private static final int WIDTH = 10;
    /** Distance of two designs with one swap between them. */
    private static final int ONE_SWAP = 2;

    /**
     * Chooses designs.
     *
     * @param wanted how many, at most
     * @return their places, best first except in {@link #DIVERSE}; designs that failed are never chosen
     */
    int[] of(Finds found, Goal goal, int wanted) {
        int[] best = best(found.values(), goal);
        return switch (this) {
            case BEST -> Arrays.copyOf(best, Math.min(wanted, best.length));
            case DISTINCT -> distinct(found.designs(), best, wanted);
            case DIVERSE ->
                diverse(
                        found.designs(),
                        Arrays.copyOf(best, (int) Math.min((long) WIDTH * wanted, best.length)),
                        wanted);
            case MIXED -> mixed(best, wanted);
        };
    }

    private static int[] best(double[] values, Goal goal) {
        return Arrays.stream(Statistics.ranking(values, goal == Goal.MAXIMISE))
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
    }

    /** Every candidate in turn that is far enough from all chosen before. */
    private static int[] distinct(DesignBatch designs, int[] candidates, int wanted) {
        int[] chosen = new int[Math.min(wanted, candidates.length)];
        int least = designs.packed() ? ONE_SWAP : 0;
        int count = 0;
        for (int i = 0; i < candidates.length && count < chosen.length; i++) {
            int at = candidates[i];
            if (Arrays.stream(chosen, 0, count).allMatch(other -> Distance.of(designs, at, designs, other) > least)) {
                chosen[count++] = at;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    /** The first candidate, then again and again the one whose nearest chosen design is farthest (Gonzalez 1985). */
    private static int[] diverse(DesignBatch designs, int[] candidates, int wanted) {
        if (candidates.length <= wanted) {
            return candidates;
        }
        int[] chosen = new int[wanted];
        double[] distance = new double[candidates.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int next = 0;
        for (int k = 0; k < wanted; k++) {
            chosen[k] = candidates[next];
            for (int i = 0; i < candidates.length; i++) {
                distance[i] = Math.min(distance[i], Distance.of(designs, candidates[i], designs, chosen[k]));
            }
            next = 0;
            for (int i = 1; i < candidates.length; i++) {
                next = distance[i] > distance[next] ? i : next;
            }
        }
        return chosen;
    }

    /** The best ones for one half, then others of the rest, evenly spaced. */
    private static int[] mixed(int[] candidates, int wanted) {
        if (candidates.length <= wanted) {
            return candidates;
        }
        int best = (wanted + 1) / 2;
        int others = wanted - best;
        int[] chosen = Arrays.copyOf(candidates, wanted);
        for (int k = 0; k < others; k++) {
            chosen[best + k] = candidates[best + (int) ((long) k * (candidates.length - best) / others)];
        }
        return chosen;
    }
}
