// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

/**
 * Something to draw on: a file's page or a window's. Coordinates are in pixels from the upper left corner, y downwards;
 * colours are 0xAARRGGBB.
 *
 * @since 1.0
 */
public interface Surface {
    /** Where a text stands with regard to its given point. */
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** Fills a rectangle, without softening its edges. */
    void fill(double x, double y, double width, double height, int argb);

    /** Fills the polygon of the given corners. */
    void polygon(double[] xs, double[] ys, int argb);

    /**
     * Draws the line through the first {@code count} points.
     *
     * @param dashed whether it is dashed
     */
    void polyline(double[] xs, double[] ys, int count, double width, boolean dashed, int argb);

    /** Draws a filled disc. */
    void disc(double x, double y, double radius, int argb);

    /**
     * Draws a picture, one pixel for each colour.
     *
     * @param argb row by row, {@code width} a row
     */
    void image(int[] argb, int width, int x, int y);

    /**
     * Draws one line of text, vertically centred on {@code y}.
     *
     * @param size font size in pixels
     */
    void text(String text, double x, double y, double size, Anchor anchor, int argb);

    /** The width of a text in pixels. */
    double textWidth(String text, double size);

    /** Draws a straight line. */
    default void line(double x1, double y1, double x2, double y2, double width, int argb) {
        polyline(new double[] {x1, x2}, new double[] {y1, y2}, 2, width, false, argb);
    }
}
