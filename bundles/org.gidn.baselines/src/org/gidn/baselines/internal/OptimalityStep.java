// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.function.UnaryOperator;
import org.gidn.core.design.DesignSpace;

/**
 * The step of the optimality criteria method (Bendsøe 1995): multiplies each variable by the root of its worth over λ times its cost,
 * where λ is such that the volume is used up. What is not worth anything counts as 0.
 */
public final class OptimalityStep implements DensityStep {
    /** Enough halvings of the logarithm of all numbers to reach its last digit. */
    private static final int HALVINGS = 75;

    private final DesignSpace space;
    private final Volume volume;
    private final double move;

    /**
     * @param move most change, as a share of a variable's range
     */
    public OptimalityStep(DesignSpace space, Volume volume, double move) {
        this.space = space;
        this.volume = volume;
        this.move = move;
    }

    @Override
    public double step(double[] x, double[] worth, double[] costs, UnaryOperator<double[]> densities) {
        double[] next = new double[x.length];
        double low = Double.MIN_NORMAL;
        double high = Double.MAX_VALUE;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low) * Math.sqrt(high);
            multiply(x, worth, costs, middle, next);
            if (volume.of(densities.apply(next)) > volume.most()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        multiply(x, worth, costs, high, next);
        return Changes.replace(space, x, next);
    }

    private void multiply(double[] x, double[] worth, double[] costs, double lambda, double[] next) {
        for (int j = 0; j < x.length; j++) {
            double most = move * (space.upper(j) - space.lower(j));
            double wanted = costs[j] > 0 ? x[j] * Math.sqrt(Math.max(0, worth[j]) / lambda / costs[j]) : x[j];
            double within = Math.max(space.lower(j), Math.max(x[j] - most, Math.min(x[j] + most, wanted)));
            next[j] = space.fixed(j).orElse(Math.min(space.upper(j), within));
        }
    }

    @Override
    public double[] state() {
        return new double[0];
    }

    @Override
    public void restore(double[] state) {}
}
