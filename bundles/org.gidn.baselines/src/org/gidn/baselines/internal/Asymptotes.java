// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;

/**
 * The moving asymptotes of the variables, with the constants of Svanberg 2007, "MMA and GCMMA – two methods for nonlinear optimization":
 * they come closer where a variable swings, and go apart where it goes one way.
 */
final class Asymptotes {
    private static final double FIRST = 0.5;
    private static final double APART = 1.2;
    private static final double TOGETHER = 0.7;
    private static final double NEAREST = 0.01;
    private static final double FARTHEST = 10;
    /** How near to an asymptote a variable may come, as a share of the way. */
    private static final double SAFE = 0.1;

    private static final double OTHER_SIDE = 1e-3;

    private final double[] lower;
    private final double[] upper;
    private final double[] low;
    private final double[] high;
    private double[] before;
    private double[] beforeThat;
    private int steps;

    /**
     * @param lower least value of each variable
     * @param upper greatest value of each variable, above it
     */
    Asymptotes(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
        low = new double[lower.length];
        high = new double[lower.length];
        before = new double[lower.length];
        beforeThat = new double[lower.length];
    }

    /** The variables have gone on to a point. */
    void follow(double[] x) {
        for (int j = 0; j < x.length; j++) {
            double range = range(j);
            double below = FIRST * range;
            double above = below;
            if (steps >= 2) {
                double turn = (x[j] - before[j]) * (before[j] - beforeThat[j]);
                double factor = turn > 0 ? APART : turn < 0 ? TOGETHER : 1;
                below = Math.max(NEAREST * range, Math.min(FARTHEST * range, factor * (before[j] - low[j])));
                above = Math.max(NEAREST * range, Math.min(FARTHEST * range, factor * (high[j] - before[j])));
            }
            low[j] = x[j] - below;
            high[j] = x[j] + above;
        }
        beforeThat = before;
        before = x.clone();
        steps++;
    }

    /** From the least to the greatest value of a variable. */
    double range(int variable) {
        return upper[variable] - lower[variable];
    }

    /** Below a variable. */
    double low(int variable) {
        return low[variable];
    }

    /** Above a variable. */
    double high(int variable) {
        return high[variable];
    }

    /**
     * The least value that a variable may take next.
     *
     * @param x its value
     * @param move most change, as a share of its range
     */
    double from(int variable, double x, double move) {
        return Math.max(
                lower[variable], Math.max(low[variable] + SAFE * (x - low[variable]), x - move * range(variable)));
    }

    /** The greatest one. */
    double to(int variable, double x, double move) {
        return Math.min(
                upper[variable], Math.min(high[variable] - SAFE * (high[variable] - x), x + move * range(variable)));
    }

    /** What a slope adds to the term of the side to which it rises; its negative, to that of the other. */
    static double side(double slope) {
        return (1 + OTHER_SIDE) * Math.max(0, slope) + OTHER_SIDE * Math.max(0, -slope);
    }

    /** All that is to be kept of them, for {@link #restore}. */
    double[] state() {
        int n = low.length;
        double[] state = new double[4 * n + 1];
        System.arraycopy(low, 0, state, 0, n);
        System.arraycopy(high, 0, state, n, n);
        System.arraycopy(before, 0, state, 2 * n, n);
        System.arraycopy(beforeThat, 0, state, 3 * n, n);
        state[4 * n] = steps;
        return state;
    }

    void restore(double[] state) {
        int n = low.length;
        System.arraycopy(state, 0, low, 0, n);
        System.arraycopy(state, n, high, 0, n);
        before = Arrays.copyOfRange(state, 2 * n, 3 * n);
        beforeThat = Arrays.copyOfRange(state, 3 * n, 4 * n);
        steps = (int) state[4 * n];
    }
}
