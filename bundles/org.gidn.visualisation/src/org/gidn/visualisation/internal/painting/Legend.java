// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.List;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;

/** The rows above a plot that tell which series is which. */
public final class Legend {
    /** The height of a row in pixels. */
    public static final int ROW_HEIGHT = 20;

    private static final double SIZE = 12;
    /** Wide enough to tell a dashed line from a whole one behind its marker. */
    private static final double KEY = 28;

    private static final double GAP = 18;

    private Legend() {}

    /** The series that the legend lists: those with a name, if they are more than one. */
    public static List<Series> of(Plot plot) {
        List<Series> named = plot.series().stream()
                .filter(series -> !series.name().isEmpty() && !(series instanceof Series.HeatMap))
                .toList();
        return named.size() > 1 ? named : List.of();
    }

    /** How many rows the legend takes in a given width. */
    public static int rows(Surface surface, List<Series> series, double width) {
        return layOut(surface, series, 0, 0, width, (each, x, y) -> {});
    }

    /** How many of the series, from the first one on, take no more than so many rows. */
    public static int fitting(Surface surface, List<Series> series, double width, int rows) {
        int[] fitting = {0};
        layOut(surface, series, 0, 0, width, (each, x, y) -> fitting[0] += y < rows * ROW_HEIGHT ? 1 : 0);
        return fitting[0];
    }

    /** Draws the legend into rows from a point on, which lies at half the height of the first row. */
    public static void draw(Surface surface, List<Series> series, double x, double y, double width, Theme theme) {
        layOut(surface, series, x, y, width, (each, left, middle) -> {
            key(surface, each, left, middle, theme);
            surface.text(
                    each.name(), left + KEY + 6, middle, SIZE, Surface.Anchor.LEFT, Colours.opaque(theme.foreground()));
        });
    }

    private interface Placed {
        void at(Series series, double left, double middle);
    }

    /** Places each entry in its row; returns the number of rows. */
    private static int layOut(Surface surface, List<Series> series, double x, double y, double width, Placed placed) {
        double left = x;
        int rows = series.isEmpty() ? 0 : 1;
        for (Series each : series) {
            double needed = KEY + 6 + surface.textWidth(each.name(), SIZE);
            if (left > x && left + needed > x + width) {
                left = x;
                rows++;
            }
            placed.at(each, left, y + (rows - 1) * ROW_HEIGHT);
            left += needed + GAP;
        }
        return rows;
    }

    private static void key(Surface surface, Series series, double x, double y, Theme theme) {
        int colour = series.hue().argb(theme);
        switch (series) {
            case Series.Histogram h -> {
                double left = x + KEY / 2 - 6;
                surface.fill(left, y - 5, 12, 11, Colours.alpha(colour, 0.42));
                double[] xs = {left, left + 12, left + 12, left, left};
                double[] ys = {y - 5, y - 5, y + 6, y + 6, y - 5};
                surface.polyline(xs, ys, 5, 1.2, false, colour);
            }
            case Series.Band b -> surface.fill(x + KEY / 2 - 8, y - 5, 16, 11, Colours.alpha(colour, 0.3));
            case Series.Scatter s -> surface.disc(x + KEY / 2, y + 0.5, 4, colour);
            case Series.Designs d -> surface.disc(x + KEY / 2, y + 0.5, 4, colour);
            case Series.Line line -> {
                double[] xs = {x, x + KEY};
                surface.polyline(xs, new double[] {y, y}, 2, 2.2, line.dashed(), colour);
                if (line.markers()) {
                    surface.disc(x + KEY / 2, y, 3.2, colour);
                }
            }
            case Series.Path path -> {
                surface.polyline(new double[] {x, x + KEY}, new double[] {y, y}, 2, 2.2, false, colour);
                surface.disc(x + KEY, y, 3.2, Colours.opaque(theme.foreground()));
            }
            default -> surface.polyline(new double[] {x, x + KEY}, new double[] {y, y}, 2, 1.4, true, colour);
        }
    }
}
