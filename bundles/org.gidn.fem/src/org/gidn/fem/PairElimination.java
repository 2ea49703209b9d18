// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import org.gidn.fem.internal.Lanes;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * Eliminates each pivot element together with each of some other elements, all pairs side by side. See
 * {@link SwapNeighbourhood} for what is eliminated. With the sign e = ±1 of the pivots, e A is positive definite in a
 * pivot's rows and negative definite in what is left for the other's; both are factorised as Cholesky does, L Lᵀ being
 * the factor of the pivot's rows.
 */
final class PairElimination {
    private static final int DOFS = BilinearElement.DOFS;
    /** Pairs side by side: enough for long loops, few enough for their arrays to stay in the cache. */
    private static final int PAIRS = 256;

    private final Compliances given;
    private final Mesh mesh;
    private final int[] numbers;
    private final double[][] v;
    private final int modes;
    private final int pivots;
    private final double sign;
    /** K⁻¹ V L⁻ᵀ of the pivots, {@code [equation][mode · pivots + pivot]}. */
    private final double[][] solved;
    /** One equation's share of {@link #solved} in an other element, gathered. */
    private final double[] gathered;

    private final double[] weights = new double[DOFS];
    private final int[] equations = new int[DOFS];
    /** e L⁻¹ of the pivot's deformation, then of its strains, {@code [vector][mode of the pivot][pair]}. */
    private final double[][][] ofPivot;
    /** Energy, then strains, after the change of the pivot alone, {@code [vector][pair]}. */
    private final double[][] changed;
    /** The pivot's rows in the columns of the other, {@code [mode of the other][mode of the pivot][pair]}. */
    private final double[][][] across;
    /** Factor of the other's rows; behind its modes the deformation, then the strains. */
    private final double[][][] rows;

    private final double[][] inverseDiagonal;
    /** Energy, then strains, after the swap, {@code [vector][pair]}. */
    private final double[][] swapped;

    private final double[][] strains;

    /**
     * @param pivots finite elements for which solutions are worked out
     * @param sign +1 if the pivots' stiffness grows by V Vᵀ and the others' shrinks by it, −1 for the reverse
     */
    PairElimination(PlateSolver solver, Compliances given, int[] pivots, int sign) {
        this.given = given;
        this.mesh = solver.mesh();
        this.numbers = solver.equations().numbers();
        this.v = given.v;
        this.modes = v.length;
        this.pivots = pivots.length;
        this.sign = sign;
        int pairs = others() * this.pivots;
        int vectors = 1 + given.strains.length;
        this.ofPivot = new double[vectors][modes][pairs];
        this.changed = new double[vectors][pairs];
        this.across = new double[modes][modes][pairs];
        this.rows = new double[modes + vectors][modes][pairs];
        this.inverseDiagonal = new double[modes][pairs];
        this.swapped = new double[vectors][pairs];
        this.strains = Arrays.copyOfRange(swapped, 1, vectors);
        double[][][] inverses = new double[this.pivots][][];
        for (int p = 0; p < this.pivots; p++) {
            inverses[p] = inverseFactor(given.own[pivots[p]]);
            change(pivots[p], inverses[p], p);
        }
        for (int vector = 0; vector < vectors; vector++) {
            repeat(changed[vector]);
            for (int m = 0; m < modes; m++) {
                repeat(ofPivot[vector][m]);
            }
        }
        this.solved = given.solve(pivots, inverses);
        this.gathered = new double[modes * this.pivots];
    }

    /** The number of other elements that {@link #run} takes at once. */
    int others() {
        return Math.max(1, PAIRS / pivots);
    }

    /** L⁻¹, where L Lᵀ = 1 + e H. */
    private double[][] inverseFactor(double[][] compliance) {
        double[][] factor = new double[modes][modes];
        double[][] inverse = new double[modes][modes];
        for (int i = 0; i < modes; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = sign * compliance[i][j] + (i == j ? 1 : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : 0;
                for (int k = j; k < i; k++) {
                    sum -= factor[i][k] * inverse[k][j];
                }
                inverse[i][j] = sum / factor[i][i];
            }
        }
        return inverse;
    }

