// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.statistics;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;

/**
 * How well predicted values fit true ones.
 *
 * @param size number of pairs
 * @param mse mean squared error
 * @param mae mean absolute error
 * @param r2 coefficient of determination R², 1 for a perfect fit; NaN if all true values are equal
 * @param spearman Spearman's rank correlation ρ, −1 … 1; NaN if all values of one side are equal
 * @since 1.0
 */
public record Fit(int size, double mse, double mae, double r2, double spearman) {
    /**
     * Compares predictions with the truth. Pairs with a NaN, such as designs that could not be evaluated, are left out.
     *
     * @throws InvalidInputException if the numbers of values differ
     */
    public static Fit of(double[] predicted, double[] actual) {
        if (predicted.length != actual.length) {
            throw new InvalidInputException(
                    predicted.length + " predictions cannot be compared with " + actual.length + " true values.");
        }
        int size = 0;
        double[] p = new double[predicted.length];
        double[] a = new double[predicted.length];
        for (int i = 0; i < predicted.length; i++) {
            if (!Double.isNaN(predicted[i]) && !Double.isNaN(actual[i])) {
                p[size] = predicted[i];
                a[size++] = actual[i];
            }
        }
        p = Arrays.copyOf(p, size);
        a = Arrays.copyOf(a, size);
        double mean = Statistics.mean(a);
        double squares = 0;
        double absolute = 0;
        double total = 0;
        for (int i = 0; i < size; i++) {
            squares += (p[i] - a[i]) * (p[i] - a[i]);
            absolute += Math.abs(p[i] - a[i]);
            total += (a[i] - mean) * (a[i] - mean);
        }
        double r2 = total > 0 ? 1 - squares / total : Double.NaN;
        return new Fit(
                size, squares / size, absolute / size, r2, correlation(Statistics.ranks(p), Statistics.ranks(a)));
    }

    /** Pearson's correlation coefficient, which of ranks is Spearman's. */
    private static double correlation(double[] x, double[] y) {
        double meanX = Statistics.mean(x);
        double meanY = Statistics.mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }
}
