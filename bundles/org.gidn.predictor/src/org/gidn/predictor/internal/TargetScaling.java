package org.gidn.predictor.internal;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.statistics.Statistics;

/**
 * How objective values become what the network learns, and back: {@code learned = (t(value) − origin) / unit}, where t
 * is the logarithm or nothing.
 *
 * @param logarithm whether the logarithm is taken first
 * @param origin what is subtracted
 * @param unit what is divided by, above 0
 */
public record TargetScaling(boolean logarithm, double origin, double unit) {
    /** Nothing changed. */
    public static final TargetScaling NONE = new TargetScaling(false, 0, 1);

    /**
     * Finds the scaling of training values.
     *
     * @param kind {@code none}, {@code range} (0 to 1), {@code standard} (mean 0, standard deviation 1) or {@code log} (the
     *     same of the logarithms)
     * @param values at least two different ones
     * @throws InvalidInputException if a logarithm is asked for and a value is not positive
     */
    public static TargetScaling of(String kind, double[] values) {
        if (kind.equals("none")) {
            return NONE;
        }
        if (kind.equals("range")) {
            double least = Arrays.stream(values).min().orElseThrow();
            return new TargetScaling(false, least, Arrays.stream(values).max().orElseThrow() - least);
        }
        boolean logarithm = kind.equals("log");
        double[] transformed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (logarithm && !(values[i] > 0)) {
                throw new InvalidInputException("Training value " + i + " is " + values[i]
                        + ", but targetScaling log needs values above 0; use standard instead.");
            }
            transformed[i] = logarithm ? Math.log(values[i]) : values[i];
        }
        return new TargetScaling(logarithm, Statistics.mean(transformed), Statistics.standardDeviation(transformed));
    }

    /** What the network learns for a value. */
    public double learned(double value) {
        return ((logarithm ? Math.log(value) : value) - origin) / unit;
    }

    /** The value that an output of the network stands for. */
    public double value(double learned) {
        double transformed = learned * unit + origin;
        return logarithm ? Math.exp(transformed) : transformed;
    }
}
