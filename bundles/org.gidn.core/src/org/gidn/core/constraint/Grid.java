// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;

/**
 * The cells of a block and which of them have one level, for rules about their arrangement.
 *
 * @param first the block's first variable
 * @param level the level
 */
record Grid(int first, int rows, int columns, int level, int levels, String name) {
    /**
     * Finds a level of a block.
     *
     * @param block the block's name; {@code ""} for the first
     * @param level name or number of the level
     */
    static Grid of(DesignSpace space, String block, String level) {
        int number = Names.block(space, block);
        Block cells = space.blocks().get(number);
        int place = Names.level(cells, level);
        return new Grid(
                space.first(number),
                cells.rows(),
                cells.columns(),
                place,
                cells.levels().size(),
                cells.levels().get(place).name());
    }

    int cells() {
        return rows * columns;
    }

    /** Which cells have the level, row by row. */
    boolean[] read(double[] design) {
        boolean[] has = new boolean[cells()];
        for (int i = 0; i < has.length; i++) {
            has[i] = design[first + i] == level;
        }
        return has;
    }

    /** Gives cells the level where they should have it, and takes it from the others, which get the next level or the one before. */
    void write(boolean[] has, double[] design) {
        for (int i = 0; i < has.length; i++) {
            if (has[i]) {
                design[first + i] = level;
            } else if (design[first + i] == level) {
                design[first + i] = level > 0 ? level - 1 : 1;
            }
        }
    }

    /** The neighbours of a cell, −1 beyond the edge: the four beside it, then, for eight, those across its corners. */
    int[] neighbours(int cell, int count) {
        int row = cell / columns;
        int column = cell % columns;
        int[][] steps = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}, {1, 1}, {1, -1}, {-1, -1}, {-1, 1}};
        int[] neighbours = new int[count];
        for (int i = 0; i < count; i++) {
            int down = row + steps[i][0];
            int across = column + steps[i][1];
            neighbours[i] = down < 0 || down >= rows || across < 0 || across >= columns ? -1 : down * columns + across;
        }
        return neighbours;
    }
}
