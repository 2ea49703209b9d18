// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;

/**
 * Shares the free cells of a block among its levels: each group of tied cells gets a level, so that as much of the scores is
 * gained as the allowed numbers of cells let it, level by level from the first on. Exact for two levels. Used by one thread.
 */
final class LevelChoice {
    private final Cells cells;
    private final int levels;
    private final int free;
    private final boolean single;
    private final double[] scores;
    private final int[] chosen;
    /** The groups without a level yet, those that a level wants most first. */
    private final Integer[] waiting;

    private final double[] gains;

    LevelChoice(Cells cells, int levels) {
        this.cells = cells;
        this.levels = levels;
        int groups = cells.sizes().length;
        free = Arrays.stream(cells.sizes()).sum();
        single = Arrays.stream(cells.sizes()).allMatch(size -> size == 1);
        scores = new double[groups * levels];
        chosen = new int[groups];
        waiting = new Integer[groups];
        gains = new double[groups];
    }

    int[][] groups() {
        return cells.groups();
    }

    void score(int group, int level, double score) {
        scores[group * levels + level] = score;
    }

    /** The level of each group. Where no choice keeps to the limits, as near to them as it goes. */
    int[] choose() {
        Arrays.fill(chosen, -1);
        int left = free;
        for (int level = 0; level < levels - 1; level++) {
            int others = 0;
            int room = 0;
            for (int other = level + 1; other < levels; other++) {
                others += cells.least(other);
                room += Math.max(0, cells.most(other));
            }
            int least = Math.max(cells.least(level), left - room);
            int most = Math.max(least, Math.min(cells.most(level), left - others));
            left -= single ? takeSingle(level, least, most) : takeGroups(level, least, most, left);
        }
        for (int g = 0; g < chosen.length; g++) {
            chosen[g] = chosen[g] < 0 ? levels - 1 : chosen[g];
        }
        return chosen;
    }

    /** How much more a group gains by a level than by the best of those that come after it. */
    private int rank(int level) {
        int count = 0;
        for (int g = 0; g < chosen.length; g++) {
            if (chosen[g] < 0) {
                double best = Double.NEGATIVE_INFINITY;
                for (int other = level + 1; other < levels; other++) {
                    best = Math.max(best, scores[g * levels + other]);
                }
                gains[g] = scores[g * levels + level] - best;
                waiting[count++] = g;
            }
        }
        return count;
    }

    private int takeSingle(int level, int least, int most) {
        int count = rank(level);
        Arrays.sort(waiting, 0, count, (a, b) -> gains[a] == gains[b] ? a - b : Double.compare(gains[b], gains[a]));
        int taken = 0;
        while (taken < count && taken < most && (taken < least || gains[waiting[taken]] >= 0)) {
            chosen[waiting[taken++]] = level;
        }
        return taken;
    }

    /** Chooses groups of different sizes: the most gain for each number of cells, group by group (0/1 knapsack). */
    private int takeGroups(int level, int least, int most, int left) {
        int count = rank(level);
        double[] best = new double[left + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        boolean[][] taken = new boolean[count][left + 1];
        for (int i = 0; i < count; i++) {
            int size = cells.sizes()[waiting[i]];
            for (int cellsTaken = left; cellsTaken >= size; cellsTaken--) {
                double with = best[cellsTaken - size] + gains[waiting[i]];
                if (with > best[cellsTaken]) {
                    best[cellsTaken] = with;
                    taken[i][cellsTaken] = true;
                }
            }
        }
        int target = -1;
        for (int cellsTaken = Math.max(0, least); cellsTaken <= Math.min(most, left); cellsTaken++) {
            if (best[cellsTaken] > Double.NEGATIVE_INFINITY && (target < 0 || best[cellsTaken] > best[target])) {
                target = cellsTaken;
            }
        }
        int rest = Math.max(0, target);
        for (int i = count - 1; i >= 0; i--) {
            if (taken[i][rest]) {
                chosen[waiting[i]] = level;
                rest -= cells.sizes()[waiting[i]];
            }
        }
        return Math.max(0, target);
    }
}
