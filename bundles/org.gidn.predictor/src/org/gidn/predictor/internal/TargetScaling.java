// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.statistics.Statistics;

/**
 * How objective values become what the network learns, and back: {@code learned = (t(value) − origin) / unit}, where t is a
 * transform.
 *
 * @param transform what is done to a value first
 * @param origin what is subtracted
 * @param unit what is divided by, above 0
 */
public record TargetScaling(Transform transform, double origin, double unit) {
    /** @throws InvalidInputException if the origin is no finite number, or the unit none above 0 */
    public TargetScaling {
        if (!Double.isFinite(origin) || !Double.isFinite(unit) || unit <= 0) {
            throw new InvalidInputException("its values count from " + origin + " in units of " + unit
                    + ", where both must be finite and the unit above 0");
        }
    }

    /** Nothing changed. */
    public static final TargetScaling NONE = new TargetScaling(Transform.IDENTITY, 0, 1);

    /** An increasing function of a value; all but the identity bring large values closer together. */
    public enum Transform {
        IDENTITY,
        /** For values from 0 on; keeps more of the differences between large values than the logarithm. */
        SQUARE_ROOT,
        /** For values above 0. */
        LOGARITHM;

        double of(double value) {
            return switch (this) {
                case IDENTITY -> value;
                case SQUARE_ROOT -> Math.sqrt(value);
                case LOGARITHM -> Math.log(value);
            };
        }

        /** The value that has this transform; where no value has it, the nearest that there is. */
        double inverse(double transformed) {
            return switch (this) {
                case IDENTITY -> transformed;
                case SQUARE_ROOT -> Math.max(0, transformed) * Math.max(0, transformed);
                case LOGARITHM -> Math.exp(transformed);
            };
        }

        /** The derivative; infinite for the root of 0. */
        double slope(double value) {
            return switch (this) {
                case IDENTITY -> 1;
                case SQUARE_ROOT -> 0.5 / Math.sqrt(value);
                case LOGARITHM -> 1 / value;
            };
        }

        private boolean takes(double value) {
            return this == IDENTITY || value > 0 || this == SQUARE_ROOT && value == 0;
        }
    }

    /**
     * Finds the scaling of training values.
     *
     * @param kind {@code none}, {@code range} (0 to 1), {@code standard} (mean 0, standard deviation 1), {@code squareRoot} or
     *     {@code log} (the same of the square roots or logarithms)
     * @param values at least two different ones
     * @throws InvalidInputException if a root or a logarithm is asked for and a value has none
     */
    public static TargetScaling of(String kind, double[] values) {
        if (kind.equals("none")) {
            return NONE;
        }
        if (kind.equals("range")) {
            double least = Arrays.stream(values).min().orElseThrow();
            return new TargetScaling(
                    Transform.IDENTITY, least, Arrays.stream(values).max().orElseThrow() - least);
        }
        Transform transform =
                switch (kind) {
                    case "log" -> Transform.LOGARITHM;
                    case "squareRoot" -> Transform.SQUARE_ROOT;
                    default -> Transform.IDENTITY;
                };
        double[] transformed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!transform.takes(values[i])) {
                throw new InvalidInputException(
                        "Training value " + i + " is " + values[i] + ", but targetScaling " + kind
                                + " needs values " + (transform == Transform.LOGARITHM ? "above 0" : "from 0 on")
                                + "; use standard instead.");
            }
            transformed[i] = transform.of(values[i]);
        }
        return new TargetScaling(transform, Statistics.mean(transformed), Statistics.standardDeviation(transformed));
    }

    /** What the network learns for a value. */
    public double learned(double value) {
        return (transform.of(value) - origin) / unit;
    }

    /** How much what the network learns changes with the value; infinite for the root of 0. */
    public double slope(double value) {
        return transform.slope(value) / unit;
    }

    /** The value that an output of the network stands for. */
    public double value(double learned) {
        return transform.inverse(learned * unit + origin);
    }
}
