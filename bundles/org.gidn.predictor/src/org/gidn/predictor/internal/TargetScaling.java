package org.gidn.predictor.internal;

import org.gidn.core.InvalidInputException;
import org.gidn.core.statistics.Statistics;

/**
 * How objective values become what the network learns, and back: {@code learned = (t(value) − mean) / deviation}, where t
 * is the logarithm or nothing.
 *
 * @param logarithm whether the logarithm is taken first
 * @param mean what is subtracted
 * @param deviation what is divided by, above 0
 */
public record TargetScaling(boolean logarithm, double mean, double deviation) {
    /** Nothing changed. */
    public static final TargetScaling NONE = new TargetScaling(false, 0, 1);

    /**
     * Finds the scaling of training values.
     *
     * @param kind {@code none}, {@code standard} (mean 0, standard deviation 1) or {@code log} (the same of the logarithms)
     * @param values at least two different ones
     * @throws InvalidInputException if a logarithm is asked for and a value is not positive
     */
    public static TargetScaling of(String kind, double[] values) {
        if (kind.equals("none")) {
            return NONE;
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
        return ((logarithm ? Math.log(value) : value) - mean) / deviation;
    }

    /** The value that an output of the network stands for. */
    public double value(double learned) {
        double transformed = learned * deviation + mean;
        return logarithm ? Math.exp(transformed) : transformed;
    }
}
