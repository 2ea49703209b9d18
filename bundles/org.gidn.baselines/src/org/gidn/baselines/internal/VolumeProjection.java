// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

/** Keeps a continuous design between 0 and 1 and at its volume. */
public final class VolumeProjection {
    /** Enough halvings of an interval to reach the last digit of a double. */
    private static final int HALVINGS = 60;

    private VolumeProjection() {}

    /**
     * Moves a point to the nearest one (in the Euclidean norm) of {@code {0 ≤ x ≤ 1, Σx = sum}}: all values are shifted by
     * the same amount and clipped, which is what the conditions of optimality of that quadratic programme say.
     *
     * @param x the point; replaced
     * @param sum wanted sum, 0 … length of x
     */
    public static void project(double[] x, double sum) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        low -= 1;
        // The sum falls as the shift grows: it is the length of x at the low end and 0 at the high end.
        for (int i = 0; i < HALVINGS; i++) {
            double shift = (low + high) / 2;
            double total = 0;
            for (double value : x) {
                total += clip(value - shift);
            }
            if (total > sum) {
                low = shift;
            } else {
                high = shift;
            }
        }
        for (int j = 0; j < x.length; j++) {
            x[j] = clip(x[j] - (low + high) / 2);
        }
    }

    /** The nearest value between 0 and 1. */
    public static double clip(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
