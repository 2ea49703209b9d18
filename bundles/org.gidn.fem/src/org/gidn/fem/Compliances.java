// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.fem.internal.BandedCholesky;
import org.gidn.fem.internal.TipFailure;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * What each element of one design feels when its stiffness changes by V Vᵀ: its own compliance H = Vᵀ K⁻¹ V, the
 * deformation w = Vᵀ u and the compliances h = Vᵀ K⁻¹ b of the strains bᵀ u at the crack tip.
 */
final class Compliances {
    private static final int DOFS = BilinearElement.DOFS;

    /** Modes, {@code [mode][displacement]}. */
    final double[][] v;
    /** Strain energy of the design. */
    final double energy;
    /** Strains at the crack tip that matter, {@code [strain]}. */
    final double[] strains;
    /** w, {@code [element][mode]}. */
    final double[][] deformation;
    /** h, {@code [strain][element][mode]}. */
    final double[][][] strain;
    /** H, {@code [element][mode][mode]}. */
    final double[][][] own;

    /** Relative error of all these, as far as the greatest entries of the stiffness matrix and its inverse tell it. */
    final double rounding;

    private final Mesh mesh;
    private final int[] numbers;
    private final BandedCholesky factor;

    /** @param v modes, {@code [mode][displacement]} */
    Compliances(PlateSolver solver, PlateSolution solution, TipFailure failure, double[][] v) {
        this.mesh = solver.mesh();
        this.numbers = solver.equations().numbers();
        this.factor = solution.factor();
        this.v = v;
        this.energy = solution.energy();
        this.deformation = project(solution.displacements());
        int[] rows = failure.strainRows();
        this.strains = new double[failure.strains()];
        this.strain = new double[strains.length][][];
        for (int s = 0; s < strains.length; s++) {
            int tip = mesh.tips()[s / rows.length];
            int row = rows[s % rows.length];
            strains[s] = solution.strain(tip)[row];
            double[] unit = new double[3];
            unit[row] = 1;
            strain[s] = project(solution.strainAdjoint(tip, unit));
        }
        double[][] inverse = factor.inverseWithinBand();
        this.rounding = rounding(inverse);
        this.own = own(inverse);
    }

    /** Vᵀ of a displacement field, {@code [element][mode]}. */
    private double[][] project(double[] displacements) {
        double[][] projected = new double[mesh.quads().length][v.length];
        double[] moved = new double[DOFS];
        for (int quad = 0; quad < projected.length; quad++) {
            for (int local = 0; local < DOFS; local++) {
                moved[local] = displacements[mesh.dof(quad, local)];
            }
            for (int m = 0; m < v.length; m++) {
                projected[quad][m] = dot(v[m], moved);
            }
        }
        return projected;
    }

    private double rounding(double[][] inverse) {
        double greatest = 0;
        for (double[] row : inverse) {
            greatest = Math.max(greatest, row[factor.bandwidth()]);
        }
        return Math.ulp(1.0) * factor.greatestPivot() * greatest;
    }

    /** H of each element; all it needs of the inverse lies within the band. */
    private double[][][] own(double[][] inverse) {
        int diagonal = factor.bandwidth();
        double[][][] result = new double[mesh.quads().length][v.length][v.length];
        double[][] block = new double[DOFS][DOFS];
        double[] product = new double[DOFS];
        for (int quad = 0; quad < result.length; quad++) {
            for (int i = 0; i < DOFS; i++) {
                int row = numbers[mesh.dof(quad, i)];
                for (int j = 0; j <= i; j++) {
                    int column = numbers[mesh.dof(quad, j)];
                    boolean free = row >= 0 && column >= 0;
                    block[i][j] = free ? inverse[row][diagonal + column - row] : 0;
                    block[j][i] = block[i][j];
                }
            }
            for (int m = 0; m < v.length; m++) {
                for (int i = 0; i < DOFS; i++) {
                    product[i] = dot(block[i], v[m]);
                }
                for (int n = 0; n <= m; n++) {
                    result[quad][m][n] = dot(product, v[n]);
                    result[quad][n][m] = result[quad][m][n];
                }
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < DOFS; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * K⁻¹ V Tᵀ of some elements side by side.
     *
     * @param elements finite elements
     * @param t combinations of their modes, {@code [element of the list][combination][mode]}
     * @return {@code [equation][combination · elements + element of the list]}
     */
    double[][] solve(int[] elements, double[][][] t) {
        int rightSides = v.length * elements.length;
        double[][] solved = new double[factor.size()][rightSides];
        for (int e = 0; e < elements.length; e++) {
            for (int local = 0; local < DOFS; local++) {
                int number = numbers[mesh.dof(elements[e], local)];
                for (int c = 0; c < v.length && number >= 0; c++) {
                    double sum = 0;
                    for (int m = 0; m < v.length; m++) {
                        sum += t[e][c][m] * v[m][local];
                    }
                    solved[number][c * elements.length + e] += sum;
                }
            }
        }
        factor.solve(solved, rightSides);
        return solved;
    }
}
