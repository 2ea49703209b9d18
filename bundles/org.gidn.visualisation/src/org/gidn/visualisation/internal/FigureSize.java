package org.gidn.visualisation.internal;

import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Plot;

/**
 * The size of a figure in a file, such that it is readable at the width of a column of print, and a grid of designs at that
 * of a page.
 *
 * @param width width in pixels of the SVG document
 * @param height height in the same pixels
 */
public record FigureSize(int width, int height) {
    private static final int MOST_DESIGNS_A_ROW = 5;

    /** The size that suits a figure. */
    public static FigureSize of(Figure figure) {
        return switch (figure) {
            case FieldPicture field -> new FigureSize(460, 400);
            case Plot plot ->
                plot.square() ? new FigureSize(plot.heatMap().isPresent() ? 470 : 390, 420) : new FigureSize(460, 320);
            case DesignGrid grid -> {
                int rows = Math.max(1, (grid.designs().size() + MOST_DESIGNS_A_ROW - 1) / MOST_DESIGNS_A_ROW);
                yield new FigureSize(
                        720, 50 + (int) Math.round(rows * (130 / grid.picture().aspect() + 55)));
            }
        };
    }
}
