// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import org.gidn.core.problem.Demand;
import org.gidn.core.statistics.Statistics;

/**
 * On what scale an output is learned: {@code (t(value) − mean) / deviation} with an increasing function t, so that all outputs have mean 0
 * and deviation 1 over what is known.
 *
 * @param transform t where it is no zoom
 * @param zoom t; null if it is none
 * @param mean of the transformed values
 * @param deviation of the transformed values; 0 if all are equal, so that there is nothing to learn
 */
record Scale(Transform transform, Zoom zoom, double mean, double deviation) {
    /** Values as they are. */
    static final Scale PLAIN = new Scale(Transform.LINEAR, null, 0, 1);

    /** Of the values, one in so many lies within the unit of a bound. */
    private static final int NEAR_BOUND = 10;

    /** An increasing function. */
    private enum Transform {
        /** The value itself. */
        LINEAR,
        /** For values above 0: factors by which a design gets better count alike for good and bad designs. */
        LOGARITHM,
        ZOOM
    }

    /** The scale of an objective: logarithms where all values are above 0. */
    static Scale ofObjective(double[] values) {
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        return of(positive ? Transform.LOGARITHM : Transform.LINEAR, null, values);
    }

    /**
     * The scale of an objective of which terms are known, so that the rest has mean 0 and deviation 1.
     *
     * @param terms known of the values or, if they are such, of their logarithms
     */
    static Scale ofRest(boolean logarithmic, double[] values, double[] terms) {
        Scale plain = new Scale(logarithmic ? Transform.LOGARITHM : Transform.LINEAR, null, 0, 1);
        double[] rest = new double[values.length];
        Arrays.setAll(rest, i -> plain.learned(values[i]) - terms[i]);
        return plain.standardising(rest);
    }

    /** The scale of an objective that tells apart best what is near to the best designs known. */
    static Scale around(double best, double[] good, double[] values) {
        return of(Transform.ZOOM, Zoom.around(best, good, Double.MIN_NORMAL), values);
    }

    /** The scale of what has bounds, around its bound or the middle of both. */
    static Scale ofDemand(Demand demand, double[] values) {
        boolean both = Double.isFinite(demand.least()) && Double.isFinite(demand.most());
        double bound = Double.isFinite(demand.least()) ? demand.least() : demand.most();
        double pivot = both ? (demand.least() + demand.most()) / 2 : bound;
        double[] off = Arrays.stream(values)
                .map(value -> Math.abs(value - pivot))
                .filter(distance -> distance > 0)
                .sorted()
                .toArray();
        double unit = off.length == 0 ? 1 : off[off.length / NEAR_BOUND];
        return of(Transform.ZOOM, new Zoom(pivot, unit), values);
    }

    private static Scale of(Transform transform, Zoom zoom, double[] values) {
        Scale plain = new Scale(transform, zoom, 0, 1);
        return plain.standardising(Arrays.stream(values).map(plain::learned).toArray());
    }

    private Scale standardising(double[] learned) {
        boolean varied = Arrays.stream(learned).distinct().limit(2).count() > 1;
        return new Scale(transform, zoom, Statistics.mean(learned), varied ? Statistics.standardDeviation(learned) : 0);
    }

    /** Whether there is something to learn. */
    boolean varied() {
        return deviation > 0;
    }

    /** A value on this scale. */
    double learned(double value) {
        double transformed =
                switch (transform) {
                    case LINEAR -> value;
                    case LOGARITHM -> Math.log(value);
                    case ZOOM -> zoom.of(value);
                };
        return (transformed - mean) / deviation;
    }

    /** The value that {@link #learned} has made. */
    double value(double learned) {
        double transformed = learned * deviation + mean;
        return switch (transform) {
            case LINEAR -> transformed;
            case LOGARITHM -> Math.exp(transformed);
            case ZOOM -> zoom.inverse(transformed);
        };
    }

    /** The derivative of {@link #learned}. */
    double slope(double value) {
        double slope =
                switch (transform) {
                    case LINEAR -> 1;
                    case LOGARITHM -> 1 / value;
                    case ZOOM -> zoom.slope(value);
                };
        return slope / deviation;
    }
}
