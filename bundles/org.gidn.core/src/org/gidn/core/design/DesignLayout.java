package org.gidn.core.design;

import org.gidn.core.InvalidInputException;

/**
 * How the variables of a binary design lie in the specimen, for pictures. Row 0 is drawn at the top, column 0 at the left.
 *
 * @param mirrored whether the variables are the right half of a specimen that is symmetric about its middle
 * @param crackRows length of a crack along the left side of column 0, in rows from the top; 0 for none
 */
public record DesignLayout(boolean mirrored, int crackRows) {
    /** A specimen that is all variables, without a crack. */
    public static final DesignLayout PLAIN = new DesignLayout(false, 0);

    public DesignLayout {
        if (crackRows < 0) {
            throw new InvalidInputException("A crack cannot be " + crackRows + " rows long.");
        }
    }
}
