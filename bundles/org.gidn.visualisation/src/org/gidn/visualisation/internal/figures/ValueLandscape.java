// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.Arrays;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.visualisation.Grid;

/**
 * A smooth surface through the values of scattered designs of two variables: at each point of a grid the mean of the designs
 * around it, weighted by a Gaussian of their distance (Nadaraya 1964, Watson 1964). Designs are first counted into the cells
 * of the grid, so that any number of them costs little. The fewer they are, the wider is the Gaussian.
 */
final class ValueLandscape {
    private static final int SIDE = 101;
    private static final double DESIGNS_SEEN = 5;
    /** Beyond so many deviations a Gaussian is left out. */
    private static final double REACH = 3.5;

    private ValueLandscape() {}

    /**
     * @param space two continuous variables
     * @param values the value of each design; NaN if it has none
     */
    static Grid of(DesignSpace space, DesignBatch designs, double[] values) {
        double[] sums = new double[SIDE * SIDE];
        double[] counts = new double[SIDE * SIDE];
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                int cell = cell(space, 1, designs.value(i, 1)) * SIDE + cell(space, 0, designs.value(i, 0));
                sums[cell] += values[i];
                counts[cell]++;
                known++;
            }
        }
        double deviation = Math.sqrt(DESIGNS_SEEN * SIDE * SIDE / (2 * Math.PI * Math.max(1, known)));
        double[] weights = weights(Math.max(0.5, deviation));
        double[] smoothSums = smooth(sums, weights);
        double[] smoothCounts = smooth(counts, weights);
        for (int cell = 0; cell < sums.length; cell++) {
            // Far from all designs nothing is known: 0 / 0 is NaN.
            smoothSums[cell] /= smoothCounts[cell];
        }
        return new Grid(centres(space, 0), centres(space, 1), smoothSums);
    }

    private static double[] weights(double deviation) {
        double[] weights = new double[1 + (int) Math.min(SIDE - 1, REACH * deviation)];
        Arrays.setAll(weights, i -> Math.exp(-0.5 * i * i / (deviation * deviation)));
        return weights;
    }

    /** Along the rows, then along the columns. */
    private static double[] smooth(double[] cells, double[] weights) {
        return smooth(smooth(cells, weights, 1, SIDE), weights, SIDE, 1);
    }

    private static double[] smooth(double[] cells, double[] weights, int step, int lineStep) {
        double[] smooth = new double[cells.length];
        int reach = weights.length - 1;
        for (int line = 0; line < SIDE; line++) {
            for (int i = 0; i < SIDE; i++) {
                double sum = 0;
                for (int j = Math.max(0, i - reach); j <= Math.min(SIDE - 1, i + reach); j++) {
                    sum += weights[Math.abs(i - j)] * cells[line * lineStep + j * step];
                }
                smooth[line * lineStep + i * step] = sum;
            }
        }
        return smooth;
    }

    private static int cell(DesignSpace space, int variable, double value) {
        double share = (value - space.lower(variable)) / (space.upper(variable) - space.lower(variable));
        return Math.clamp((int) (share * SIDE), 0, SIDE - 1);
    }

    private static double[] centres(DesignSpace space, int variable) {
        double[] centres = new double[SIDE];
        double width = (space.upper(variable) - space.lower(variable)) / SIDE;
        Arrays.setAll(centres, i -> space.lower(variable) + (i + 0.5) * width);
        return centres;
    }
}
