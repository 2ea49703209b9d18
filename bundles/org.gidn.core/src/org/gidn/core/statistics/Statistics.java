package org.gidn.core.statistics;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;

/** Statistics of one sample of numbers. NaN in a sample gives NaN, unless said otherwise. */
public final class Statistics {
    private Statistics() {}

    /** The arithmetic mean; NaN of nothing. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The standard deviation about the mean, divided by the number of values (not by one less); NaN of nothing. */
    public static double standardDeviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    /**
     * Ranks from 1 for the smallest value; equal values share the mean of their ranks.
     *
     * @throws InvalidInputException if a value is NaN, which has no rank
     */
    public static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        for (int i = 0; i < order.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new InvalidInputException("Value " + i + " is NaN and has no rank.");
            }
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int start = 0; start < order.length; ) {
            int end = start + 1;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    /**
     * The mean of the best share of a sample in which values may stand many times, such as the top 1 % of inverse designs.
     *
     * @param values the distinct values
     * @param counts how often each stands in the sample; null if once
     * @param share which part of the sample, above 0 and at most 1; at least one value is taken
     * @param largest whether large values are best
     */
    public static double meanOfBest(double[] values, int[] counts, double share, boolean largest) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order, (a, b) -> largest ? Double.compare(values[b], values[a]) : Double.compare(values[a], values[b]));
        long total = counts == null
                ? values.length
                : Arrays.stream(counts).asLongStream().sum();
        long wanted = Math.max(1, Math.round(share * total));
        long left = wanted;
        double sum = 0;
        for (int i = 0; i < order.length && left > 0; i++) {
            long taken = Math.min(left, counts == null ? 1 : counts[order[i]]);
            sum += taken * values[order[i]];
            left -= taken;
        }
        return sum / (wanted - left);
    }
}
