// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The matrix products of a fully connected layer, on ND4J's own OpenBLAS. All matrices stand row by row. Each product is
 * added to what is there, since OpenBLAS takes longer to overwrite a matrix than it takes to fill it beforehand.
 */
final class Blas {
    private Blas() {}

    /**
     * Makes BLAS compute on the calling thread alone, since the caller spreads tiles over threads itself. Holds for the
     * whole process, so that it is asked for before every use.
     */
    static void useOneThread() {
        useThreads(1);
    }

    /** Makes BLAS spread each product over so many threads, for DL4J. */
    static void useThreads(int threads) {
        openblas_nolapack.blas_set_num_threads(threads);
    }

    /** {@code c (m × n) += a (m × k) · b (n × k)ᵀ}; the last number of each is its row length in memory. */
    static void addTimesTransposed(
            int m, int n, int k, FloatPointer a, int rowA, FloatPointer b, int rowB, FloatPointer c, int rowC) {
        openblas_nolapack.cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, rowA, b, rowB, 1, c, rowC);
    }

    /** {@code c (m × n) += a (m × k) · b (k × n)}. */
    static void addTimes(
            int m, int n, int k, FloatPointer a, int rowA, FloatPointer b, int rowB, FloatPointer c, int rowC) {
        openblas_nolapack.cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, rowA, b, rowB, 1, c, rowC);
    }

    /** {@code c (m × n) += a (k × m)ᵀ · b (k × n)}. */
    static void addTransposedTimes(
            int m, int n, int k, FloatPointer a, int rowA, FloatPointer b, int rowB, FloatPointer c, int rowC) {
        openblas_nolapack.cblas_sgemm(
                CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1, a, rowA, b, rowB, 1, c, rowC);
    }

    /** {@code y (m) += a (m × n) · x (n)}. */
    static void addTimesVector(int m, int n, FloatPointer a, int rowA, FloatPointer x, FloatPointer y) {
        openblas_nolapack.cblas_sgemv(CblasRowMajor, CblasNoTrans, m, n, 1, a, rowA, x, 1, 1, y, 1);
    }

    /** {@code y (n) += a (m × n)ᵀ · x (m)}. */
    static void addTransposedTimesVector(int m, int n, FloatPointer a, int rowA, FloatPointer x, FloatPointer y) {
        openblas_nolapack.cblas_sgemv(CblasRowMajor, CblasTrans, m, n, 1, a, rowA, x, 1, 1, y, 1);
    }
}
