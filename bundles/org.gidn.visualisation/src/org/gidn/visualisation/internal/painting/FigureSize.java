// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;

/**
 * The size of a figure in a file, such that it is readable at the width of a column of print, and one of many designs or
 * numbers at that of a page.
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
            case Plot plot when plot.square() -> new FigureSize(plot.heatMap().isPresent() ? 470 : 390, 420);
            // Numbers in the cells of a map need a page's width.
            case Plot plot when plot.heatMap().filter(Series.HeatMap::numbers).isPresent() -> new FigureSize(640, 420);
            case Plot plot -> new FigureSize(460, 300 + Legend.ROW_HEIGHT * legendRows(plot));
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

    /** About how many rows the legend takes, by the letters of its names. */
    private static int legendRows(Plot plot) {
        double length = Legend.of(plot).stream()
                .mapToDouble(series -> 52 + 6.8 * series.name().length())
                .sum();
        return (int) Math.ceil(length / 436);
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
