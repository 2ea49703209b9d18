// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;

/** The step of the optimality criteria method in a space with one linear constraint {@code Σ a x ≤ most} with positive a. */
public final class OptimalityStep {
    /** Enough halvings of the logarithm of all numbers to reach its last digit. */
    private static final int HALVINGS = 75;

    private final DesignSpace space;
    private final Linear volume;
    /** What each variable takes of the constraint, together with those tied to it; that of the first stands for all. */
    private final double[] costs;

    public OptimalityStep(DesignSpace space) {
        this.space = space;
        this.volume = space.linears().get(0);
        double[] coefficients = new double[space.variables()];
        for (int i = 0; i < volume.variables().length; i++) {
            coefficients[volume.variables()[i]] = volume.coefficients()[i];
        }
        this.costs = together(coefficients);
    }

    /** Sums over tied variables, each in the place of the first of them. */
    private double[] together(double[] values) {
        double[] sums = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            sums[space.leader(j)] += values[j];
        }
        return sums;
    }

    /** The design of which all free variables are at the same share of their ranges and that uses up the constraint. */
    public double[] start() {
        double[] low = corner(0);
        double[] high = corner(1);
        double range = volume.sum(high) - volume.sum(low);
        double share = range > 0 ? (volume.most() - volume.sum(low)) / range : 0;
        return corner(Math.max(0, Math.min(1, share)));
    }

    private double[] corner(double share) {
        double[] x = new double[costs.length];
        Arrays.setAll(x, j -> space.fixed(j).orElse(space.lower(j) + share * (space.upper(j) - space.lower(j))));
        return x;
    }

    /**
     * Multiplies each variable by the root of its worth over λ times its cost, where λ is such that the constraint is used up.
     *
     * @param x replaced
     * @param worth how much better the objective gets with more of each variable; what is not positive counts as 0
     * @param move most change, as a share of a variable's range
     * @return the greatest change of a variable, as a share of its range
     */
    public double step(double[] x, double[] worth, double move) {
        double[] gains = together(worth);
        double[] next = new double[x.length];
        double low = Double.MIN_NORMAL;
        double high = Double.MAX_VALUE;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low) * Math.sqrt(high);
            multiply(x, gains, move, middle, next);
            if (volume.sum(next) > volume.most()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        multiply(x, gains, move, high, next);
        double change = 0;
        for (int j = 0; j < x.length; j++) {
            change = Math.max(change, Math.abs(next[j] - x[j]) / (space.upper(j) - space.lower(j)));
            x[j] = next[j];
        }
        return change;
    }

    private void multiply(double[] x, double[] gains, double move, double lambda, double[] next) {
        for (int j = 0; j < x.length; j++) {
            int leader = space.leader(j);
            double most = move * (space.upper(j) - space.lower(j));
            double wanted = x[j] * Math.sqrt(Math.max(0, gains[leader]) / lambda / costs[leader]);
            double within = Math.max(space.lower(j), Math.max(x[j] - most, Math.min(x[j] + most, wanted)));
            next[j] = space.fixed(j).orElse(Math.min(space.upper(j), within));
        }
    }

    /** By how much a design misses the constraint. */
    public double violation(double[] x) {
        return volume.violation(x);
    }
}