    /** What becomes of energy and strains when one pivot changes. */
    private void change(int quad, double[][] inverse, int lane) {
        double[] deformation = multiply(inverse, given.deformation[quad]);
        changed[0][lane] = given.energy + sign / 2 * dot(deformation, deformation);
        put(deformation, ofPivot[0], lane);
        for (int s = 0; s < given.strains.length; s++) {
            double[] strain = multiply(inverse, given.strain[s][quad]);
            changed[1 + s][lane] = given.strains[s] - sign * dot(strain, deformation);
            put(strain, ofPivot[1 + s], lane);
        }
    }

    private void put(double[] values, double[][] vector, int lane) {
        for (int m = 0; m < modes; m++) {
            vector[m][lane] = sign * values[m];
        }
    }

    /** Copies what was worked out for the pivots with the first of the others to the pairs with the rest. */
    private void repeat(double[] lanes) {
        for (int first = pivots; first < lanes.length; first += pivots) {
            System.arraycopy(lanes, 0, lanes, first, pivots);
        }
    }

    private static double[] multiply(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * Swaps each pivot with each of some others. The pair of pivot p and the q-th of these is number q · pivots + p.
     *
     * @param others finite elements, at most {@link #others}
     */
    void run(int[] others) {
        int pairs = others.length * pivots;
        for (int q = 0; q < others.length; q++) {
            load(others[q], q * pivots);
        }
        for (int n = 0; n < modes; n++) {
            for (int k = 0; k <= n; k++) {
                // 1 − e H of the other, whose negative was loaded, and what the pivot's rows add to it.
                double[] entry = rows[n][k];
                Lanes.subtractDot(entry, across[n], 0, across[k], 0, modes, pairs);
                Lanes.set(entry, -1, entry, pairs);
                Lanes.subtractDot(entry, rows[n], 0, rows[k], 0, k, pairs);
                if (k < n) {
                    Lanes.scale(entry, inverseDiagonal[k], pairs);
                } else {
                    Lanes.inverseRoot(inverseDiagonal[n], entry, pairs);
                }
            }
        }
        for (int vector = 0; vector < swapped.length; vector++) {
            double[][] row = rows[modes + vector];
            for (int n = 0; n < modes; n++) {
                Lanes.subtractDot(row[n], ofPivot[vector], 0, across[n], 0, modes, pairs);
                Lanes.subtractDot(row[n], row, 0, rows[n], 0, n, pairs);
                Lanes.scale(row[n], inverseDiagonal[n], pairs);
            }
            double[] result = swapped[vector];
            Arrays.fill(result, 0, pairs, 0);
            Lanes.subtractDot(result, row, 0, rows[modes], 0, modes, pairs);
            Lanes.set(result, vector == 0 ? sign / 2 : -sign, result, 1, changed[vector], pairs);
        }
    }

    /** What an other element brings to its pairs with all pivots. */
    private void load(int quad, int first) {
        int end = first + pivots;
        for (int n = 0; n < modes; n++) {
            int free = 0;
            for (int local = 0; local < DOFS; local++) {
                equations[free] = numbers[mesh.dof(quad, local)];
                weights[free] = v[n][local];
                free += equations[free] >= 0 ? 1 : 0;
            }
            Lanes.combine(gathered, weights, equations, solved, 0, free, gathered.length);
            for (int m = 0; m < modes; m++) {
                System.arraycopy(gathered, m * pivots, across[n][m], first, pivots);
            }
            for (int k = 0; k <= n; k++) {
                Arrays.fill(rows[n][k], first, end, sign * given.own[quad][n][k] - (k == n ? 1 : 0));
            }
            Arrays.fill(rows[modes][n], first, end, given.deformation[quad][n]);
            for (int s = 0; s < given.strains.length; s++) {
                Arrays.fill(rows[modes + 1 + s][n], first, end, given.strain[s][quad][n]);
            }
        }
    }

    /** The strain energy after the swap of a pair. */
    double energy(int pair) {
        return swapped[0][pair];
    }

    /** The strains at the crack tip after each swap, {@code [strain][pair]}. */
    double[][] strains() {
        return strains;
    }

    /**
     * The least pivot of one pair's elimination, but 1 at most: where the other element loses stiffness, the share of its
     * compliance that is not its own. The smaller it is, the more digits cancel.
     */
    double leastPivot(int pair) {
        double least = 1;
        for (int n = 0; n < modes; n++) {
            least = Math.min(least, rows[n][n][pair]);
        }
        return least;
    }
}
