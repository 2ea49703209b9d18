// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.Arrays;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.Numbers;

/**
 * Draws the series of a plot between its axes, the same in a window and in a file. Axes, grid lines and titles are drawn
 * by a chart's widget in a window and by {@link AxesDrawing} in a file.
 */
public final class PlotPainter {
    /** More points than these are drawn as a density. */
    public static final int DENSE = 2000;

    private static final int MOST_CELLS = 2000;
    private static final double LINE_WIDTH = 1.8;

    private final Surface surface;
    private static final double MARKER = 3.2;
    private static final double MARKED = 3.4;
    private static final int MOST_MARKED = 2000;
    private static final double DESIGN = 4;

    private final View view;
    private final Theme theme;

    /**
     * @param surface clipped to the area between the axes
     */
    public PlotPainter(Surface surface, View view, Theme theme) {
        this.surface = surface;
        this.view = view;
        this.theme = theme;
    }

    public void paint(Plot plot) {
        plot.series().forEach(this::paint);
    }

    /** Draws one series. */
    public void paint(Series series) {
        switch (series) {
            case Series.Histogram histogram -> histogram(histogram);
            case Series.Line line -> line(line);
            case Series.Path path -> path(path);
            case Series.Band band -> band(band);
            case Series.Scatter scatter -> scatter(scatter);
            case Series.Designs designs ->
                markers(designs.x(), designs.y(), DESIGN, designs.hue().argb(theme));
            case Series.Identity identity -> identity(identity);
            case Series.HeatMap map -> heatMap(map);
            case Series.Contours contours -> contours(contours);
        }
    }

    private void histogram(Series.Histogram histogram) {
        int colour = histogram.hue().argb(theme);
        double floor = view.top() + view.height();
        int bars = histogram.heights().length;
        double[] xs = new double[2 * bars + 2];
        double[] ys = new double[2 * bars + 2];
        for (int i = 0; i < bars; i++) {
            double left = view.pixelX(histogram.edges()[i]);
            double right = view.pixelX(histogram.edges()[i + 1]);
            // On a logarithmic axis an empty bin stands below the floor.
            double y = view.pixelY(histogram.heights()[i]);
            double top = Double.isNaN(y) ? floor : Math.min(y, floor);
            xs[2 * i + 1] = left;
            xs[2 * i + 2] = right;
            ys[2 * i + 1] = top;
            ys[2 * i + 2] = top;
        }
        xs[0] = xs[1];
        ys[0] = floor;
        xs[2 * bars + 1] = xs[2 * bars];
        ys[2 * bars + 1] = floor;
        surface.polygon(xs, ys, Colours.alpha(colour, 0.42));
        surface.polyline(xs, ys, xs.length, 1.2, false, colour);
    }

    private void line(Series.Line line) {
        int colour = line.hue().argb(theme);
        Polyline thinned = Polyline.of(line.x(), line.y(), view);
        thinned.draw(surface, LINE_WIDTH, line.dashed(), colour);
        if (line.markers()) {
            markers(line.x(), line.y(), MARKER, colour);
        }
    }

    private void markers(double[] xs, double[] ys, double radius, int colour) {
        for (int i = 0; i < xs.length; i++) {
            double x = view.pixelX(xs[i]);
            double y = view.pixelY(ys[i]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                surface.disc(x, y, radius, colour);
            }
        }
    }

    /** Draws some points of a series again, so that they stand out. */
    public void mark(Series series, int[] places) {
        double[][] points = NearestPoint.points(series).get(0);
        int step = 1 + places.length / MOST_MARKED;
        for (int i = 0; i < places.length; i += step) {
            double x = view.pixelX(points[0][places[i]]);
            double y = view.pixelY(points[1][places[i]]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                surface.disc(x, y, MARKED + 1.2, Colours.opaque(theme.foreground()));
                surface.disc(x, y, MARKED, Hue.ORANGE.argb(theme));
            }
        }
    }

    private void path(Series.Path path) {
        int colour = path.hue().argb(theme);
        Polyline.of(path.x(), path.y(), view).draw(surface, LINE_WIDTH, false, colour);
        int last = path.x().length - 1;
        if (last >= 0) {
            surface.disc(
                    view.pixelX(path.x()[last]),
                    view.pixelY(path.y()[last]),
                    MARKER,
                    Colours.opaque(theme.foreground()));
        }
    }

