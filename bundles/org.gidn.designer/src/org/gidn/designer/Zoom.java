// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import org.gidn.core.statistics.Statistics;

/**
 * An increasing function of a number that tells apart what lies near to a pivot, however far others are: {@code ± log(1 + |number − pivot|
 * / unit)} (after Eriksson and Poloczek 2021).
 *
 * @param unit above 0
 */
record Zoom(double pivot, double unit) {
    /**
     * A zoom in units of what numbers typically are off the pivot.
     *
     * @param least the least unit, above 0
     */
    static Zoom around(double pivot, double[] numbers, double least) {
        double[] off = Arrays.stream(numbers)
                .map(number -> Math.abs(number - pivot))
                .filter(distance -> distance > 0)
                .toArray();
        return new Zoom(pivot, Math.max(least, off.length == 0 ? 0 : Statistics.median(off)));
    }

    double of(double number) {
        return Math.copySign(Math.log1p(Math.abs(number - pivot) / unit), number - pivot);
    }

    /** The number of which {@link #of} makes this. */
    double inverse(double zoomed) {
        return pivot + Math.copySign(unit * Math.expm1(Math.abs(zoomed)), zoomed);
    }

    /** The derivative of {@link #of}. */
    double slope(double number) {
        return 1 / (unit + Math.abs(number - pivot));
    }
}
