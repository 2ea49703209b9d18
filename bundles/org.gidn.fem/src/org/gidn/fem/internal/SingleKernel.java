// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

/**
 * Solves one design as {@link BatchKernel} solves many, by the same operations in the same order and so to the same bits.
 * What takes that one a loop over designs is a number here, which is quicker for a few designs. Not thread-safe.
 */
final class SingleKernel {
    private final BatchPlan plan;
    private final int firstNeeded;
    /** Rows of the factor, {@code [row][column − first]}; rows before the needed ones share memory. */
    private final double[][] rows;

    private final double[] inverseDiagonal;
    /** y, later the displacements of the needed rows. */
    private final double[] solution;

    private double stiffest;
    private double weakest;
    private double shrinkage;

    /** @param firstNeeded the first row of which the factor and the displacement are kept */
    SingleKernel(BatchPlan plan, int firstNeeded) {
        this.plan = plan;
        this.firstNeeded = firstNeeded;
        this.inverseDiagonal = new double[plan.size];
        this.solution = new double[plan.size];
        this.rows = new double[plan.size][];
        double[][] ring = new double[Math.min(plan.bandwidth + 1, firstNeeded)][plan.bandwidth + 1];
        for (int i = 0; i < plan.size; i++) {
            rows[i] = i < firstNeeded ? ring[i % ring.length] : new double[i - plan.first[i] + 1];
        }
    }

    /**
     * Solves the design of one lane.
     *
     * @param sources {@code [source][lane]}
     * @return twice the strain energy; of no meaning where the model is singular
     */
    double solve(double[][] sources, int lane) {
        stiffest = 0;
        weakest = 0;
        shrinkage = 1;
        double energy = plan.load.at(plan.size, sources, lane);
        for (int i = 0; i < plan.size; i++) {
            eliminate(i, sources, lane);
            energy -= solution[i] * solution[i];
        }
        substituteBack(solution);
        return energy;
    }

    /** Solves with the same matrix, whose factor must have been kept whole; {@code x} is the right side, then the solution. */
    void solveAgain(double[] x) {
        for (int i = 0; i < plan.size; i++) {
            int first = plan.first[i];
            x[i] = minusDot(x[i], rows[i], 0, x, first, i - first) * inverseDiagonal[i];
        }
        substituteBack(x);
    }

    private void substituteBack(double[] x) {
        for (int i = plan.size - 1; i >= firstNeeded; i--) {
            x[i] *= inverseDiagonal[i];
            for (int k = Math.max(plan.first[i], firstNeeded); k < i; k++) {
                x[k] -= rows[i][k - plan.first[i]] * x[i];
            }
        }
    }

    /** The displacements of the needed rows, after {@link #solve}. */
    double[] solution() {
        return solution;
    }

    /** The greatest diagonal entry of the stiffness matrix last solved. */
    double stiffest() {
        return stiffest;
    }

    /** The greatest entry of the inverse of its factor's diagonal. */
    double weakest() {
        return weakest;
    }

    /** The greatest ratio of a diagonal entry of the matrix to that of its factor, squared. */
    double shrinkage() {
        return shrinkage;
    }

    /** Makes row i of the factor and its part of y. */
    private void eliminate(int i, double[][] sources, int lane) {
        int first = plan.first[i];
        int length = i - first;
        double[] row = rows[i];
        for (int k = 0; k <= length; k++) {
            row[k] = plan.matrix.at(plan.offset[i] + k, sources, lane);
        }
        double diagonal = row[length];
        stiffest = Math.max(stiffest, diagonal);
        for (int j = first; j < i; j++) {
            int start = Math.max(first, plan.first[j]);
            double entry = minusDot(row[j - first], row, start - first, rows[j], start - plan.first[j], j - start);
            row[j - first] = entry * inverseDiagonal[j];
        }
        inverseDiagonal[i] = 1 / Math.sqrt(minusDot(row[length], row, 0, row, 0, length));
        weakest = Math.max(weakest, inverseDiagonal[i]);
        shrinkage = Math.max(shrinkage, diagonal * inverseDiagonal[i] * inverseDiagonal[i]);
        double load = plan.load.at(i, sources, lane);
        solution[i] = minusDot(load, row, 0, solution, first, length) * inverseDiagonal[i];
    }

    /** c − Σ a[ia + k] b[ib + k], added up as {@link Lanes#subtractDot} does. */
    private static double minusDot(double c, double[] a, int ia, double[] b, int ib, int count) {
        double rest = c;
        int k = 0;
        for (; k + 3 <= count; k += 3) {
            rest -= a[ia + k] * b[ib + k] + a[ia + k + 1] * b[ib + k + 1] + a[ia + k + 2] * b[ib + k + 2];
        }
        if (k + 2 == count) {
            rest -= a[ia + k] * b[ib + k] + a[ia + k + 1] * b[ib + k + 1];
        } else if (k < count) {
            rest -= a[ia + k] * b[ib + k];
        }
        return rest;
    }
}
