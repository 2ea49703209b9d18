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
    private static final int LEAST_DESIGNS_A_ROW = 3;
    private static final int MOST_DESIGNS_A_ROW = 5;

    /** The size that suits a figure. */
    public static FigureSize of(Figure figure) {
        return switch (figure) {
            case FieldPicture field -> new FigureSize(460, 400);
            case Plot plot ->
                plot.square() ? new FigureSize(plot.heatMap().isPresent() ? 470 : 390, 420) : new FigureSize(460, 320);
            case DesignGrid grid -> {
                int count = Math.max(1, grid.designs().size());
                int across = designsARow(count);
                int rows = (count + across - 1) / across;
                yield new FigureSize(
                        24 + across * 139,
                        50 + (int) Math.round(rows * (130 / grid.picture().aspect() + 55)));
            }
        };
    }

    /** As many as leave the fewest places of the last row empty. */
    private static int designsARow(int count) {
        int best = Math.min(count, LEAST_DESIGNS_A_ROW);
        for (int across = best; across <= Math.min(count, MOST_DESIGNS_A_ROW); across++) {
            if (Math.floorMod(-count, across) <= Math.floorMod(-count, best)) {
                best = across;
            }
        }
        return best;
    }
}
