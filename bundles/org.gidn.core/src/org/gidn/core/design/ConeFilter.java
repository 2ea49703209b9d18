// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import org.gidn.core.InvalidInputException;

/**
 * Weighted means over the neighbours of each cell of a picture, with weights that fall linearly from the cell to a radius and
 * are 0 beyond: the filter of topology optimisation that keeps parts from becoming thinner than the mesh can tell (Bruns and
 * Tortorelli 2001). At the edge of the picture the mean is over the neighbours within. Immutable and thread-safe.
 *
 * @since 1.0
 */
public final class ConeFilter {
    private final int rows;
    private final int columns;
    private final double radius;
    private final int reach;
    /** For each cell the sum of its neighbours' weights. */
    private final double[] sums;

    /**
     * @param radius distance of centres at which the weight is 0, in cells; 1 or less leaves everything as it is
     * @throws InvalidInputException if a side is below 1 or the radius below 0 or not finite
     */
    public ConeFilter(int rows, int columns, double radius) {
        if (rows < 1 || columns < 1) {
            throw new InvalidInputException(
                    "A filter needs at least one row and one column, but has " + rows + " × " + columns + ".");
        }
        if (!(radius >= 0) || Double.isInfinite(radius)) {
            throw new InvalidInputException("The radius of a filter must be at least 0, but is " + radius + ".");
        }
        this.rows = rows;
        this.columns = columns;
        this.radius = Math.max(1, radius);
        this.reach = (int) Math.min(rows + columns, Math.ceil(this.radius) - 1);
        this.sums = new double[rows * columns];
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] = sum(cell, null, null);
        }
    }

    /**
     * The mean of each cell's neighbours.
     *
     * @param cells one value a cell, row by row
     */
    public double[] mean(double[] cells) {
        double[] means = new double[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            means[cell] = sum(cell, cells, null) / sums[cell];
        }
        return means;
    }

    /**
     * The derivatives with respect to the cells of what has given derivatives with respect to their means.
     *
     * @param derivatives one a mean
     */
    public double[] derivatives(double[] derivatives) {
        double[] result = new double[derivatives.length];
        for (int cell = 0; cell < derivatives.length; cell++) {
            result[cell] = sum(cell, derivatives, sums);
        }
        return result;
    }

    /** Σ weight · value / divisor over the neighbours of a cell; what is null counts as 1. */
    private double sum(int cell, double[] values, double[] divisors) {
        int row = cell / columns;
        int column = cell % columns;
        double sum = 0;
        for (int r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
            for (int c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
                double weight =
                        radius - Math.sqrt((double) (r - row) * (r - row) + (double) (c - column) * (c - column));
                if (weight > 0) {
                    int other = r * columns + c;
                    sum += weight * (values == null ? 1 : values[other]) / (divisors == null ? 1 : divisors[other]);
                }
            }
        }
        return sum;
    }
}
