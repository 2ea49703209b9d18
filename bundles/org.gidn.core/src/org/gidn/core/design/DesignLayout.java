// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import org.gidn.core.InvalidInputException;

/**
 * How the variables of a block are drawn as a picture. Row 0 is drawn at the top, column 0 at the left
 * or, in a mirrored specimen, on either side of the middle.
 *
 * @param mirrored whether the variables are the right half of a specimen that is symmetric about its middle
 * @param slitRows length of a slit along the middle of the picture, in rows from the top; 0 for none
 * @since 1.0
 */
public record DesignLayout(boolean mirrored, int slitRows) {
    /** A specimen that is all variables. */
    public static final DesignLayout PLAIN = new DesignLayout(false, 0);

    public DesignLayout {
        if (slitRows < 0) {
            throw new InvalidInputException("A slit cannot be " + slitRows + " rows long.");
        }
    }

    /** The elements side by side in a specimen whose designs have so many columns. */
    public int across(int columns) {
        return mirrored ? 2 * columns : columns;
    }

    /** The column of a design that is drawn at a place of the specimen, {@code 0 … across(columns) − 1} from the left. */
    public int column(int place, int columns) {
        return !mirrored ? place : place < columns ? columns - 1 - place : place - columns;
    }
}
