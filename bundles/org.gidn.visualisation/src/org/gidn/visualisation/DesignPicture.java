// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.visualisation.internal.Messages;

/**
 * How designs of a space look: an element for each variable, soft (0) blue, stiff (1) yellow, in between in between; the
 * other half of a symmetric specimen beside it, the crack as a dark line from its mouth at the top.
 *
 * @param rows rows of variables
 * @param columns columns of variables
 * @param layout how they lie in the specimen
 * @since 1.0
 */
public record DesignPicture(int rows, int columns, DesignLayout layout) {
    /** The colour of cracks. */
    public static final int CRACK = 0xFF15181C;

    private static final int BORDER = 0x33000000;
    private static final int RIM = 0x80000000;
    /** Elements of fewer pixels are drawn without borders. */
    private static final double SMALLEST_BORDERED = 5;

    public DesignPicture(DesignSpace space, DesignLayout layout) {
        this(space.rows(), space.columns(), layout);
    }

    /** The space of all designs that can be drawn so. */
    public DesignSpace space() {
        return DesignSpace.binary(rows, columns);
    }

    /** Whether designs of a space can be drawn so: their values must lie between 0 and 1. */
    public static boolean suits(DesignSpace space) {
        return space.kind() == DesignSpace.Kind.BINARY;
    }

    /** The elements side by side, both halves counted. */
    public int across() {
        return layout.across(columns);
    }

    /** Width over height of a picture with square elements. */
    public double aspect() {
        return (double) across() / rows;
    }

    /**
     * Draws one design, its elements square, centred in a rectangle.
     *
     * @throws InvalidInputException if the design has another number of variables
     */
    public void draw(
            Surface surface, DesignBatch designs, int design, double x, double y, double width, double height) {
        if (designs.variables() != rows * columns) {
            throw new InvalidInputException(
                    NLS.bind(Messages.pictureVariables, new Object[] {designs.variables(), rows, columns}));
        }
        double side = side(width, height);
        double left = x + (width - side * across()) / 2;
        double top = y + (height - side * rows) / 2;
        for (int row = 0; row < rows; row++) {
            drawRow(surface, designs, design, row, left, top + row * side, side);
        }
        borders(surface, left, top, side);
    }

    /** The size of an element in pixels; whole if that leaves enough of it. */
    private double side(double width, double height) {
        double side = Math.min(width / across(), height / rows);
        return side >= 3 ? Math.floor(side) : side;
    }

    /** Neighbouring elements of one colour are filled at once. */
    private void drawRow(
            Surface surface, DesignBatch designs, int design, int row, double left, double top, double side) {
        int across = across();
        for (int from = 0; from < across; ) {
            double value = designs.value(design, variable(row, from));
            int to = from + 1;
            while (to < across && designs.value(design, variable(row, to)) == value) {
                to++;
            }
            surface.fill(left + from * side, top, (to - from) * side, side, ColourMap.MATERIAL.argb(value));
            from = to;
        }
    }

    /** The variable of an element of the whole specimen. */
    private int variable(int row, int across) {
        return row * columns + layout.column(across, columns);
    }

    private void borders(Surface surface, double left, double top, double side) {
        double right = left + across() * side;
        double bottom = top + rows * side;
        if (side >= SMALLEST_BORDERED) {
            for (int row = 1; row < rows; row++) {
                surface.fill(left, top + row * side, right - left, 1, BORDER);
            }
            for (int column = 1; column < across(); column++) {
                surface.fill(left + column * side, top, 1, bottom - top, BORDER);
            }
        }
        surface.fill(left, top, right - left, 1, RIM);
        surface.fill(left, bottom - 1, right - left, 1, RIM);
        surface.fill(left, top + 1, 1, bottom - top - 2, RIM);
        surface.fill(right - 1, top + 1, 1, bottom - top - 2, RIM);
        if (layout.crackRows() > 0) {
            double crack = left + across() / 2.0 * side;
            double half = Math.max(1, side / 8);
            double tip = top + layout.crackRows() * side;
            surface.polygon(
                    new double[] {crack - half, crack + half + 1, crack + 1, crack},
                    new double[] {top, top, tip, tip},
                    CRACK);
        }
    }

    /**
     * The variable drawn at a point of the rectangle given to {@link #draw}, for clicks; −1 if there is none.
     */
    public int variableAt(double pointX, double pointY, double x, double y, double width, double height) {
        double side = side(width, height);
        int column = (int) Math.floor((pointX - x - (width - side * across()) / 2) / side);
        int row = (int) Math.floor((pointY - y - (height - side * rows) / 2) / side);
        return row < 0 || row >= rows || column < 0 || column >= across() ? -1 : variable(row, column);
    }
}
