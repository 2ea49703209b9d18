// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
    private static final double LEAST_CURVATURE = 1e-5;
    /** Multipliers are sought between ∓sinh of this, in units of worth over cost. */
    private static final double FARTHEST_MULTIPLIER = 40;

    private static final int HALVINGS = 80;

    private final DesignSpace space;
    private final Volume volume;
    private final double move;
    private final Asymptotes asymptotes;

    /**
     * @param move most change, as a share of a variable's range
     */
    public MovingAsymptotes(DesignSpace space, Volume volume, double move) {
        this.space = space;
        this.volume = volume;
        this.move = move;
        asymptotes = new Asymptotes(
                IntStream.range(0, space.variables()).mapToDouble(space::lower).toArray(),
                IntStream.range(0, space.variables()).mapToDouble(space::upper).toArray());
    }

    @Override
    public double step(double[] x, double[] worth, double[] costs, UnaryOperator<double[]> densities) {
        asymptotes.follow(x);
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
        return Changes.replace(space, x, next);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).map(Math::abs).average().orElse(0);
    }

    /** The least of the approximation for a multiplier. */
    private void solve(double[] x, double[] worth, double[] costs, double multiplier, double[] next) {
        double scale = mean(worth);
        for (int j = 0; j < x.length; j++) {
            double low = asymptotes.low(j);
            double high = asymptotes.high(j);
            double up = (high - x[j]) * (high - x[j]);
            double down = (x[j] - low) * (x[j] - low);
            double slope = -worth[j];
            double curvature = LEAST_CURVATURE * scale / asymptotes.range(j);
            double p = up * (Asymptotes.side(slope) + curvature);
            double q = down * (Asymptotes.side(-slope) + curvature);
            double pull = multiplier * costs[j];
            p += up * Asymptotes.side(pull);
            q += down * Asymptotes.side(-pull);
            double from = asymptotes.from(j, x[j], move);
            double to = asymptotes.to(j, x[j], move);
            double rootP = Math.sqrt(p);
            double rootQ = Math.sqrt(q);
            double wanted = rootP + rootQ > 0 ? (low * rootP + high * rootQ) / (rootP + rootQ) : x[j];
            next[j] = space.fixed(j).orElse(Math.max(from, Math.min(to, wanted)));
        }
    }

    @Override
    public double[] state() {
        return asymptotes.state();
    }

    @Override
    public void restore(double[] state) {
        asymptotes.restore(state);
    }
}
