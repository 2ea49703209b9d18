// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import java.util.Arrays;
import org.gidn.fem.internal.BandedCholesky;

/**
 * Bounds a part of the designs by the elements' energies where each open element is soft to some degree x, and looks for the x of the
 * least bound by projected gradient steps of Barzilai and Borwein (1988). Any x gives a valid bound; the steps only make it lower.
 *
 * <p>The least bound is a saddle: the greatest over x, the least over ν and μ, of a function that is concave in x. So each x has
 * the ν and μ that are best for its own value; the least of the sums that bound all designs has kinks where elements score alike, at
 * which a search would get caught. That value is at the same time below every bound of this kind, which tells when to give up. Used by
 * one thread.
 */
final class Relaxation {
    private static final double FIRST_MOVE = 0.3;
    private static final double MOST_GROWTH = 10;
    /** The least bound is sought no further than to this share. */
    private static final double CLOSE = 0.1;

    /** Where they are in plates of the paper, roughly. */
    private static final double FIRST_LOG_NU = -7;

    private static final double FIRST_LOG_MU = -2.5;

    private final ModalPlate plate;
    private final double softening;
    private final double compliance;
    private final StatePair pair;
    private final double[] softness;
    private final double[] direct;
    private final double[] inverse;

    Relaxation(ModalPlate plate) {
        this.plate = plate;
        this.softening = 1 - plate.ratio;
        this.compliance = 1 / plate.ratio - 1;
        this.pair = new StatePair(plate.elements);
        this.softness = new double[plate.elements];
        this.direct = new double[plate.elements];
        this.inverse = new double[plate.elements];
    }

    /** Forgets the ν and μ of earlier bounds, from which they are sought else. */
    void forget() {
        pair.startFrom(FIRST_LOG_NU, FIRST_LOG_MU);
    }

    /**
     * Bounds ψ; see {@link StatePair}.
     *
     * @param soft how soft the elements are that are decided, 0 or 1; of no meaning for open ones
     * @param open the elements from which k soft ones are chosen
     * @param enough the bound at which the search may stop
     * @param steps most steps
     * @return the least bound found, or one near it; not below 0 if none of this kind is
     */
    double bound(double[] soft, int[] open, int k, double enough, int steps) {
        return bound(soft, open, k, enough, steps, CLOSE);
    }

    /** Whether a bound of ψ is no greater than this; parameters as before. */
    boolean reaches(double[] soft, int[] open, int k, double enough, int steps) {
        return bound(soft, open, k, enough, steps, Double.POSITIVE_INFINITY) <= enough;
    }

    private double bound(double[] soft, int[] open, int k, double enough, int steps, double close) {
        System.arraycopy(soft, 0, softness, 0, soft.length);
        double[] x = new double[open.length];
        Arrays.fill(x, k / (double) open.length);
        double[] before = null;
        double[] slopeBefore = null;
        double move = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < steps && least > enough; step++) {
            solve(open, x);
            double low = pair.settle();
            least = Math.min(least, pair.bound(open.length, k));
            if (low > enough && (low >= 0 || least - low < -low * close)) {
                break;
            }
            double[] slope = Arrays.copyOf(pair.score, open.length);
            move = before == null ? firstMove(slope) : nextMove(move, x, before, slope, slopeBefore);
            before = x;
            slopeBefore = slope;
            x = moved(x, slope, move, k);
        }
        return least;
    }

    /** How soft the open elements are at the last step, in the order in which they were given. */
    double[] softness(int count) {
        return Arrays.copyOf(pair.at, count);
    }

    /**
     * How much each open element matters where all of them are stiff: the product of its energies under the pull and under the opening of
     * the tip, which both have to be there for it to change the strain at the tip.
     */
    double[] importance(double[] soft, int[] open) {
        System.arraycopy(soft, 0, softness, 0, soft.length);
        solve(open, new double[open.length]);
        double[] both = new double[open.length];
        Arrays.setAll(both, i -> pair.taken[0][i] * pair.taken[2][i]);
        return both;
    }

    private void solve(int[] open, double[] x) {
        for (int i = 0; i < open.length; i++) {
            softness[open[i]] = x[i];
            pair.at[i] = x[i];
        }
        for (int e = 0; e < plate.elements; e++) {
            direct[e] = 1 - softening * softness[e];
            inverse[e] = 1 / (1 + compliance * softness[e]);
        }
        energies(direct, open, pair.first, pair.taken, false);
        energies(inverse, open, pair.second, pair.added, true);
    }

    private void energies(double[] moduli, int[] open, double[] totals, double[][] forms, boolean complementary) {
        BandedCholesky factor = plate.factorise(moduli);
        double[] pulled = plate.pulled(moduli, factor);
        double[] opened = plate.opened(factor);
        double[][] q = plate.strains(pulled, true);
        double[][] p = plate.strains(opened, false);
        totals[0] = 0;
        for (int e = 0; e < plate.elements; e++) {
            totals[0] += moduli[e] * dot(q[e], q[e]) / 2;
        }
        totals[1] = plate.tipStrain(pulled, true);
        totals[2] = plate.tipStrain(opened, false) / 2;
        for (int i = 0; i < open.length; i++) {
            int e = open[i];
            double factorOf = complementary ? compliance * moduli[e] * moduli[e] : softening;
            forms[0][i] = factorOf * dot(q[e], q[e]) / 2;
            forms[1][i] = factorOf * dot(q[e], p[e]);
            forms[2][i] = factorOf * dot(p[e], p[e]) / 2;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double firstMove(double[] slope) {
        double range = Arrays.stream(slope).max().orElse(0)
                - Arrays.stream(slope).min().orElse(0);
        return range > 0 ? FIRST_MOVE / range : 1;
    }

    private static double nextMove(double move, double[] x, double[] before, double[] slope, double[] slopeBefore) {
        double ss = 0;
        double sy = 0;
        for (int i = 0; i < x.length; i++) {
            double s = x[i] - before[i];
            ss += s * s;
            sy += s * (slopeBefore[i] - slope[i]);
        }
        return sy > 0 ? Math.min(ss / sy, move * MOST_GROWTH) : move * 2;
    }

    /** A step upwards, brought back to 0 ≤ x ≤ 1, Σx = k. */
    private static double[] moved(double[] x, double[] slope, double move, int k) {
        double[] wanted = new double[x.length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            wanted[i] = x[i] + move * slope[i];
            low = Math.min(low, wanted[i] - 1);
            high = Math.max(high, wanted[i]);
        }
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (double value : wanted) {
                sum += Math.max(0, Math.min(1, value - middle));
            }
            if (sum > k) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double shift = high;
        Arrays.setAll(wanted, i -> Math.max(0, Math.min(1, wanted[i] - shift)));
        return wanted;
    }
}
