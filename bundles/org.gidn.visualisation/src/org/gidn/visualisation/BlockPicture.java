// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.visualisation.internal.Messages;

/**
 * How a block of designs looks: an element for each variable, in the colour of its level or, where levels have none and for
 * numbers, from blue for the lowest to yellow for the highest; the other half of a mirrored picture beside it, a slit as a
 * dark line from the top.
 *
 * @param space the designs
 * @param block which of their blocks is drawn; a {@linkplain Block#picture() picture}
 * @since 1.0
 */
public record BlockPicture(DesignSpace space, int block) {
    /** The colour of slits. */
    public static final int SLIT = 0xFF15181C;

    private static final int BORDER = 0x33000000;
    private static final int RIM = 0x80000000;
    /** Elements of fewer pixels are drawn without borders. */
    private static final double SMALLEST_BORDERED = 5;

    private Block cells() {
        return space.blocks().get(block);
    }

    private DesignLayout layout() {
        return cells().layout();
    }

    /** Rows of elements. */
    public int rows() {
        return cells().rows();
    }

    /** The elements side by side, both halves counted. */
    public int across() {
        return layout().across(cells().columns());
    }

    /** Width over height of a picture with square elements. */
    public double aspect() {
        return (double) across() / rows();
    }

    /** The colour of an element as 0xFFRRGGBB; between two levels that in between. */
    public int colour(double value) {
        Block cells = cells();
        int levels = cells.levels().size();
        if (levels == 0) {
            double lowest = IntStream.range(0, cells.variables())
                    .mapToDouble(cells::lower)
                    .min()
                    .orElseThrow();
            double highest = IntStream.range(0, cells.variables())
                    .mapToDouble(cells::upper)
                    .max()
                    .orElseThrow();
            return ColourMap.MATERIAL.argb((value - lowest) / (highest - lowest));
        }
        int below = Math.max(0, Math.min((int) Math.floor(value), levels - 2));
        return Colours.mix(colour(below), colour(below + 1), Math.max(0, Math.min(1, value - below)));
    }

    private int colour(int level) {
        String own = cells().levels().get(level).colour();
        return own.isEmpty()
                ? ColourMap.MATERIAL.argb(level / (cells().levels().size() - 1.0))
                : Colours.opaque(Integer.parseInt(own.substring(1), 16));
    }

    /** What the colours mean; {@code ""} if the elements are numbers or have colours of their own. */
    String legend() {
        return explained() ? NLS.bind(Messages.pictureLegend, highest(), lowest()) : "";
    }

    /** The block's name, with what its colours mean as far as that is not plain. */
    String named() {
        String name = cells().name();
        return explained() ? NLS.bind(Messages.pictureNamed, new Object[] {name, highest(), lowest()}) : name;
    }

    private boolean explained() {
        List<Level> levels = cells().levels();
        return !levels.isEmpty()
                && levels.stream().allMatch(level -> level.colour().isEmpty());
    }

    private String lowest() {
        return cells().levels().get(0).name();
    }

    private String highest() {
        return cells().levels().get(cells().levels().size() - 1).name();
    }

    /**
     * Draws the block of one design, its elements square, centred in a rectangle.
     */
    public void draw(
            Surface surface, DesignBatch designs, int design, double x, double y, double width, double height) {
        double side = side(width, height);
        double left = x + (width - side * across()) / 2;
        double top = y + (height - side * rows()) / 2;
        for (int row = 0; row < rows(); row++) {
            drawRow(surface, designs, design, row, left, top + row * side, side);
        }
        borders(surface, left, top, side);
    }

    /** The size of an element in pixels; whole if that leaves enough of it. */
    private double side(double width, double height) {
        double side = Math.min(width / across(), height / rows());
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
            surface.fill(left + from * side, top, (to - from) * side, side, colour(value));
            from = to;
        }
    }

    /** The variable of an element of the whole specimen. */
    private int variable(int row, int across) {
        return space.first(block) + row * cells().columns() + layout().column(across, cells().columns());
    }

    private void borders(Surface surface, double left, double top, double side) {
        double right = left + across() * side;
        double bottom = top + rows() * side;
        if (side >= SMALLEST_BORDERED) {
            for (int row = 1; row < rows(); row++) {
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
        if (layout().slitRows() > 0) {
            double slit = left + across() / 2.0 * side;
            double half = Math.max(1, side / 8);
            double tip = top + layout().slitRows() * side;
            surface.polygon(
                    new double[] {slit - half, slit + half + 1, slit + 1, slit},
                    new double[] {top, top, tip, tip},
                    SLIT);
        }
    }

    /**
     * Draws a frame about some elements of a block drawn by {@link #draw} in the same rectangle.
     *
     * @param variables which variables' elements get one
     */
    public void mark(
            Surface surface, IntPredicate variables, double x, double y, double width, double height, int argb) {
        double side = side(width, height);
        double left = x + (width - side * across()) / 2;
        double top = y + (height - side * rows()) / 2;
        double frame = Math.max(1, Math.min(3, side / 8));
        double inner = side - 2 * frame;
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < across(); column++) {
                if (variables.test(variable(row, column))) {
                    double edge = left + column * side;
                    double upper = top + row * side;
                    surface.fill(edge, upper, side, frame, argb);
                    surface.fill(edge, upper + side - frame, side, frame, argb);
                    surface.fill(edge, upper + frame, frame, inner, argb);
                    surface.fill(edge + side - frame, upper + frame, frame, inner, argb);
                }
            }
        }
    }

    /**
     * The variable drawn at a point of the rectangle given to {@link #draw}, for clicks; −1 if there is none.
     */
    public int variableAt(double pointX, double pointY, double x, double y, double width, double height) {
        double side = side(width, height);
        int column = (int) Math.floor((pointX - x - (width - side * across()) / 2) / side);
        int row = (int) Math.floor((pointY - y - (height - side * rows()) / 2) / side);
        return row < 0 || row >= rows() || column < 0 || column >= across() ? -1 : variable(row, column);
    }
}
