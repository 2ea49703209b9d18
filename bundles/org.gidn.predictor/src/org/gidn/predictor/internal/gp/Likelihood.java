// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.Optional;
import org.gidn.core.work.Workers;

/**
 * How probable examples are for a kernel: the logarithm of the marginal likelihood of a Gaussian process of mean 0, with its gradient
 * (Rasmussen and Williams 2006, equations 5.8 and 5.9). Used by one thread, which may have helpers.
 */
public final class Likelihood {
    private final KernelShape shape;
    private final Examples examples;
    private final double[] values;
    private final Workers workers;

    /** @param values one an example, on the scale on which is learned */
    public Likelihood(KernelShape shape, Examples examples, double[] values, Workers workers) {
        this.shape = shape;
        this.examples = examples;
        this.values = values;
        this.workers = workers;
    }

    /**
     * The likelihood at one place.
     *
     * @param value its logarithm
     * @param gradient with respect to the kernel's parameters
     * @param trainingLoss mean squared error of what the process says of its examples
     * @param leftOutLoss the same where it says it of each from the others (equation 5.12)
     */
    public record Point(double value, double[] gradient, double trainingLoss, double leftOutLoss) {}

    /** The likelihood at some parameters; nothing where rounding leaves no positive definite matrix. */
    public Optional<Point> at(double[] parameters) {
        Kernel kernel = new Kernel(shape, parameters);
        return Posterior.decompose(kernel, examples, workers).map(cholesky -> point(kernel, cholesky));
    }

    private Point point(Kernel kernel, Cholesky cholesky) {
        int size = values.length;
        double[] solved = cholesky.solve(values);
        double[][] inverse = inverse(cholesky);
        double[][] parts = new double[size][];
        workers.forEach(size, i -> parts[i] = rowGradient(kernel, i, solved, inverse[i]));
        double[] gradient = new double[shape.parameters()];
        double trainingLoss = 0;
        double leftOutLoss = 0;
        for (int i = 0; i < size; i++) {
            double residual = kernel.noiseVariance() * solved[i];
            double leftOut = solved[i] / inverse[i][i];
            trainingLoss += residual * residual / size;
            leftOutLoss += leftOut * leftOut / size;
            for (int p = 0; p < gradient.length; p++) {
                gradient[p] += parts[i][p];
            }
        }
        return new Point(Posterior.logLikelihood(cholesky, values, solved), gradient, trainingLoss, leftOutLoss);
    }

    /** The lower triangle of the matrix's inverse. */
    private double[][] inverse(Cholesky cholesky) {
        int size = cholesky.size();
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            inverse[i] = new double[i + 1];
        }
        workers.forEach(cholesky.tiles(), tile -> {
            int from = tile * Cholesky.TILE;
            double[][] columns = cholesky.unit(tile);
            cholesky.forward(columns, from);
            cholesky.backward(columns, from);
            for (int i = from; i < size; i++) {
                System.arraycopy(columns[i], 0, inverse[i], from, Math.min(columns[i].length, i + 1 - from));
            }
        });
        return inverse;
    }

    /** What a row of the matrix adds to the gradient, together with the column that mirrors it. */
    private double[] rowGradient(Kernel kernel, int row, double[] solved, double[] inverse) {
        double[] gradient = new double[shape.parameters()];
        int last = gradient.length - 1;
        Kernel.Row compared = kernel.new Row(row);
        compared.compare(examples.byDesign()[row], examples, row);
        double[] factors = new double[row];
        double numbers = 0;
        double levels = 0;
        for (int k = 0; k < row; k++) {
            factors[k] = solved[row] * solved[k] - inverse[k];
            numbers += factors[k] * compared.numberValues[k];
            levels += factors[k] * (compared.values[k] - compared.numberValues[k]);
        }
        double own = solved[row] * solved[row] - inverse[row];
        gradient[last] = own * kernel.noiseVariance();
        gradient[0] = 2 * numbers + own * kernel.numberVariance();
        if (shape.added()) {
            gradient[1] = 2 * levels + own * (kernel.variance() - kernel.numberVariance());
        }
        addLengths(kernel, row, compared, factors, gradient);
        return gradient;
    }

    private void addLengths(Kernel kernel, int row, Kernel.Row compared, double[] factors, double[] gradient) {
        int number = shape.deviations();
        int level = number + shape.numberLengths();
        if (!shape.each()) {
            for (int k = 0; k < row; k++) {
                if (shape.numberLengths() > 0) {
                    gradient[number] -= 2 * factors[k] * compared.numberSlopes[k] * compared.numbers[k];
                }
                if (shape.levelLengths() > 0) {
                    gradient[level] -= factors[k] * compared.levelSlopes[k] * compared.levels[k];
                }
            }
            return;
        }
        for (int k = 0; k < row; k++) {
            compared.numberSlopes[k] *= factors[k];
            compared.levelSlopes[k] *= factors[k];
        }
        for (int j = 0; j < shape.kinds().inputs(); j++) {
            if (shape.kinds().level()[j]) {
                gradient[level++] -= kernel.weight(j) * squares(compared.levelSlopes, row, j);
            } else {
                gradient[number++] -= 2 * kernel.weight(j) * squares(compared.numberSlopes, row, j);
            }
        }
    }

    /** The squared differences of one input between an example and those before it, each with a factor. */
    private double squares(double[] factors, int row, int input) {
        double[] others = examples.byInput()[input];
        double sum = 0;
        for (int k = 0; k < row; k++) {
            double difference = others[row] - others[k];
            sum += factors[k] * difference * difference;
        }
        return sum;
    }
}
