// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;

/**
 * Statistics of one sample of numbers. A NaN in a sample is a number that is not known, so that what depends on it is NaN
 * too: whoever wants the rest only leaves NaN out first.
 *
 * @since 1.0
 */
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

    /** The middle value, or the mean of the two in the middle; NaN of nothing. */
    public static double median(double[] values) {
        if (values.length == 0 || hasNaN(values)) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double upper = sorted[sorted.length / 2];
        return sorted.length % 2 == 1 ? upper : sorted[sorted.length / 2 - 1] / 2 + upper / 2;
    }

    private static boolean hasNaN(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    /**
     * The places of all values, best value first; equal values in their order. NaN, which is no value, comes last.
     *
     * @param largest whether large values are best
     */
    public static int[] ranking(double[] values, boolean largest) {
        // Double.compare puts NaN above all numbers whatever its sign.
        int sign = largest ? -1 : 1;
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sign * values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
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
        return meansOfBest(values, counts, new double[] {share}, largest)[0];
    }

    /** {@link #meanOfBest} of several shares; values are sorted once, a million of them in a fraction of a second. */
    public static double[] meansOfBest(double[] values, int[] counts, double[] shares, boolean largest) {
        double[] means = new double[shares.length];
        if (hasNaN(values)) {
            Arrays.fill(means, Double.NaN);
            return means;
        }
        // Signed so that the best comes first; plain numbers sort many times faster than places of them.
        int sign = largest ? -1 : 1;
        double[] sorted =
                Arrays.stream(values).map(value -> sign * value).sorted().toArray();
        double[] different = new double[sorted.length];
        long[] found = new long[sorted.length];
        int kinds = 0;
        for (double value : sorted) {
            if (kinds == 0 || Double.compare(value, different[kinds - 1]) != 0) {
                different[kinds++] = value;
            }
            found[kinds - 1]++;
        }
        if (counts != null) {
            Arrays.fill(found, 0);
            for (int i = 0; i < values.length; i++) {
                found[Arrays.binarySearch(different, 0, kinds, sign * values[i])] += counts[i];
            }
        }
        long total = Arrays.stream(found).sum();
        for (int s = 0; s < shares.length; s++) {
            long wanted = Math.max(1, Math.round(shares[s] * total));
            long left = wanted;
            double sum = 0;
            for (int i = 0; i < kinds && left > 0; i++) {
                long taken = Math.min(left, found[i]);
                sum += taken * sign * different[i];
                left -= taken;
            }
            means[s] = sum / (wanted - left);
        }
        return means;
    }
}
