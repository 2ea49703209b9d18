// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.Optional;
import org.gidn.core.work.Workers;

/**
 * A Gaussian process of mean 0 that has seen examples (Rasmussen and Williams 2006, algorithm 2.1), on the scale on which it learned.
 * Immutable and thread-safe.
 */
final class Posterior {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private final KernelShape shape;
    private final double[] parameters;
    private final Kernel kernel;
    private final Examples examples;
    private final Cholesky cholesky;
    /** What the values are multiplied with: (K + noise)⁻¹·values. */
    private final double[] solved;

    private Posterior(KernelShape shape, double[] parameters, Examples examples, Cholesky cholesky, double[] solved) {
        this.shape = shape;
        this.parameters = parameters;
        this.kernel = new Kernel(shape, parameters);
        this.examples = examples;
        this.cholesky = cholesky;
        this.solved = solved;
    }

    /**
     * Learns examples.
     *
     * @param values one an example
     * @return nothing where rounding leaves no positive definite matrix, since the noise is too small for what equals or nearly does
     */
    static Optional<Posterior> of(
            KernelShape shape, double[] parameters, Examples examples, double[] values, Workers workers) {
        return decompose(new Kernel(shape, parameters), examples, workers)
                .map(cholesky -> new Posterior(shape, parameters, examples, cholesky, cholesky.solve(values)));
    }

    /** Decomposes the matrix of all examples compared with each other, with the noise. */
    static Optional<Cholesky> decompose(Kernel kernel, Examples examples, Workers workers) {
        int size = examples.size();
        double[] matrix = new double[size * size];
        workers.forEach(size, i -> {
            Kernel.Row row = kernel.new Row(i);
            row.compare(examples.byDesign()[i], examples, i);
            for (int k = 0; k < i; k++) {
                matrix[i * size + k] = row.values[k];
                matrix[k * size + i] = row.values[k];
            }
            matrix[i * size + i] = kernel.variance() + kernel.noiseVariance();
        });
        return Cholesky.of(matrix, size);
    }

    /** The logarithm of the marginal likelihood of the values that were solved for (equation 2.30). */
    static double logLikelihood(Cholesky cholesky, double[] values, double[] solved) {
        double fit = 0;
        for (int i = 0; i < values.length; i++) {
            fit += values[i] * solved[i];
        }
        return -0.5 * fit - cholesky.halfLogDeterminant() - 0.5 * values.length * LOG_2_PI;
    }

    /** The logarithm of the marginal likelihood of the values that were learned. */
    double logLikelihood(double[] values) {
        return logLikelihood(cholesky, values, solved);
    }

    KernelShape shape() {
        return shape;
    }

    Kernel kernel() {
        return kernel;
    }

    Examples examples() {
        return examples;
    }

    /** The logarithms of the kernel's numbers, see {@link KernelShape}. */
    double[] parameters() {
        return parameters.clone();
    }

    /** The mean of a design's value, from how alike it is to each example. */
    double mean(double[] alike) {
        double sum = 0;
        for (int i = 0; i < solved.length; i++) {
            sum += alike[i] * solved[i];
        }
        return sum;
    }

    /** How much the mean grows with the likeness to an example. */
    double slope(int example) {
        return solved[example];
    }

    /**
     * The variances of designs' values, noise included, as of what would be measured.
     *
     * @param alike how alike designs are to each example, or to the first of them if these alone are to tell, {@code
     *     [example][design]}; overwritten by L⁻¹·alike
     */
    double[] variances(double[][] alike) {
        cholesky.forward(alike, 0);
        double[] variances = new double[alike[0].length];
        for (double[] row : alike) {
            for (int c = 0; c < variances.length; c++) {
                variances[c] -= row[c] * row[c];
            }
        }
        for (int c = 0; c < variances.length; c++) {
            // Rounding may take a little more than there is, but the noise remains.
            variances[c] = Math.max(0, kernel.variance() + variances[c]) + kernel.noiseVariance();
        }
        return variances;
    }

    /** Half of how much the variances fall with the likeness to each example, of what {@link #variances} has left. */
    void varianceSlopes(double[][] left) {
        cholesky.backward(left, 0);
    }

    /**
     * What the process says of each example, and what it would say if it had seen the others only (equation 5.12).
     *
     * @param values the examples' values
     */
    Fitted fitted(double[] values, Workers workers) {
        Fitted fitted = new Fitted(values.length);
        double noise = kernel.noiseVariance();
        workers.forEach(cholesky.tiles(), tile -> {
            int from = tile * Cholesky.TILE;
            double[][] columns = cholesky.unit(tile);
            cholesky.forward(columns, from);
            for (int c = 0; c < columns[from].length; c++) {
                double precision = 0;
                for (int i = from; i < columns.length; i++) {
                    precision += columns[i][c] * columns[i][c];
                }
                fitted.set(from + c, values[from + c], solved[from + c], precision, noise);
            }
        });
        return fitted;
    }

    /**
     * What is said of the examples.
     *
     * @param mean of each
     * @param variance noise included
     * @param leftOutMean the mean without it
     * @param leftOutVariance likewise
     */
    record Fitted(double[] mean, double[] variance, double[] leftOutMean, double[] leftOutVariance) {
        private Fitted(int size) {
            this(new double[size], new double[size], new double[size], new double[size]);
        }

        /** @param precision of an example, given all others: what the inverse has on its diagonal */
        private void set(int example, double value, double solved, double precision, double noise) {
            mean[example] = value - noise * solved;
            variance[example] = Math.max(0, noise - noise * noise * precision) + noise;
            leftOutMean[example] = value - solved / precision;
            leftOutVariance[example] = 1 / precision;
        }
    }
}
