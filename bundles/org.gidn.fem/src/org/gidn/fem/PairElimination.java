package org.gidn.fem;

import java.util.Arrays;
import org.gidn.fem.internal.Lanes;

/**
 * Eliminates one pivot element together with each of the other elements, these side by side. See
 * {@link SwapNeighbourhood} for what is eliminated. With the sign e = ±1 of the pivot, e A is positive definite in the
 * pivot's rows and negative definite in what is left for the other's; both are factorised as Cholesky does.
 */
final class PairElimination {
    private final Compliances given;
    private final int modes;
    private final int lanes;
    private final double sign;
    /** 1 − e H of the other elements, {@code [mode][mode][other]}. */
    private final double[][][] own;
    /** The pivot's rows in the columns of the others, {@code [mode of the other][mode of the pivot][other]}. */
    private final double[][][] across;

    private final double[][][] negativeAcross;
    /** Factor of the others' rows; behind their modes the deformation, then the strains. */
    private final double[][][] rows;

    private final double[][] inverseDiagonal;
    private final double[][] strains;

    /** @param sign +1 if the pivots' stiffness grows by V Vᵀ and the others' shrinks by it, −1 for the reverse */
    PairElimination(Compliances given, int others, int sign) {
        this.given = given;
        this.modes = given.modes;
        this.lanes = others;
        this.sign = sign;
        this.own = new double[modes][modes][lanes];
        for (int m = 0; m < modes; m++) {
            for (int n = 0; n <= m; n++) {
                Lanes.set(own[m][n], -sign, given.other[m][n], lanes);
                Lanes.offset(own[m][n], own[m][n], m == n ? 1 : 0, lanes);
            }
        }
        this.across = new double[modes][modes][lanes];
        this.negativeAcross = new double[modes][modes][lanes];
        this.rows = new double[modes + 1 + given.strains.length][modes][lanes];
        this.inverseDiagonal = new double[modes][lanes];
        this.strains = new double[given.strains.length][lanes];
    }

    /** The strains at the crack tip after each swap of the last {@link #run}, {@code [strain][other]}. */
    double[][] strains() {
        return strains;
    }

    /**
     * The least pivot of the last {@link #run} for one other element, 1 or less: the share of its modes' compliance that
     * is not its own. The smaller it is, the more digits cancel.
     */
    double leastPivot(int other) {
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < modes; n++) {
            least = Math.min(least, rows[n][n][other]);
        }
        return least;
    }

    /**
     * Swaps one pivot element with each other.
     *
     * @param energy receives the strain energy after each swap
     */
    void run(int pivot, double[] energy) {
        double[][] factor = factorise(given.pivot[pivot]);
        double[] deformation = solve(factor, given.pivotDeformation[pivot]);
        double[][] followed = new double[strains.length][];
        Arrays.setAll(followed, s -> solve(factor, given.pivotStrain[s][pivot]));
        for (int n = 0; n < modes; n++) {
            for (int m = 0; m < modes; m++) {
                double[] entry = across[n][m];
                Lanes.set(entry, sign / factor[m][m], given.between[pivot][m][n], lanes);
                for (int k = 0; k < m; k++) {
                    Lanes.add(entry, -factor[m][k] / factor[m][m], across[n][k], lanes);
                }
                Lanes.set(negativeAcross[n][m], -1, entry, lanes);
            }
        }
        for (int n = 0; n < modes; n++) {
            for (int k = 0; k <= n; k++) {
                double[] entry = rows[n][k];
                Lanes.set(entry, 1, own[n][k], lanes);
                Lanes.subtractDot(entry, negativeAcross[n], 0, across[k], 0, modes, lanes);
                Lanes.subtractDot(entry, rows[n], 0, rows[k], 0, k, lanes);
                if (k < n) {
                    Lanes.scale(entry, inverseDiagonal[k], lanes);
                } else {
                    Lanes.inverseRoot(inverseDiagonal[n], entry, lanes);
                }
            }
        }
        double[][] moved = rows[modes];
        eliminate(moved, given.otherDeformation, deformation);
        Arrays.fill(energy, 0);
        Lanes.subtractDot(energy, moved, 0, moved, 0, modes, lanes);
        Lanes.offset(energy, energy, dot(deformation, deformation), lanes);
        Lanes.set(energy, sign / 2, energy, lanes);
        Lanes.offset(energy, energy, given.energy, lanes);
        for (int s = 0; s < strains.length; s++) {
            double[][] row = rows[modes + 1 + s];
            eliminate(row, given.otherStrain[s], followed[s]);
            Arrays.fill(strains[s], 0);
            Lanes.subtractDot(strains[s], row, 0, moved, 0, modes, lanes);
            Lanes.offset(strains[s], strains[s], dot(followed[s], deformation), lanes);
            Lanes.set(strains[s], -sign, strains[s], lanes);
            Lanes.offset(strains[s], strains[s], given.strains[s], lanes);
        }
    }

    /** Takes a vector beside the matrix through the elimination. */
    private void eliminate(double[][] row, double[][] others, double[] ofPivot) {
        for (int n = 0; n < modes; n++) {
            Lanes.set(row[n], 1, others[n], lanes);
            for (int m = 0; m < modes; m++) {
                Lanes.add(row[n], -ofPivot[m], across[n][m], lanes);
            }
            Lanes.subtractDot(row[n], row, 0, rows[n], 0, n, lanes);
            Lanes.scale(row[n], inverseDiagonal[n], lanes);
        }
    }

    /** The Cholesky factor of 1 + e H. */
    private double[][] factorise(double[][] compliance) {
        double[][] factor = new double[modes][modes];
        for (int i = 0; i < modes; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = sign * compliance[i][j] + (i == j ? 1 : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return factor;
    }

    private double[] solve(double[][] factor, double[] rightSide) {
        double[] solved = rightSide.clone();
        for (int i = 0; i < modes; i++) {
            for (int k = 0; k < i; k++) {
                solved[i] -= factor[i][k] * solved[k];
            }
            solved[i] /= factor[i][i];
        }
        return solved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
