// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Series over two axes.
 *
 * @param title short title
 * @param caption what is shown
 * @param x horizontal axis
 * @param y vertical axis
 * @param series drawn in this order, the last one on top
 * @param square whether the area between the axes is a square, as for a comparison of two like quantities
 * @since 1.0
 */
public record Plot(String title, String caption, Axis x, Axis y, List<Series> series, boolean square)
        implements Figure {
    public Plot {
        Objects.requireNonNull(title, "a plot needs a title");
        Objects.requireNonNull(caption, "a plot without caption has the caption \"\"");
        Objects.requireNonNull(x, "a plot needs a horizontal axis");
        Objects.requireNonNull(y, "a plot needs a vertical axis");
        series = List.copyOf(series);
    }

    public Plot(String title, String caption, Axis x, Axis y, List<Series> series) {
        this(title, caption, x, y, series, false);
    }

    /** The map that it has, if any; its colours need a scale beside the plot. */
    public Optional<Series.HeatMap> heatMap() {
        return series.stream()
                .filter(Series.HeatMap.class::isInstance)
                .map(Series.HeatMap.class::cast)
                .findFirst();
    }

    /** Whether it has paths, so that {@link #upTo} changes with the share. */
    public boolean hasPaths() {
        return series.stream().anyMatch(Series.Path.class::isInstance);
    }

    /** The plot at an earlier time: its paths have come so far, from 0 to 1; all else, the axes too, stays. */
    public Plot upTo(double share) {
        List<Series> then = series.stream()
                .map(each -> each instanceof Series.Path path ? path.upTo(share) : each)
                .toList();
        return new Plot(title, caption, fittedX(), fittedY(), then, square);
    }

    /** The horizontal axis with its range settled: as given, or fitted to the data. */
    public Axis fittedX() {
        return AxisFit.fit(x, series, Series::xExtent);
    }

    /** The vertical axis with its range settled: as given, or fitted to the data. */
    public Axis fittedY() {
        return AxisFit.fit(y, series, Series::yExtent);
    }
}
