// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import org.gidn.core.problem.Demand;
import org.gidn.core.statistics.Statistics;

/**
 * On what scale an output is learned: {@code (t(value) − mean) / deviation} with an increasing function t, so that all outputs have mean 0
 * and deviation 1 over what is known.
 *
 * @param transform t
 * @param pivot see {@link Transform#AROUND}
 * @param unit see {@link Transform#AROUND}
 * @param mean of the transformed values
 * @param deviation of the transformed values; 0 if all are equal, so that there is nothing to learn
 */
record Scale(Transform transform, double pivot, double unit, double mean, double deviation) {
    /** An increasing function. */
    private enum Transform {
        /** The value itself. */
        LINEAR,
        /** For values above 0: factors by which a design gets better count alike for good and bad designs. */
        LOGARITHM,
        /**
         * {@code ± log(1 + |value − pivot| / unit)}: what lies near to a bound is told apart, however far other values are (Eriksson and
         * Poloczek 2021).
         */
        AROUND
    }

    /** The scale of an objective: logarithms where all values are above 0. */
    static Scale ofObjective(double[] values) {
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        return of(positive ? Transform.LOGARITHM : Transform.LINEAR, 0, 1, values);
    }

    /** The scale of what has bounds: around its bound or the middle of both, in units of how far off the values typically are. */
    static Scale ofDemand(Demand demand, double[] values) {
        boolean both = Double.isFinite(demand.least()) && Double.isFinite(demand.most());
        double bound = Double.isFinite(demand.least()) ? demand.least() : demand.most();
        double pivot = both ? (demand.least() + demand.most()) / 2 : bound;
        double unit = Statistics.median(
                Arrays.stream(values).map(v -> Math.abs(v - pivot)).toArray());
        return of(Transform.AROUND, pivot, unit > 0 ? unit : 1, values);
    }

    private static Scale of(Transform transform, double pivot, double unit, double[] values) {
        Scale plain = new Scale(transform, pivot, unit, 0, 1);
        double[] learned = Arrays.stream(values).map(plain::learned).toArray();
        boolean varied = Arrays.stream(learned).distinct().limit(2).count() > 1;
        return new Scale(
                transform, pivot, unit, Statistics.mean(learned), varied ? Statistics.standardDeviation(learned) : 0);
    }

    /** Whether there is something to learn. */
    boolean varied() {
        return deviation > 0;
    }

    /** A value on this scale. */
    double learned(double value) {
        double transformed = switch (transform) {
            case LINEAR -> value;
            case LOGARITHM -> Math.log(value);
            case AROUND -> Math.copySign(Math.log1p(Math.abs(value - pivot) / unit), value - pivot);
        };
        return (transformed - mean) / deviation;
    }

    /** The value that {@link #learned} has made. */
    double value(double learned) {
        double transformed = learned * deviation + mean;
        return switch (transform) {
            case LINEAR -> transformed;
            case LOGARITHM -> Math.exp(transformed);
            case AROUND -> pivot + Math.copySign(unit * Math.expm1(Math.abs(transformed)), transformed);
        };
    }

    /** The derivative of {@link #learned}. */
    double slope(double value) {
        double slope = switch (transform) {
            case LINEAR -> 1;
            case LOGARITHM -> 1 / value;
            case AROUND -> 1 / (unit + Math.abs(value - pivot));
        };
        return slope / deviation;
    }
}
