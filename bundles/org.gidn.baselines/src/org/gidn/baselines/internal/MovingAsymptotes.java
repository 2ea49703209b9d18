// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.gidn.core.design.DesignSpace;

/**
 * The step of the method of moving asymptotes for one constraint (Svanberg 1987, "The method of moving asymptotes – a new method for
 * structural optimization", with the constants of Svanberg 2007, "MMA and GCMMA – two methods for nonlinear optimization"). The
 * objective is replaced by a sum of p / (U − x) + q / (x − L) over the variables, with the same slopes; the asymptotes L and U come closer
 * where a variable swings, and go apart where it goes one way. The multiplier of the volume is found by halving, with the volume
 * itself instead of its approximation, so that each design keeps to it; where the volume is to be exact, a negative one stands for
 * its lower bound.
 */
public final class MovingAsymptotes implements DensityStep {
    private static final double FIRST = 0.5;
    private static final double APART = 1.2;
    private static final double TOGETHER = 0.7;
    private static final double NEAREST = 0.01;
    private static final double FARTHEST = 10;
    /** How near to an asymptote a variable may come, as a share of the way. */
    private static final double SAFE = 0.1;

    private static final double OTHER_SIDE = 1e-3;
    private static final double LEAST_CURVATURE = 1e-5;
    /** Multipliers are sought between ∓sinh of this, in units of worth over cost. */
    private static final double FARTHEST_MULTIPLIER = 40;

    private static final int HALVINGS = 80;

    private final DesignSpace space;
    private final Volume volume;
    private final double move;
    private final double[] low;
    private final double[] high;
    private double[] before;
    private double[] beforeThat;
    private int steps;

    /**
     * @param move most change, as a share of a variable's range
     */
    public MovingAsymptotes(DesignSpace space, Volume volume, double move) {
        this.space = space;
        this.volume = volume;
        this.move = move;
        int variables = space.variables();
        low = new double[variables];
        high = new double[variables];
        before = new double[variables];
        beforeThat = new double[variables];
    }

    @Override
    public double step(double[] x, double[] worth, double[] costs, UnaryOperator<double[]> densities) {
        moveAsymptotes(x);
        double unit = mean(worth) / Math.max(Double.MIN_NORMAL, mean(costs));
        double[] next = new double[x.length];
        double least = -FARTHEST_MULTIPLIER;
        double most = FARTHEST_MULTIPLIER;
        solve(x, worth, costs, 0, next);
        double free = volume.of(densities.apply(next));
        if (free > volume.most()) {
            least = 0;
        } else if (free < volume.least()) {
            most = 0;
        }
        if (free > volume.most() || free < volume.least()) {
            double wanted = free > volume.most() ? volume.most() : volume.least();
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (least + most) / 2;
                solve(x, worth, costs, unit * Math.sinh(middle), next);
                if (volume.of(densities.apply(next)) > wanted) {
                    least = middle;
                } else {
                    most = middle;
                }
            }
            // Of the two sides of the last digit the one that keeps to the upper bound.
            solve(x, worth, costs, unit * Math.sinh(free > volume.most() ? most : least), next);
        }
        beforeThat = before;
        before = x.clone();
        steps++;
        return Changes.replace(space, x, next);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).map(Math::abs).average().orElse(0);
    }

    private void moveAsymptotes(double[] x) {
        for (int j = 0; j < x.length; j++) {
            double range = space.upper(j) - space.lower(j);
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
    }

    /** The least of the approximation for a multiplier. */
    private void solve(double[] x, double[] worth, double[] costs, double multiplier, double[] next) {
        double scale = mean(worth);
        for (int j = 0; j < x.length; j++) {
            double range = space.upper(j) - space.lower(j);
            double up = (high[j] - x[j]) * (high[j] - x[j]);
            double down = (x[j] - low[j]) * (x[j] - low[j]);
            double slope = -worth[j];
            double curvature = LEAST_CURVATURE * scale / range;
            double p = up * (side(slope) + curvature);
            double q = down * (side(-slope) + curvature);
            double pull = multiplier * costs[j];
            p += up * side(pull);
            q += down * side(-pull);
            double from = Math.max(space.lower(j), Math.max(low[j] + SAFE * (x[j] - low[j]), x[j] - move * range));
            double to = Math.min(space.upper(j), Math.min(high[j] - SAFE * (high[j] - x[j]), x[j] + move * range));
            double rootP = Math.sqrt(p);
            double rootQ = Math.sqrt(q);
            double wanted = rootP + rootQ > 0 ? (low[j] * rootP + high[j] * rootQ) / (rootP + rootQ) : x[j];
            next[j] = space.fixed(j).orElse(Math.max(from, Math.min(to, wanted)));
        }
    }

    private static double side(double slope) {
        return (1 + OTHER_SIDE) * Math.max(0, slope) + OTHER_SIDE * Math.max(0, -slope);
    }

    @Override
    public double[] state() {
        int n = low.length;
        double[] state = new double[4 * n + 1];
        System.arraycopy(low, 0, state, 0, n);
        System.arraycopy(high, 0, state, n, n);
        System.arraycopy(before, 0, state, 2 * n, n);
        System.arraycopy(beforeThat, 0, state, 3 * n, n);
        state[4 * n] = steps;
        return state;
    }

    @Override
    public void restore(double[] state) {
        int n = low.length;
        System.arraycopy(state, 0, low, 0, n);
        System.arraycopy(state, n, high, 0, n);
        before = Arrays.copyOfRange(state, 2 * n, 3 * n);
        beforeThat = Arrays.copyOfRange(state, 3 * n, 4 * n);
        steps = (int) state[4 * n];
    }
}
