package org.gidn.fem;

import org.gidn.fem.internal.Lanes;
import org.gidn.fem.internal.TipFailure;

/**
 * What the elements of one design feel of each other: with V the modes of an element's stiffness, H = Vᵀ K⁻¹ V, the
 * deformations w = Vᵀ u and the compliances h = Vᵀ K⁻¹ b of the strains bᵀ u at the crack tip.
 */
final class Compliances {
    private static final int DOFS = BilinearElement.DOFS;

    final int modes;
    /** Strain energy of the design. */
    final double energy;
    /** Strains at the crack tip that matter, {@code [strain]}. */
    final double[] strains;
    /** w of each pivot element, {@code [pivot][mode]}. */
    final double[][] pivotDeformation;
    /** h of each pivot element, {@code [strain][pivot][mode]}. */
    final double[][][] pivotStrain;
    /** H of each pivot element with itself, {@code [pivot][mode][mode]}. */
    final double[][][] pivot;
    /** w of the other elements, {@code [mode][other]}. */
    final double[][] otherDeformation;
    /** h of the other elements, {@code [strain][mode][other]}. */
    final double[][][] otherStrain;
    /** H of the other elements with themselves, {@code [mode][mode][other]}. */
    final double[][][] other;
    /** H between pivot and other elements, {@code [pivot][mode of the pivot][mode of the other][other]}. */
    final double[][][][] between;

    private final Mesh mesh;
    private final int[] numbers;
    private final double[][] v;
    private final double[][] block = new double[DOFS][DOFS];
    private final double[] product = new double[DOFS];

    /**
     * @param v modes, {@code [mode][displacement]}
     * @param pivots finite elements for which solutions are worked out
     * @param others the other finite elements
     */
    Compliances(
            PlateSolver solver, PlateSolution solution, TipFailure failure, double[][] v, int[] pivots, int[] others) {
        this.mesh = solver.mesh();
        this.numbers = solver.equations().numbers();
        this.v = v;
        this.modes = v.length;
        this.energy = solution.energy();
        double[] moved = solution.displacements();
        this.pivotDeformation = new double[pivots.length][modes];
        this.otherDeformation = new double[modes][others.length];
        project(moved, pivots, others, pivotDeformation, otherDeformation);
        int[] rows = failure.strainRows();
        this.strains = new double[failure.strains()];
        this.pivotStrain = new double[strains.length][pivots.length][modes];
        this.otherStrain = new double[strains.length][modes][others.length];
        for (int s = 0; s < strains.length; s++) {
            int tip = mesh.tips()[s / rows.length];
            int row = rows[s % rows.length];
            strains[s] = solution.strain(tip)[row];
            double[] unit = new double[3];
            unit[row] = 1;
            project(solution.strainAdjoint(tip, unit), pivots, others, pivotStrain[s], otherStrain[s]);
        }
        this.pivot = new double[pivots.length][modes][modes];
        this.other = new double[modes][modes][others.length];
        double[][] inverse = solution.factor().inverseWithinBand();
        for (int p = 0; p < pivots.length; p++) {
            own(inverse, pivots[p], pivot[p]);
        }
        double[][] ofOther = new double[modes][modes];
        for (int q = 0; q < others.length; q++) {
            own(inverse, others[q], ofOther);
            for (int m = 0; m < modes; m++) {
                for (int n = 0; n < modes; n++) {
                    other[m][n][q] = ofOther[m][n];
                }
            }
        }
        this.between = new double[pivots.length][modes][modes][others.length];
        solveBetween(solver, solution, pivots, others);
    }

    /** Vᵀ of a displacement field, for both kinds of elements. */
    private void project(double[] moved, int[] pivots, int[] others, double[][] ofPivots, double[][] ofOthers) {
        for (int m = 0; m < modes; m++) {
            for (int p = 0; p < pivots.length; p++) {
                ofPivots[p][m] = project(moved, pivots[p], m);
            }
            for (int q = 0; q < others.length; q++) {
                ofOthers[m][q] = project(moved, others[q], m);
            }
        }
    }

    private double project(double[] moved, int quad, int mode) {
        double sum = 0;
        for (int local = 0; local < DOFS; local++) {
            sum += v[mode][local] * moved[mesh.dof(quad, local)];
        }
        return sum;
    }

    /** H of an element with itself; all it needs of the inverse lies within the band. */
    private void own(double[][] inverse, int quad, double[][] result) {
        for (int i = 0; i < DOFS; i++) {
            int row = numbers[mesh.dof(quad, i)];
            for (int j = 0; j <= i; j++) {
                int column = numbers[mesh.dof(quad, j)];
                boolean free = row >= 0 && column >= 0;
                block[i][j] = free ? inverse[Math.min(row, column)][Math.abs(column - row)] : 0;
                block[j][i] = block[i][j];
            }
        }
        for (int m = 0; m < modes; m++) {
            for (int i = 0; i < DOFS; i++) {
                product[i] = dot(block[i], v[m]);
            }
            for (int n = 0; n <= m; n++) {
                result[m][n] = dot(product, v[n]);
                result[n][m] = result[m][n];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < DOFS; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** K⁻¹ V of all pivot elements side by side, then Vᵀ of it for all others. */
    private void solveBetween(PlateSolver solver, PlateSolution solution, int[] pivots, int[] others) {
        int rightSides = modes * pivots.length;
        double[][] solved = new double[solver.equations().size()][rightSides];
        for (int p = 0; p < pivots.length; p++) {
            for (int local = 0; local < DOFS; local++) {
                int number = numbers[mesh.dof(pivots[p], local)];
                for (int m = 0; m < modes && number >= 0; m++) {
                    solved[number][p * modes + m] += v[m][local];
                }
            }
        }
        solution.factor().solve(solved, rightSides);
        double[] sum = new double[rightSides];
        double[] weights = new double[DOFS];
        int[] rows = new int[DOFS];
        for (int q = 0; q < others.length; q++) {
            for (int n = 0; n < modes; n++) {
                int free = 0;
                for (int local = 0; local < DOFS; local++) {
                    rows[free] = numbers[mesh.dof(others[q], local)];
                    weights[free] = v[n][local];
                    free += rows[free] >= 0 ? 1 : 0;
                }
                Lanes.combine(sum, weights, rows, solved, 0, free, rightSides);
                for (int p = 0; p < pivots.length; p++) {
                    for (int m = 0; m < modes; m++) {
                        between[p][m][n][q] = sum[p * modes + m];
                    }
                }
            }
        }
    }
}
