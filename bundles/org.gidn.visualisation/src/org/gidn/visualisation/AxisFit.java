// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import java.util.function.BiConsumer;

/** Settles the range of an axis whose ends are left open. */
final class AxisFit {
    /** The room left between the data and the ends of an axis, as a share of its length. */
    private static final double MARGIN = 0.03;

    /** Shorter logarithmic axes are labelled as linear ones would be. */
    private static final double LEAST_DECADES = 0.4;

    private AxisFit() {}

    static Axis fit(Axis axis, List<Series> series, BiConsumer<Series, Extent> feed) {
        if (!Double.isNaN(axis.lower()) && !Double.isNaN(axis.upper())) {
            return axis;
        }
        Extent extent = new Extent(axis.scale() == Axis.Scale.LOGARITHMIC);
        // A map is seen to its rim and no farther, whatever else is drawn on it.
        List<Series> maps = series.stream()
                .filter(each -> each instanceof Series.HeatMap || each instanceof Series.Contours)
                .toList();
        (maps.isEmpty() ? series : maps).forEach(each -> feed.accept(each, extent));
        Axis exact = exactly(axis, extent);
        double lower = exact.lower();
        double upper = exact.upper();
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            double factor = Math.pow(upper / lower, MARGIN);
            lower /= factor;
            upper *= factor;
        } else {
            double margin = maps.isEmpty() ? (upper - lower) * MARGIN : 0;
            // An axis that starts at 0 stands on the 0.
            lower -= lower == 0 ? 0 : margin;
            upper += margin;
        }
        Axis fitted = between(axis, lower, upper);
        return axis.scale() == Axis.Scale.LOGARITHMIC ? withPowers(axis, fitted) : fitted;
    }

    /**
     * A logarithmic axis whose open ends reach so far that two powers of ten are seen, by which it is read; one along which values
     * hardly differ stays as it is.
     */
    private static Axis withPowers(Axis axis, Axis fitted) {
        double lower = Math.log10(fitted.lower());
        double upper = Math.log10(fitted.upper());
        double least = Math.ceil(lower);
        double greatest = Math.floor(upper);
        if (greatest > least || upper - lower < LEAST_DECADES) {
            return fitted;
        }
        boolean down = Double.isNaN(axis.lower());
        boolean up = Double.isNaN(axis.upper());
        if (greatest == least && down && up) {
            // One is seen already; the nearer of its neighbours is the other.
            down = lower - (least - 1) < greatest + 1 - upper;
            up = !down;
        }
        return axis.between(
                down ? Math.pow(10, Math.floor(lower)) : fitted.lower(),
                up ? Math.pow(10, Math.ceil(upper)) : fitted.upper());
    }

    /** The axis with its open ends settled; one that is given beyond all data takes the other with it. */
    private static Axis between(Axis axis, double lower, double upper) {
        double least = Double.isNaN(axis.lower()) ? lower : axis.lower();
        double greatest = Double.isNaN(axis.upper()) ? upper : axis.upper();
        if (least < greatest) {
            return axis.between(least, greatest);
        }
        boolean logarithmic = axis.scale() == Axis.Scale.LOGARITHMIC;
        double length = upper - lower;
        return Double.isNaN(axis.upper())
                ? axis.between(least, logarithmic ? least * 10 : least + length)
                : axis.between(logarithmic ? greatest / 10 : greatest - length, greatest);
    }

    /** The axis with its open ends at the least and greatest value; widened if they are equal or there are none. */
    static Axis exactly(Axis axis, Extent extent) {
        boolean logarithmic = axis.scale() == Axis.Scale.LOGARITHMIC;
        double lower = extent.empty() ? logarithmic ? 0.1 : 0 : extent.least();
        double upper = extent.empty() ? 1 : extent.greatest();
        if (lower == upper) {
            double half = lower == 0 ? 0.5 : Math.abs(lower) / 2;
            upper = logarithmic ? upper * 2 : upper + half;
            lower = logarithmic ? lower / 2 : lower - half;
        }
        return between(axis, lower, upper);
    }
}