    private void band(Series.Band band) {
        int n = band.x().length;
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        int points = 0;
        for (int i = 0; i < 2 * n; i++) {
            int at = i < n ? i : 2 * n - 1 - i;
            double x = view.pixelX(band.x()[at]);
            double y = view.pixelY(i < n ? band.lower()[at] : band.upper()[at]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                xs[points] = x;
                ys[points++] = y;
            }
        }
        surface.polygon(
                Arrays.copyOf(xs, points),
                Arrays.copyOf(ys, points),
                Colours.alpha(band.hue().argb(theme), 0.22));
    }

    private void scatter(Series.Scatter scatter) {
        int colour = scatter.hue().argb(theme);
        if (scatter.x().length > DENSE) {
            DensityImage image = DensityImage.of(scatter.x(), scatter.y(), view, colour, theme.foreground());
            surface.image(image.argb(), image.width(), (int) Math.round(view.left()), (int) Math.round(view.top()));
            return;
        }
        double radius = scatter.x().length > 500 ? 2 : 2.8;
        markers(scatter.x(), scatter.y(), radius, Colours.alpha(colour, 0.6));
    }

    private void identity(Series.Identity identity) {
        double from = Math.max(view.x().lower(), view.y().lower());
        double to = Math.min(view.x().upper(), view.y().upper());
        if (from < to) {
            double[] xs = {view.pixelX(from), view.pixelX(to)};
            double[] ys = {view.pixelY(from), view.pixelY(to)};
            surface.polyline(xs, ys, 2, 1.2, true, identity.hue().argb(theme));
        }
    }

    private void heatMap(Series.HeatMap map) {
        Axis colour = map.fittedColour();
        Grid grid = map.grid();
        double halfX = Grid.step(grid.x()) / 2;
        double halfY = Grid.step(grid.y()) / 2;
        if (grid.values().length > MOST_CELLS) {
            fineHeatMap(map, colour, halfX, halfY);
            return;
        }
        for (int j = 0; j < grid.y().length; j++) {
            double top = view.pixelY(grid.y()[j] + halfY);
            double bottom = view.pixelY(grid.y()[j] - halfY);
            for (int i = 0; i < grid.x().length; i++) {
                double left = view.pixelX(grid.x()[i] - halfX);
                double right = view.pixelX(grid.x()[i] + halfX);
                double value = grid.value(i, j);
                int argb = map.map().argb(View.share(colour, value));
                surface.fill(left, top, right - left, bottom - top, argb);
                if (map.numbers() && Double.isFinite(value)) {
                    int ink = Colours.luminance(argb) < 0.5 ? 0xFFFFFFFF : 0xFF15181C;
                    double x = (left + right) / 2;
                    surface.text(Numbers.brief(value), x, (top + bottom) / 2, 11, Surface.Anchor.CENTRE, ink);
                }
            }
        }
    }

    /** A map of many cells is drawn pixel by pixel. */
    private void fineHeatMap(Series.HeatMap map, Axis colour, double halfX, double halfY) {
        Grid grid = map.grid();
        int width = Math.max(1, (int) Math.round(view.width()));
        int height = Math.max(1, (int) Math.round(view.height()));
        int[] argb = new int[width * height];
        for (int row = 0; row < height; row++) {
            double y = view.valueY(view.top() + row + 0.5);
            int j = (int) Math.floor((y - grid.y()[0] + halfY) / (2 * halfY));
            for (int column = 0; column < width; column++) {
                double x = view.valueX(view.left() + column + 0.5);
                int i = (int) Math.floor((x - grid.x()[0] + halfX) / (2 * halfX));
                boolean inside = i >= 0 && i < grid.x().length && j >= 0 && j < grid.y().length;
                argb[row * width + column] = inside ? map.map().argb(View.share(colour, grid.value(i, j))) : 0;
            }
        }
        surface.image(argb, width, (int) Math.round(view.left()), (int) Math.round(view.top()));
    }

    private void contours(Series.Contours contours) {
        int colour = contours.hue().argb(theme);
        for (ContourLines.Line line : ContourLines.of(contours.grid(), contours.levels())) {
            Polyline.of(line.x(), line.y(), view).draw(surface, 0.8, false, colour);
        }
    }
}
