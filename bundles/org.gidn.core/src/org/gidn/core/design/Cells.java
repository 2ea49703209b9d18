// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one block that a design may choose: groups of tied ones, without those that are fixed, and how many cells of
 * each level are still to be chosen.
 */
final class Cells {
    private final int[][] groups;
    private final int[] sizes;
    private final int[] least;
    private final int[] most;
    private final boolean limited;

    private Cells(int[][] groups, int[] least, int[] most, boolean limited) {
        this.groups = groups;
        this.sizes = Arrays.stream(groups).mapToInt(group -> group.length).toArray();
        this.least = least;
        this.most = most;
        this.limited = limited;
    }

    static Cells of(DesignSpace space, int number) {
        Block block = space.blocks().get(number);
        int levels = block.levels().size();
        int[] least = new int[levels];
        int[] most = new int[levels];
        Arrays.fill(most, block.variables());
        boolean limited = false;
        for (LevelCount count : space.counts()) {
            if (count.block() == number) {
                least[count.level()] = count.least();
                most[count.level()] = count.most();
                limited = true;
            }
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int j = space.first(number); j < space.first(number + 1); j++) {
            if (space.fixed(j).isEmpty()) {
                groups.computeIfAbsent(space.leader(j), leader -> new ArrayList<>())
                        .add(j);
            } else if (levels > 0) {
                int level = (int) space.fixed(j).getAsDouble();
                least[level] = Math.max(0, least[level] - 1);
                most[level]--;
            }
        }
        return new Cells(
                groups.values().stream()
                        .map(group -> group.stream().mapToInt(j -> j).toArray())
                        .toArray(int[][]::new),
                least,
                most,
                limited);
    }

    /** The free variables, those that are tied to each other together, in the order of their first ones. */
    int[][] groups() {
        return groups;
    }

    /** The number of variables of each group. */
    int[] sizes() {
        return sizes;
    }

    /** So many free cells at least have a level. */
    int least(int level) {
        return least[level];
    }

    /** So many free cells at most have a level; negative if more than allowed are fixed. */
    int most(int level) {
        return most[level];
    }

    /** Whether the number of cells of some level is limited. */
    boolean limited() {
        return limited;
    }
}
