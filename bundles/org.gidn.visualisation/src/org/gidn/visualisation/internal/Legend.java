package org.gidn.visualisation.internal;

import java.util.List;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;

/** The row above a plot that tells which series is which. */
public final class Legend {
    private static final double KEY = 18;
    private static final double GAP = 18;

    private Legend() {}

    /** The series that the legend lists: those with a name, if they are more than one. */
    public static List<Series> of(Plot plot) {
        List<Series> named = plot.series().stream()
                .filter(series -> !series.name().isEmpty() && !(series instanceof Series.HeatMap))
                .toList();
        return named.size() > 1 ? named : List.of();
    }

    /** Draws the legend into a row, from its left end on; what has no room is left out. */
    public static void draw(
            Surface surface, List<Series> series, double x, double y, double width, double size, Theme theme) {
        double at = x;
        for (Series each : series) {
            double needed = KEY + 6 + surface.textWidth(each.name(), size);
            if (at + needed > x + width) {
                return;
            }
            key(surface, each, at, y, theme);
            surface.text(each.name(), at + KEY + 6, y, size, Surface.Anchor.LEFT, Colours.opaque(theme.foreground()));
            at += needed + GAP;
        }
    }

    private static void key(Surface surface, Series series, double x, double y, Theme theme) {
        int colour = series.hue().argb(theme);
        switch (series) {
            case Series.Histogram h -> {
                surface.fill(x + 3, y - 5, 12, 11, Colours.alpha(colour, 0.42));
                double[] xs = {x + 3, x + 15, x + 15, x + 3, x + 3};
                double[] ys = {y - 5, y - 5, y + 6, y + 6, y - 5};
                surface.polyline(xs, ys, 5, 1.2, false, colour);
            }
            case Series.Band b -> surface.fill(x + 1, y - 5, 16, 11, Colours.alpha(colour, 0.3));
            case Series.Scatter s -> surface.disc(x + KEY / 2, y + 0.5, 4, colour);
            case Series.Line line -> {
                double[] xs = {x, x + KEY};
                surface.polyline(xs, new double[] {y, y}, 2, 2.2, line.dashed(), colour);
                if (line.markers()) {
                    surface.disc(x + KEY / 2, y, 3.2, colour);
                }
            }
            default -> surface.polyline(new double[] {x, x + KEY}, new double[] {y, y}, 2, 1.4, true, colour);
        }
    }
}
