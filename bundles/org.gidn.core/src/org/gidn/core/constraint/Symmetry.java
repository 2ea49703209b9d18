// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Cells of a picture have the value of their images: mirrored, turned, or repeated.
 *
 * @since 1.0
 */
public final class Symmetry implements Constraint {
    /** Where the image of a cell lies. */
    public enum Kind {
        /** In the same row, as far from the right as the cell from the left. */
        LEFTRIGHT,
        /** In the same column, as far from the bottom as the cell from the top. */
        TOPBOTTOM,
        /** Across the diagonal from the upper left corner; the picture is square. */
        DIAGONAL,
        /** Where half a turn leads. */
        HALFTURN,
        /** Where a quarter of a turn leads; the picture is square. */
        QUARTERTURN,
        /** One period further to the right, and one further down. */
        PERIODIC
    }

    private final String block;
    private final Kind kind;
    private final int periods;

    /**
     * @param block name of the block; {@code ""} for the first
     * @param periods how often a pattern repeats across and down, for {@link Kind#PERIODIC}
     */
    public Symmetry(String block, Kind kind, int periods) {
        this.block = block;
        this.kind = kind;
        this.periods = periods;
    }

    @Override
    public DesignSpace limit(DesignSpace space) {
        int number = Names.block(space, block);
        Block cells = space.blocks().get(number);
        int rows = cells.rows();
        int columns = cells.columns();
        if ((kind == Kind.DIAGONAL || kind == Kind.QUARTERTURN) && rows != columns) {
            throw new InvalidInputException("A picture of " + rows + " × " + columns
                    + " cells is not square, so that it has no such symmetry; use leftRight, topBottom or halfTurn.");
        }
        if (kind == Kind.PERIODIC && (rows % periods != 0 || columns % periods != 0)) {
            throw new InvalidInputException("A picture of " + rows + " × " + columns + " cells cannot be divided into "
                    + periods + " × " + periods + " equal parts.");
        }
        DesignSpace limited = space;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                int image =
                        switch (kind) {
                            case LEFTRIGHT -> row * columns + columns - 1 - column;
                            case TOPBOTTOM -> (rows - 1 - row) * columns + column;
                            case DIAGONAL -> column * columns + row;
                            case HALFTURN -> rows * columns - 1 - cell;
                            case QUARTERTURN -> column * columns + columns - 1 - row;
                            case PERIODIC -> row % (rows / periods) * columns + column % (columns / periods);
                        };
                limited = limited.withTie(space.first(number) + cell, space.first(number) + image);
            }
        }
        return limited;
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            return new Symmetry(
                    settings.text("block"),
                    Kind.valueOf(settings.text("kind").toUpperCase(Locale.ROOT)),
                    settings.integer("periods"));
        }
    }
}
