// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The globally convergent method of moving asymptotes for several constraints (Svanberg 2002, "A class of globally convergent optimization
 * methods based on conservative convex separable approximations", with the constants of Svanberg 2007, "MMA and GCMMA – two methods
 * for nonlinear optimization"). A step is tried again with a more cautious approximation until that is nowhere below what it
 * stands for at the point that it leads to.
 */
public final class ConservativeAsymptotes {
    private static final double MOVE = 0.5;
    private static final double LEAST_CAUTION = 1e-6;
    private static final int TRIALS = 15;
    private static final double PRICE = 1000;
    /** What an approximation may be too low by, relative to the value: rounding. */
    private static final double ROUNDING = 1e-9;

    private final Asymptotes asymptotes;

    /**
     * A point with what is known of it.
     *
     * @param values the objective, to be small, and what each constraint has above its bound, at most 0 if it is kept
     */
    public record Point(double[] x, double[] values) {}

    /**
     * @param lower least value of each variable
     * @param upper greatest value of each variable, above it
     */
    public ConservativeAsymptotes(double[] lower, double[] upper) {
        asymptotes = new Asymptotes(lower, upper);
    }

    /**
     * A step.
     *
     * @param at where it begins
     * @param slopes the derivatives there, {@code [function][variable]}
     * @param values tells the functions' values at a point
     * @return the point that it leads to, with its values
     */
    public Point step(Point at, double[][] slopes, Function<double[], double[]> values) {
        double[] x = at.x();
        asymptotes.follow(x);
        double[] caution = new double[slopes.length];
        Arrays.setAll(caution, i -> caution(slopes[i]));
        Point next = null;
        boolean conservative = false;
        for (int trial = 0; trial < TRIALS && !conservative; trial++) {
            SeparableProgram program = approximation(at, slopes, caution);
            double[] there = program.solve();
            next = new Point(there, values.apply(there));
            conservative = true;
            for (int i = 0; i < caution.length; i++) {
                double missing = next.values()[i] - program.value(i, there);
                if (missing > ROUNDING * Math.max(1, Math.abs(next.values()[i]))) {
                    conservative = false;
                    double more = missing / distance(x, there);
                    caution[i] = Math.min(10 * caution[i], 1.1 * (caution[i] + more));
                }
            }
        }
        return next;
    }

    private double caution(double[] slopes) {
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            sum += Math.abs(slopes[j]) * asymptotes.range(j);
        }
        return Math.max(LEAST_CAUTION, 0.1 * sum / slopes.length);
    }

    private SeparableProgram approximation(Point at, double[][] slopes, double[] caution) {
        double[] x = at.x();
        int n = x.length;
        double[][] p = new double[slopes.length][n];
        double[][] q = new double[slopes.length][n];
        double[] r = at.values().clone();
        double[] low = new double[n];
        double[] high = new double[n];
        double[] from = new double[n];
        double[] to = new double[n];
        for (int j = 0; j < n; j++) {
            double range = asymptotes.range(j);
            low[j] = asymptotes.low(j);
            high[j] = asymptotes.high(j);
            from[j] = asymptotes.from(j, x[j], MOVE);
            to[j] = asymptotes.to(j, x[j], MOVE);
            double up = high[j] - x[j];
            double down = x[j] - low[j];
            for (int i = 0; i < slopes.length; i++) {
                p[i][j] = up * up * (Asymptotes.side(slopes[i][j]) + caution[i] / range);
                q[i][j] = down * down * (Asymptotes.side(-slopes[i][j]) + caution[i] / range);
                r[i] -= p[i][j] / up + q[i][j] / down;
            }
        }
        return new SeparableProgram(low, high, from, to, p, q, r, PRICE);
    }

    /** How much an approximation rises between two points with each unit of caution. */
    private double distance(double[] x, double[] there) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double moved = there[j] - x[j];
            double high = asymptotes.high(j);
            double low = asymptotes.low(j);
            sum += (high - low) * moved * moved / ((high - there[j]) * (there[j] - low) * asymptotes.range(j));
        }
        return Math.max(sum, Double.MIN_NORMAL);
    }
}
