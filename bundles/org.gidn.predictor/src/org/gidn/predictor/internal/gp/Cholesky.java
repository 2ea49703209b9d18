// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionBlock_DDRM;

/** The lower triangle L of a symmetric positive definite matrix L·Lᵀ, and what is solved by it. Immutable and thread-safe. */
final class Cholesky {
    /** Columns that are solved together: so many numbers of a row stay in registers and cache. */
    static final int TILE = 32;

    private static final int BLOCK = 64;

    private final int size;
    /** L row by row, {@code size} numbers each. */
    private final double[] lower;

    private Cholesky(int size, double[] lower) {
        this.size = size;
        this.lower = lower;
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix row by row, both triangles; overwritten
     * @return nothing if it is not positive definite
     */
    static Optional<Cholesky> of(double[] matrix, int size) {
        CholeskyDecompositionBlock_DDRM decomposition = new CholeskyDecompositionBlock_DDRM(BLOCK);
        boolean done = decomposition.decompose(DMatrixRMaj.wrap(size, size, matrix));
        return done ? Optional.of(new Cholesky(size, decomposition.getT(null).data)) : Optional.empty();
    }

    int size() {
        return size;
    }

    /** Half the logarithm of the matrix's determinant. */
    double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(lower[i * size + i]);
        }
        return sum;
    }

    /**
     * Solves L·X = B in place.
     *
     * @param columns B and then X, {@code [row][column]}; where there are fewer rows than L has, with the first of these
     * @param from rows of B before this are 0, as those of X will be
     */
    void forward(double[][] columns, int from) {
        double[] sum = new double[columns[0].length];
        for (int i = from; i < columns.length; i++) {
            System.arraycopy(columns[i], 0, sum, 0, sum.length);
            for (int j = from; j < i; j++) {
                subtract(lower[i * size + j], columns[j], sum);
            }
            double pivot = 1 / lower[i * size + i];
            for (int c = 0; c < sum.length; c++) {
                columns[i][c] = sum[c] * pivot;
            }
        }
    }

    /**
     * Solves Lᵀ·X = B in place.
     *
     * @param columns B and then X, {@code [row][column]}; where there are fewer rows than L has, with the first of these
     * @param to rows of X before this are not wanted
     */
    void backward(double[][] columns, int to) {
        for (int i = columns.length - 1; i >= to; i--) {
            double[] row = columns[i];
            double pivot = 1 / lower[i * size + i];
            for (int c = 0; c < row.length; c++) {
                row[c] *= pivot;
            }
            for (int j = to; j < i; j++) {
                subtract(lower[i * size + j], row, columns[j]);
            }
        }
    }

    private static void subtract(double factor, double[] row, double[] from) {
        for (int c = 0; c < from.length; c++) {
            from[c] -= factor * row[c];
        }
    }

    /** The solution of L·Lᵀ·x = b. */
    double[] solve(double[] b) {
        double[][] column = new double[size][1];
        for (int i = 0; i < size; i++) {
            column[i][0] = b[i];
        }
        forward(column, 0);
        backward(column, 0);
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = column[i][0];
        }
        return solution;
    }

    /** How many tiles {@link #unit} makes of all columns. */
    int tiles() {
        return (size + TILE - 1) / TILE;
    }

    /** The columns of the unit matrix that a tile solves, the first of which is {@code tile · }{@value #TILE}. */
    double[][] unit(int tile) {
        int from = tile * TILE;
        double[][] columns = new double[size][Math.min(TILE, size - from)];
        for (int c = 0; c < columns[0].length; c++) {
            columns[from + c][c] = 1;
        }
        return columns;
    }
}
