// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;

/**
 * The Cholesky factorisation, without square roots, of a symmetric positive definite band matrix: A = Uᵀ D⁻¹ U, where D is
 * the diagonal of U. Written for clarity; the batch kernel is held to it. Not thread-safe.
 */
public final class BandedCholesky {
    /** A pivot so much smaller than the matrix's greatest diagonal entry is taken for zero. */
    private static final double SINGULAR = 1e-13;
    /** Enough for the first digit of the condition number. */
    private static final int ITERATIONS = 5;

    private final int size;
    private final int stride;
    /** Row i's entries in columns i … i + stride − 1. */
    private final double[] rows;

    /** The greatest diagonal entry of the matrix. */
    private double stiffest;

    private double shrinkage;

    /**
     * A zero matrix.
     *
     * @param size number of rows
     * @param bandwidth the largest distance of an entry from the diagonal
     */
    public BandedCholesky(int size, int bandwidth) {
        this.size = size;
        this.stride = bandwidth + 1;
        this.rows = new double[Math.multiplyExact(size, stride)];
    }

    /**
     * Whether a matrix was positive definite, as far as rounding lets one see.
     *
     * @param stiffest its greatest diagonal entry
     * @param weakest the greatest entry of the inverse of its Cholesky factor's diagonal
     */
    static boolean definite(double stiffest, double weakest) {
        return SINGULAR * stiffest * weakest * weakest < 1;
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The largest distance of an entry from the diagonal. */
    public int bandwidth() {
        return stride - 1;
    }

    /** Adds to the entries (i, j) and (j, i). */
    public void add(int i, int j, double value) {
        rows[i <= j ? i * stride + j - i : j * stride + i - j] += value;
    }

    /**
     * Replaces the matrix by its factor.
     *
     * @throws InvalidInputException if the matrix is singular or not positive definite
     */
    public void factorise() {
        double[] diagonal = new double[size];
        stiffest = 0;
        for (int i = 0; i < size; i++) {
            diagonal[i] = rows[i * stride];
            stiffest = Math.max(stiffest, diagonal[i]);
        }
        shrinkage = 1;
        for (int k = 0; k < size; k++) {
            int pivotRow = k * stride;
            double pivot = rows[pivotRow];
            if (!(pivot > SINGULAR * stiffest)) {
                throw new InvalidInputException("The stiffness matrix is not positive definite (pivot " + k + " is "
                        + pivot + "): the model is not supported well enough, or a material has no stiffness.");
            }
            shrinkage = Math.max(shrinkage, diagonal[k] / pivot);
            int last = Math.min(stride, size - k);
            for (int i = 1; i < last; i++) {
                double factor = rows[pivotRow + i] / pivot;
                if (factor != 0) {
                    int row = (k + i) * stride - i;
                    for (int j = i; j < last; j++) {
                        rows[row + j] -= factor * rows[pivotRow + j];
                    }
                }
            }
        }
    }

    /** The greatest entry of the factor's diagonal. */
    public double greatestPivot() {
        double greatest = 0;
        for (int k = 0; k < size; k++) {
            greatest = Math.max(greatest, rows[k * stride]);
        }
        return greatest;
    }

    /** The matrix's condition number, estimated by inverse iteration, but for a factor of about four. */
    public double condition() {
        double[] x = new double[size];
        Arrays.fill(x, 1);
        double growth = 0;
        for (int step = 0; step < ITERATIONS; step++) {
            double before = norm(x);
            solve(x);
            growth = norm(x) / before;
        }
        return stiffest * growth;
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(value -> value * value).sum());
    }

    /** The greatest ratio of a diagonal entry of the matrix to that of the factor; each may take as many digits. */
    public double shrinkage() {
        return shrinkage;
    }

    /** Solves A x = b with the factor; {@code x} holds b before and x after. */
    public void solve(double[] x) {
        for (int k = 0; k < size; k++) {
            double value = x[k] / rows[k * stride];
            int last = Math.min(stride, size - k);
            for (int i = 1; i < last; i++) {
                x[k + i] -= rows[k * stride + i] * value;
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double value = x[k];
            int last = Math.min(stride, size - k);
            for (int i = 1; i < last; i++) {
                value -= rows[k * stride + i] * x[k + i];
            }
            x[k] = value / rows[k * stride];
        }
    }

    /**
     * Solves A X = B for many right sides at once.
     *
     * @param x {@code [row][right side]}, holds B before and X after
     * @param rightSides how many
     */
    public void solve(double[][] x, int rightSides) {
        for (int j = 1; j < size; j++) {
            int k = Math.max(0, j - stride + 1);
            for (; k + 1 < j; k += 2) {
                Lanes.add(x[j], -multiplier(k, j), x[k], -multiplier(k + 1, j), x[k + 1], rightSides);
            }
            if (k < j) {
                Lanes.add(x[j], -multiplier(k, j), x[k], rightSides);
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double inverse = 1 / rows[k * stride];
            int last = Math.min(stride, size - k);
            Lanes.set(x[k], inverse, x[k], rightSides);
            int i = 1;
            for (; i + 1 < last; i += 2) {
                double[] below = x[k + i];
                double[] next = x[k + i + 1];
                double weight = -inverse * rows[k * stride + i];
                Lanes.add(x[k], weight, below, -inverse * rows[k * stride + i + 1], next, rightSides);
            }
            if (i < last) {
                Lanes.add(x[k], -inverse * rows[k * stride + i], x[k + i], rightSides);
            }
        }
    }

    /** What row k was multiplied by when it was subtracted from row j. */
    private double multiplier(int k, int j) {
        return rows[k * stride + j - k] / rows[k * stride];
    }

    /**
     * The entries of the inverse matrix within the band, from the last row up (Takahashi, Fagan and Chen 1973).
     *
     * @return entry (i, j), |j − i| ≤ bandwidth, at {@code [i][bandwidth + j − i]}
     */
    public double[][] inverseWithinBand() {
        int diagonal = stride - 1;
        double[][] inverse = new double[size][diagonal + stride];
        double[] row = new double[stride];
        for (int i = size - 1; i >= 0; i--) {
            int last = Math.min(stride, size - i);
            double pivot = rows[i * stride];
            Arrays.fill(row, 0);
            int k = 1;
            for (; k + 3 < last; k += 4) {
                double[] a = inverse[i + k];
                double[] b = inverse[i + k + 1];
                double[] c = inverse[i + k + 2];
                double[] d = inverse[i + k + 3];
                double ofA = -rows[i * stride + k] / pivot;
                double ofB = -rows[i * stride + k + 1] / pivot;
                double ofC = -rows[i * stride + k + 2] / pivot;
                double ofD = -rows[i * stride + k + 3] / pivot;
                int from = diagonal - k;
                for (int j = 1; j < last; j++) {
                    row[j] += ofA * a[from + j] + ofB * b[from + j - 1] + ofC * c[from + j - 2] + ofD * d[from + j - 3];
                }
            }
            for (; k < last; k++) {
                double[] a = inverse[i + k];
                double ofA = -rows[i * stride + k] / pivot;
                for (int j = 1; j < last; j++) {
                    row[j] += ofA * a[diagonal - k + j];
                }
            }
            row[0] = 1 / pivot;
            for (k = 1; k < last; k++) {
                row[0] -= rows[i * stride + k] / pivot * row[k];
                inverse[i + k][diagonal - k] = row[k];
            }
            System.arraycopy(row, 0, inverse[i], diagonal, last);
        }
        return inverse;
    }
}
