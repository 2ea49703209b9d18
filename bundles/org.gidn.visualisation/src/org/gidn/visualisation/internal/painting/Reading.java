// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/** What a figure says at a place that is pointed at. */
public final class Reading {
    private Reading() {}

    /**
     * The point that is meant, the bar or the cell of a map, or else the coordinates.
     *
     * @param view where the plot is drawn
     * @param x a pixel within the view
     * @param y a pixel within the view
     */
    public static String of(Plot plot, View view, double x, double y) {
        Optional<NearestPoint> nearest = NearestPoint.of(plot.series(), view, x, y);
        if (nearest.isPresent()) {
            return of(plot, nearest.get());
        }
        String cell = cell(plot, view.valueX(x), view.valueY(y));
        return cell != null ? cell : pair(plot, view.valueX(x), view.valueY(y));
    }

    /** A point of a plot, with the name of its series. */
    public static String of(Plot plot, NearestPoint point) {
        String place = pair(plot, point.x(), point.y());
        String name = point.series().name();
        return name.isEmpty() ? place : NLS.bind(Messages.readingNamed, name, place);
    }

    /** The bar or the cell at a place; null if there is none. */
    private static String cell(Plot plot, double x, double y) {
        for (Series series : plot.series()) {
            if (series instanceof Series.Histogram bars) {
                for (int i = 0; i < bars.heights().length; i++) {
                    if (x >= bars.edges()[i] && x < bars.edges()[i + 1] && y >= 0 && y <= bars.heights()[i]) {
                        String range =
                                NLS.bind(Messages.readingRange, number(bars.edges()[i]), number(bars.edges()[i + 1]));
                        return named(plot.x(), range) + ", " + named(plot.y(), number(bars.heights()[i]));
                    }
                }
            } else if (series instanceof Series.HeatMap map) {
                int i = index(map.grid().x(), x);
                int j = index(map.grid().y(), y);
                if (i >= 0 && j >= 0) {
                    Grid grid = map.grid();
                    return pair(plot, grid.x()[i], grid.y()[j]) + ", " + named(map.colour(), number(grid.value(i, j)));
                }
            }
        }
        return null;
    }

    /** The place of the evenly spaced coordinate that is nearest; -1 beyond them. */
    private static int index(double[] coordinates, double value) {
        int index = (int) Math.rint((value - coordinates[0]) / Grid.step(coordinates));
        return index < coordinates.length ? Math.max(-1, index) : -1;
    }

    private static String pair(Plot plot, double x, double y) {
        return named(plot.x(), written(plot.x(), x)) + ", " + named(plot.y(), written(plot.y(), y));
    }

    private static String written(Axis axis, double value) {
        int place = (int) Math.rint(value);
        return axis.scale() == Axis.Scale.CATEGORIES
                        && place >= 0
                        && place < axis.categories().size()
                ? axis.categories().get(place)
                : number(value);
    }

    private static String named(Axis axis, String value) {
        String quantity = axis.unit().isEmpty() ? value : value + " " + axis.unit();
        return NLS.bind(Messages.readingValue, axis.title(), quantity);
    }

    /** Six significant digits, for who reads a value wants it more exactly than an axis tells it. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Numbers.brief(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
        double size = rounded.abs().doubleValue();
        if (size != 0 && (size < 1e-3 || size >= 1e9)) {
            return String.format(Locale.ROOT, "%.5e", value);
        }
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : Numbers.whole(rounded.longValue());
    }

    /**
     * The value of the element at a place.
     *
     * @param at where the field is drawn, its scale of colours included
     * @return nothing, {@code ""}, beside the specimen
     */
    public static String of(FieldPicture field, Rectangle2D at, double x, double y) {
        FieldPlace place = FieldPlace.of(field, at.getX(), at.getY(), at.getWidth(), at.getHeight());
        double across = (x - place.left()) / place.scale();
        double down = (y - place.top()) / place.scale();
        for (int e = 0; e < field.values().length; e++) {
            if (inside(field, e, across, down)) {
                return named(field.colour(), number(field.values()[e]));
            }
        }
        return "";
    }

    /** Whether a point lies on one side of all four edges of an element. */
    private static boolean inside(FieldPicture field, int element, double x, double y) {
        int positive = 0;
        int negative = 0;
        for (int corner = 0; corner < 4; corner++) {
            int from = 4 * element + corner;
            int to = 4 * element + (corner + 1) % 4;
            double side = (field.xs()[to] - field.xs()[from]) * (y - field.ys()[from])
                    - (field.ys()[to] - field.ys()[from]) * (x - field.xs()[from]);
            positive += side >= 0 ? 1 : 0;
            negative += side <= 0 ? 1 : 0;
        }
        return positive == 4 || negative == 4;
    }
}
