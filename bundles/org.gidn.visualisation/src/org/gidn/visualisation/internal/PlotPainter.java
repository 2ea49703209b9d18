package org.gidn.visualisation.internal;

import java.util.Arrays;
import java.util.List;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;

/**
 * Draws the series of a plot between its axes, the same in a window and in a file. Axes, grid lines and titles are drawn
 * by the chart library of either.
 */
public final class PlotPainter {
    /** More points than these are drawn as a density. */
    public static final int DENSE = 4000;

    private static final double LINE_WIDTH = 1.8;

    private final Surface surface;
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
            case Series.Band band -> band(band);
            case Series.Scatter scatter -> scatter(scatter);
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
            for (int i = 0; i < line.x().length; i++) {
                double x = view.pixelX(line.x()[i]);
                double y = view.pixelY(line.y()[i]);
                if (Double.isFinite(x) && Double.isFinite(y)) {
                    surface.disc(x, y, 3.2, colour);
                }
            }
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
        for (int i = 0; i < scatter.x().length; i++) {
            double x = view.pixelX(scatter.x()[i]);
            double y = view.pixelY(scatter.y()[i]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                surface.disc(x, y, radius, Colours.alpha(colour, 0.6));
            }
        }
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
        double[] x = map.grid().x();
        double[] y = map.grid().y();
        double halfX = x.length < 2 ? 0.5 : (x[1] - x[0]) / 2;
        double halfY = y.length < 2 ? 0.5 : (y[1] - y[0]) / 2;
        for (int j = 0; j < y.length; j++) {
            double top = view.pixelY(y[j] + halfY);
            double bottom = view.pixelY(y[j] - halfY);
            for (int i = 0; i < x.length; i++) {
                double left = view.pixelX(x[i] - halfX);
                double right = view.pixelX(x[i] + halfX);
                double value = map.grid().value(i, j);
                int argb = map.map().argb(View.share(colour, value));
                surface.fill(left, top, right - left, bottom - top, argb);
                if (map.numbers() && Double.isFinite(value)) {
                    int ink = Colours.luminance(argb) < 0.5 ? 0xFFFFFFFF : 0xFF15181C;
                    surface.text(
                            Numbers.brief(value),
                            (left + right) / 2,
                            (top + bottom) / 2,
                            11,
                            Surface.Anchor.CENTRE,
                            ink);
                }
            }
        }
    }

    private void contours(Series.Contours contours) {
        int colour = contours.hue().argb(theme);
        List<double[]> lines = ContourLines.of(contours.grid(), contours.levels());
        for (double[] segment : lines) {
            surface.line(
                    view.pixelX(segment[0]),
                    view.pixelY(segment[1]),
                    view.pixelX(segment[2]),
                    view.pixelY(segment[3]),
                    0.8,
                    colour);
        }
    }
}
