// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.work.Cancellation;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Logistic regression with an L2 penalty: the probability that a design is good is 1 / (1 + exp(−(b + w·x))). Fitted by
 * Newton's method, as iteratively reweighted least squares (Hastie, Tibshirani and Friedman 2009, section 4.4.1).
 */
public final class LogisticRegression {
    private static final int DESIGNS_BETWEEN_CHECKS = 4_096;
    private static final int MOST_STEPS = 50;
    private static final double SMALL_STEP = 1e-9;
    private static final double ROUNDING = 1e-12;
    /** Below this share of the largest entry a pivot is nothing but rounding. */
    private static final double SINGULAR = 1e-12;

    private LogisticRegression() {}

    /**
     * The coefficients of greatest penalised likelihood.
     *
     * @param designs binary designs
     * @param good whether each is good
     * @param penalty λ of ½ λ |w|², above 0, so that a solution exists for any labels; the intercept is not penalised
     * @param cancellation asked every few milliseconds
     * @return one weight a variable, then the intercept
     */
    public static double[] fit(DesignBatch designs, boolean[] good, double penalty, Cancellation cancellation) {
        int parameters = designs.variables() + 1;
        double[] coefficients = new double[parameters];
        double[] trial = coefficients;
        double likelihood = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] hessian = new double[parameters][parameters];
            double[] gradient = new double[parameters];
            double reached = accumulate(designs, good, penalty, trial, hessian, gradient, cancellation);
            if (reached < likelihood - ROUNDING * Math.abs(likelihood)) {
                // Newton's step went too far: halve it.
                trial = middle(coefficients, trial);
                continue;
            }
            coefficients = trial;
            likelihood = reached;
            RealVector change = newton(hessian, gradient);
            if (change.getLInfNorm() < SMALL_STEP) {
                break;
            }
            trial = new ArrayRealVector(coefficients).add(change).toArray();
        }
        return coefficients;
    }

    /**
     * Newton's step. Where the penalty is too small for the matrix to be more than singular to rounding, or the labels can be
     * told apart so well that it nearly vanishes, as much is added to its diagonal as it needs (Levenberg 1944): the step is
     * shorter then, and still goes uphill.
     */
    private static RealVector newton(double[][] hessian, double[] gradient) {
        double largest = 0;
        for (int j = 0; j < hessian.length; j++) {
            largest = Math.max(largest, hessian[j][j]);
        }
        double least = Math.max(SINGULAR * largest, Double.MIN_NORMAL);
        for (double damping = 0; ; damping = Math.max(10 * damping, least)) {
            RealMatrix matrix = new Array2DRowRealMatrix(hessian, true);
            for (int j = 0; j < hessian.length; j++) {
                matrix.addToEntry(j, j, damping);
            }
            try {
                return new CholeskyDecomposition(matrix, SINGULAR, least)
                        .getSolver()
                        .solve(new ArrayRealVector(gradient, false));
            } catch (MathIllegalArgumentException e) {
                // Singular to rounding: damp it more.
            }
        }
    }

    private static double[] middle(double[] a, double[] b) {
        return new ArrayRealVector(a)
                .add(new ArrayRealVector(b))
                .mapMultiply(0.5)
                .toArray();
    }

    /**
     * Computes the penalised log-likelihood, and adds its gradient and its negative second derivatives to the arrays.
     */
    private static double accumulate(
            DesignBatch designs,
            boolean[] good,
            double penalty,
            double[] coefficients,
            double[][] hessian,
            double[] gradient,
            Cancellation cancellation) {
        int variables = designs.variables();
        double likelihood = 0;
        for (int j = 0; j < variables; j++) {
            likelihood -= penalty * coefficients[j] * coefficients[j] / 2;
            gradient[j] -= penalty * coefficients[j];
            hessian[j][j] += penalty;
        }
        int[] ones = new int[variables + 1];
        for (int i = 0; i < designs.size(); i++) {
            if (i % DESIGNS_BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            int count = 0;
            double score = 0;
            for (int j = 0; j <= variables; j++) {
                if (j == variables || designs.value(i, j) == 1) {
                    ones[count++] = j;
                    score += coefficients[j];
                }
            }
            double margin = good[i] ? score : -score;
            likelihood -= Math.max(0, -margin) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
            double probability = 1 / (1 + StrictMath.exp(-score));
            double residual = (good[i] ? 1 : 0) - probability;
            double weight = probability * (1 - probability);
            for (int a = 0; a < count; a++) {
                gradient[ones[a]] += residual;
                double[] row = hessian[ones[a]];
                for (int b = 0; b < count; b++) {
                    row[ones[b]] += weight;
                }
            }
        }
        return likelihood;
    }
}
