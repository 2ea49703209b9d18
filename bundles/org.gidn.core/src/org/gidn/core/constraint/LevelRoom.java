// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.LevelCount;

/**
 * What the limits of a space leave to one level of a picture, for rules that are to say before a run that no design can keep to
 * them.
 *
 * @param least fewest cells that have the level
 * @param most most cells that have it
 * @param may which cells may have it
 * @param must which of these have it in every design
 */
record LevelRoom(Grid grid, int least, int most, boolean[] may, boolean[] must) {
    static LevelRoom of(DesignSpace space, Grid grid) {
        boolean[] may = new boolean[grid.cells()];
        boolean[] must = new boolean[grid.cells()];
        for (int cell = 0; cell < may.length; cell++) {
            OptionalDouble fixed = space.fixed(grid.first() + cell);
            may[cell] = fixed.isEmpty() || fixed.getAsDouble() == grid.level();
            must[cell] = fixed.isPresent() && may[cell];
        }
        int[] least = new int[grid.levels()];
        int[] most = new int[grid.levels()];
        Arrays.fill(most, grid.cells());
        for (LevelCount count : space.counts()) {
            if (space.first(count.block()) == grid.first()) {
                least[count.level()] = Math.max(least[count.level()], count.least());
                most[count.level()] = Math.min(most[count.level()], count.most());
            }
        }
        long othersLeast = 0;
        long othersMost = 0;
        for (int level = 0; level < grid.levels(); level++) {
            othersLeast += level == grid.level() ? 0 : least[level];
            othersMost += level == grid.level() ? 0 : most[level];
        }
        return new LevelRoom(
                grid,
                (int) Math.max(Math.max(least[grid.level()], grid.cells() - othersMost), count(must)),
                (int) Math.min(Math.min(most[grid.level()], grid.cells() - othersLeast), count(may)),
                may,
                must);
    }

    private static int count(boolean[] cells) {
        int count = 0;
        for (boolean cell : cells) {
            count += cell ? 1 : 0;
        }
        return count;
    }

    /**
     * Sides that every design has between the level and what is not, the edge not counted; there may be none with so few. Either all
     * columns have such a side, or all rows, or there is a row and a column of one kind, so that all others which have cells of the
     * other kind have a side each.
     */
    int sides() {
        int sides = Math.min(sides(least), sides(most));
        int fixed = 0;
        for (int cell = 0; cell < may.length; cell++) {
            for (int next : grid.neighbours(cell, 2)) {
                fixed += next >= 0 && (must[cell] && !may[next] || must[next] && !may[cell]) ? 1 : 0;
            }
        }
        return Math.max(sides, fixed);
    }

    private int sides(int count) {
        int rest = grid.cells() - count;
        if (count <= 0 || rest <= 0) {
            return 0;
        }
        int corner = (int) Math.ceil(2 * Math.sqrt(Math.min(count, rest)));
        return Math.min(corner, Math.min(grid.rows(), grid.columns()));
    }

    /**
     * How many cells the shortest way to each cell has, over cells that may have the level; 0 where there is none.
     *
     * @param from where ways begin
     * @param neighbours 4 if cells hang together by sides, 8 if by corners too
     */
    int[] ways(IntPredicate from, int neighbours) {
        int[] ways = new int[may.length];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int cell = 0; cell < may.length; cell++) {
            if (may[cell] && from.test(cell)) {
                ways[cell] = 1;
                queue.add(cell);
            }
        }
        while (!queue.isEmpty()) {
            int cell = queue.poll();
            for (int next : grid.neighbours(cell, neighbours)) {
                if (next >= 0 && may[next] && ways[next] == 0) {
                    ways[next] = ways[cell] + 1;
                    queue.add(next);
                }
            }
        }
        return ways;
    }
}
