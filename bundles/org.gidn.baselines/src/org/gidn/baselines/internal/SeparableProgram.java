// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;

/**
 * A convex program of separate variables with few constraints, as the method of moving asymptotes approximates a problem: the least of
 * f₀(x) + Σ (price · y + ½ y²) with fᵢ(x) ≤ yᵢ, yᵢ ≥ 0, α ≤ x ≤ β, where each f is Σ p / (U − x) + q / (x − L) + r. Each y lets a
 * constraint be missed at a price, so that there always is a solution. It is found by its dual, a concave function of a
 * multiplier for each constraint: Newton's method within multipliers ≥ 0, with steps halved until they rise enough.
 */
final class SeparableProgram {
    private static final int STEPS = 200;
    private static final int HALVINGS = 40;
    private static final double RISE = 1e-4;
    private static final double ENOUGH = 1e-10;
    /** Where all variables stand at their ends, the dual is straight; a step is long then, but finite. */
    private static final double FLAT = 1e-9;

    private final double[] low;
    private final double[] high;
    private final double[] from;
    private final double[] to;
    private final double[][] p;
    private final double[][] q;
    private final double[] r;
    private final double price;

    /**
     * @param low the lower asymptotes L, one a variable
     * @param high the upper ones U
     * @param from the least values α, above L
     * @param to the greatest values β, below U
     * @param p at least 0, {@code [function][variable]}, the objective first; for each variable one of p and q of it above 0
     * @param q likewise
     * @param r one a function
     * @param price of missing a constraint by 1
     */
    SeparableProgram(
            double[] low,
            double[] high,
            double[] from,
            double[] to,
            double[][] p,
            double[][] q,
            double[] r,
            double price) {
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.p = p;
        this.q = q;
        this.r = r;
        this.price = price;
    }

    /** A function's value. */
    double value(int function, double[] x) {
        double sum = r[function];
        for (int j = 0; j < x.length; j++) {
            sum += p[function][j] / (high[j] - x[j]) + q[function][j] / (x[j] - low[j]);
        }
        return sum;
    }

    /** The values of the variables at the solution. */
    double[] solve() {
        int constraints = p.length - 1;
        double[] multipliers = new double[constraints];
        double[] x = best(multipliers);
        double dual = dual(multipliers, x);
        for (int step = 0; step < STEPS; step++) {
            double[] slope = slope(multipliers, x);
            boolean[] held = new boolean[constraints];
            double wrong = 0;
            for (int i = 0; i < constraints; i++) {
                held[i] = multipliers[i] == 0 && slope[i] <= 0;
                wrong = Math.max(wrong, held[i] ? 0 : Math.abs(slope[i]));
            }
            if (wrong <= ENOUGH) {
                break;
            }
            double[] direction = newton(curvature(multipliers, x), slope, held);
            double length = 1;
            boolean risen = false;
            for (int halving = 0; halving < HALVINGS && !risen; halving++) {
                double[] next = new double[constraints];
                double promised = 0;
                for (int i = 0; i < constraints; i++) {
                    next[i] = Math.max(0, multipliers[i] + length * direction[i]);
                    promised += slope[i] * (next[i] - multipliers[i]);
                }
                double[] there = best(next);
                double value = dual(next, there);
                risen = value >= dual + RISE * promised && value > dual;
                if (risen) {
                    multipliers = next;
                    x = there;
                    dual = value;
                }
                length /= 2;
            }
            if (!risen) {
                break;
            }
        }
        return x;
    }

    /** Where the Lagrangian is least. */
    private double[] best(double[] multipliers) {
        double[] x = new double[low.length];
        for (int j = 0; j < x.length; j++) {
            double rootP = Math.sqrt(weighted(p, multipliers, j));
            double rootQ = Math.sqrt(weighted(q, multipliers, j));
            double free = (rootP * low[j] + rootQ * high[j]) / (rootP + rootQ);
            x[j] = Math.max(from[j], Math.min(to[j], free));
        }
        return x;
    }

    private static double weighted(double[][] terms, double[] multipliers, int variable) {
        double sum = terms[0][variable];
        for (int i = 0; i < multipliers.length; i++) {
            sum += multipliers[i] * terms[i + 1][variable];
        }
        return sum;
    }

    /** By how much a constraint is missed at its price: y = λ − price. */
    private double missed(double multiplier) {
        return Math.max(0, multiplier - price);
    }

    private double dual(double[] multipliers, double[] x) {
        double sum = value(0, x);
        for (int i = 0; i < multipliers.length; i++) {
            double y = missed(multipliers[i]);
            sum += multipliers[i] * (value(i + 1, x) - y) + price * y + y * y / 2;
        }
        return sum;
    }

    private double[] slope(double[] multipliers, double[] x) {
        double[] slope = new double[multipliers.length];
        Arrays.setAll(slope, i -> value(i + 1, x) - missed(multipliers[i]));
        return slope;
    }

    /** The second derivatives of the dual with their signs turned. */
    private double[][] curvature(double[] multipliers, double[] x) {
        int constraints = multipliers.length;
        double[][] curvature = new double[constraints][constraints];
        double[] slopes = new double[constraints];
        for (int j = 0; j < x.length; j++) {
            if (x[j] <= from[j] || x[j] >= to[j]) {
                continue;
            }
            double up = high[j] - x[j];
            double down = x[j] - low[j];
            double second = 2 * weighted(p, multipliers, j) / (up * up * up)
                    + 2 * weighted(q, multipliers, j) / (down * down * down);
            for (int i = 0; i < constraints; i++) {
                slopes[i] = p[i + 1][j] / (up * up) - q[i + 1][j] / (down * down);
            }
            for (int i = 0; i < constraints; i++) {
                for (int k = 0; k < constraints; k++) {
                    curvature[i][k] += slopes[i] * slopes[k] / second;
                }
            }
        }
        double size = 0;
        for (int i = 0; i < constraints; i++) {
            curvature[i][i] += multipliers[i] > price ? 1 : 0;
            size = Math.max(size, curvature[i][i]);
        }
        for (int i = 0; i < constraints; i++) {
            curvature[i][i] += Math.max(FLAT * size, FLAT);
        }
        return curvature;
    }

    /** The solution of curvature · direction = slope among the multipliers that are not held at 0, by Gauss. */
    private static double[] newton(double[][] curvature, double[] slope, boolean[] held) {
        int n = slope.length;
        double[] direction = slope.clone();
        for (int i = 0; i < n; i++) {
            if (held[i]) {
                direction[i] = 0;
                for (int k = 0; k < n; k++) {
                    curvature[i][k] = i == k ? 1 : 0;
                    curvature[k][i] = i == k ? 1 : 0;
                }
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = curvature[i][k] / curvature[k][k];
                for (int j = k; j < n; j++) {
                    curvature[i][j] -= factor * curvature[k][j];
                }
                direction[i] -= factor * direction[k];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                direction[k] -= curvature[k][j] * direction[j];
            }
            direction[k] /= curvature[k][k];
        }
        return direction;
    }
}
