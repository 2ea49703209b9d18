// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import java.util.Optional;

/**
 * The axes of a figure, its scale of colours among them, as a person chooses them.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param colour the scale of colours
 * @since 1.0
 */
public record FigureAxes(Optional<AxisChoice> x, Optional<AxisChoice> y, Optional<AxisChoice> colour) {
    /** A figure's own axes, as choices that change nothing; an axis that it does not have is empty. */
    public static FigureAxes of(Figure figure) {
        return switch (figure) {
            case Plot plot ->
                new FigureAxes(
                        Optional.of(AxisChoice.of(plot.x())),
                        Optional.of(AxisChoice.of(plot.y())),
                        plot.heatMap().map(map -> AxisChoice.of(map.colour())));
            case FieldPicture field ->
                new FigureAxes(Optional.empty(), Optional.empty(), Optional.of(AxisChoice.of(field.colour())));
            case DesignGrid grid -> new FigureAxes(Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    /** Whether the figure has any axis. */
    public boolean any() {
        return x.isPresent() || y.isPresent() || colour.isPresent();
    }

    /** A figure with these axes; what it does not have is passed over. */
    public Figure applied(Figure figure) {
        return switch (figure) {
            case Plot plot -> plot(plot);
            case FieldPicture field -> field.coloured(with(colour, field.colour()));
            case DesignGrid grid -> grid;
        };
    }

    private Plot plot(Plot plot) {
        List<Series> series = plot.series().stream().map(this::coloured).toList();
        return new Plot(plot.title(), plot.caption(), with(x, plot.x()), with(y, plot.y()), series, plot.square());
    }

    private Series coloured(Series series) {
        return series instanceof Series.HeatMap map
                ? new Series.HeatMap(map.name(), map.grid(), with(colour, map.colour()), map.map(), map.numbers())
                : series;
    }

    private static Axis with(Optional<AxisChoice> choice, Axis axis) {
        return choice.map(chosen -> chosen.applied(axis)).orElse(axis);
    }
}
