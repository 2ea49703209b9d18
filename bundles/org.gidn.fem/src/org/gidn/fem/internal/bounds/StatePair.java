// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Upper bounds of ψ = y²U − yε over the choice of k soft elements, where U is the energy of the pulled plate and ε its strain at the
 * crack tip. Where ψ is below 0, no design has U/ε² above −1/(4ψ), which is what {@link ToughnessBounds} derives.
 *
 * <p>For any positive ν and μ with νμ = y², ψ is the difference of the potentials of two states of load, (a, λ) and (c, λ): the edge is
 * pulled by a = (ν + μ)/2 and c = (ν − μ)/2, and both are opened at the tip by forces λ = √(ν/μ). The first potential is concave in the
 * moduli, the second one convex in their inverses, so that each is bounded by a sum over the elements. This class holds these sums
 * as quadratic forms of the load and looks for the ν and μ of the least bound. Used by one thread.
 */
final class StatePair {
    /** y² = νμ is sought between e^-30 and e^30, in units of the stiff plate. */
    private static final double FARTHEST = 30;
    /** ν and μ differ by a factor of no more than e^14, lest the difference of the potentials drown in rounding. */
    private static final double APART = 14;
    /**
     * The share of the terms added by which a bound is raised. Energies of solutions in double precision are right to about 1e-13 where
     * moduli differ by a factor of up to 10⁴.
     */
    private static final double ROUNDING = 1e-11;

    private static final double FIRST_STEP = 0.5;
    private static final double LAST_STEP = 0.05;
    /** Of the search for the least value, which costs next to nothing. */
    private static final double SETTLED = 0.002;

    private static final int TRIES = 300;
    /** ν and μ change alone, together, or one against the other. */
    private static final int[][] WAYS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}};

    /** What softening an element takes from the first state's potential at least: of pull², pull · opening, opening². */
    final double[][] taken = new double[3][];
    /** What it adds to the negative of the second state's potential at most. */
    final double[][] added = new double[3][];
    /** How soft each element is where the sums are tangent to what they bound; 0 … 1. */
    final double[] at;
    /** U, ε and half of the opening under unit forces there, for the first state. */
    final double[] first = new double[3];

    final double[] second = new double[3];
    double logNu;
    double logMu;
    /** What each element adds to the bound if it is soft, for the present ν and μ. */
    final double[] score;
    /** The bound of a design without soft elements, for the present ν and μ. */
    double base;

    private final double[] top;

    StatePair(int elements) {
        for (int i = 0; i < 3; i++) {
            taken[i] = new double[elements];
            added[i] = new double[elements];
        }
        at = new double[elements];
        score = new double[elements];
        top = new double[elements + 1];
    }

    /** Begins with the ν and μ of another. */
    void startFrom(double nu, double mu) {
        logNu = nu;
        logMu = mu;
    }

    /**
     * The least bound found, by a pattern search from the present ν and μ.
     *
     * @param count number of elements to choose from, the first ones of the arrays
     * @param k how many of them are soft
     * @param enough where the search may stop
     */
    double minimise(int count, int k, double enough) {
        search((nu, mu) -> psi(count, k, nu, mu), LAST_STEP, enough);
        return bound(count, k);
    }

    /**
     * Goes to the ν and μ for which the value is least of which the bound is made: that of the elements as soft as they are there.
     *
     * @return that value, but for rounding: below every bound of any ν and μ
     */
    double settle() {
        return search(this::value, SETTLED, Double.NEGATIVE_INFINITY);
    }

    /** The bound for the present ν and μ. */
    double bound(int count, int k) {
        return psi(count, k, logNu, logMu);
    }

    private double search(DoubleBinaryOperator function, double lastStep, double enough) {
        double least = function.applyAsDouble(logNu, logMu);
        double step = FIRST_STEP;
        for (int tries = 0; step > lastStep && tries < TRIES && least > enough; ) {
            boolean moved = false;
            for (int[] way : WAYS) {
                double nu = logNu + way[0] * step;
                double mu = logMu + way[1] * step;
                if (Math.abs(nu + mu) > FARTHEST || Math.abs(nu - mu) > APART) {
                    continue;
                }
                tries++;
                double value = function.applyAsDouble(nu, mu);
                if (value < least) {
                    least = value;
                    logNu = nu;
                    logMu = mu;
                    moved = true;
                }
            }
            if (!moved) {
                step /= 2;
            }
        }
        return least;
    }

    private double value(double ln, double lm) {
        double nu = Math.exp(ln);
        double mu = Math.exp(lm);
        return potential(first, (nu + mu) / 2, Math.sqrt(nu / mu))
                - potential(second, (nu - mu) / 2, Math.sqrt(nu / mu));
    }

    private static double potential(double[] state, double pull, double opening) {
        return pull * pull * state[0] - pull * opening * state[1] - opening * opening * state[2];
    }

    private double psi(int count, int k, double ln, double lm) {
        double nu = Math.exp(ln);
        double mu = Math.exp(lm);
        double a = (nu + mu) / 2;
        double c = (nu - mu) / 2;
        double lambda = Math.sqrt(nu / mu);
        double ll = lambda * lambda;
        setScores(count, a * a, a * lambda, c * c, c * lambda, ll);
        base = potential(first, a, lambda) - potential(second, c, lambda);
        base += ROUNDING * (a * a * first[0] + a * lambda * Math.abs(first[1]) + ll * first[2]) * 2;
        for (int j = 0; j < count; j++) {
            base -= score[j] * at[j];
        }
        return base + greatest(count, k);
    }

    private void setScores(int count, double aa, double al, double cc, double cl, double ll) {
        double[] uu = taken[0];
        double[] uw = taken[1];
        double[] ww = taken[2];
        double[] vv = added[0];
        double[] vx = added[1];
        double[] xx = added[2];
        for (int j = 0; j < count; j++) {
            score[j] = cc * vv[j] + cl * vx[j] + ll * xx[j];
        }
        for (int j = 0; j < count; j++) {
            score[j] -= aa * uu[j] + al * uw[j] + ll * ww[j];
        }
    }

    /** The sum of the k greatest scores. */
    private double greatest(int count, int k) {
        if (k == 0) {
            return 0;
        }
        Arrays.fill(top, 0, k, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < count; j++) {
            double value = score[j];
            if (value > top[k - 1]) {
                int place = k - 1;
                for (; place > 0 && top[place - 1] < value; place--) {
                    top[place] = top[place - 1];
                }
                top[place] = value;
            }
        }
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += top[i];
        }
        return sum;
    }
}
