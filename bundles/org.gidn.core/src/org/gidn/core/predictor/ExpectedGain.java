// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

/**
 * How much a quantity of normal distribution is expected to exceed 0, where what lies below counts as 0: {@code σ h(z)}, {@code h(z) =
 * φ(z) + z Φ(z)}, {@code z = μ/σ}. Its logarithm and the slopes of that stay exact where the gain itself would be too small for a number.
 */
final class ExpectedGain {
    /** A deviation below this counts as this. */
    private static final double LEAST = 1e-12;
    /** Below this z the tail is a continued fraction, ... */
    private static final double TAIL = -1;
    /** ... and below this its first term. */
    private static final double FAR = -1e4;

    private static final int FRACTIONS = 200;

    private final double deviation;
    private final double z;
    /** log h(z). */
    private final double logarithm;
    /** Φ(z) / h(z), which is the derivative of log h. */
    private final double slope;

    ExpectedGain(double mean, double deviation) {
        this.deviation = Math.max(LEAST, deviation);
        z = mean / this.deviation;
        double logDensity = -z * z / 2 - Math.log(2 * Math.PI) / 2;
        if (z < FAR) {
            logarithm = logDensity - 2 * Math.log(-z);
            slope = -z;
        } else if (z < TAIL) {
            double mills = mills(-z);
            double rest = 1 + z * mills;
            logarithm = logDensity + Math.log(rest);
            slope = mills / rest;
        } else {
            double density = Math.exp(logDensity);
            double below = below(z, density);
            double h = density + z * below;
            logarithm = Math.log(h);
            slope = below / h;
        }
    }

    /** Mills' ratio (1 − Φ(x)) / φ(x) for x from 1 on, by Laplace's continued fraction from its end. */
    private static double mills(double x) {
        double fraction = x;
        for (int k = FRACTIONS; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return 1 / fraction;
    }

    /** Φ(z) by its series ½ + φ(z) (z + z³/3 + z⁵/15 + …). */
    private static double below(double z, double density) {
        if (z > 8) {
            return 1;
        }
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 + density * sum;
    }

    double logarithm() {
        return Math.log(deviation) + logarithm;
    }

    /** The derivative of the logarithm with respect to the mean. */
    double meanSlope() {
        return slope / deviation;
    }

    /** The derivative of the logarithm with respect to the deviation, which is φ(z) / (σ h(z)). */
    double deviationSlope() {
        return (1 - z * slope) / deviation;
    }
}
