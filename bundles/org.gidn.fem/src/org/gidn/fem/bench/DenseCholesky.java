// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.bench;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;
import org.gidn.fem.internal.Equations;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * The baseline that a user of a matrix library writes first: the whole stiffness matrix, solved by EJML's dense Cholesky
 * factorisation. For materials that scale. Not thread-safe.
 *
 * @since 1.0
 */
public final class DenseCholesky {
    private static final int DOFS = BilinearElement.DOFS;

    private final Mesh mesh;
    private final Material material;
    private final int[] numbers;
    private final double[] stiff;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj load;
    private final DMatrixRMaj solution;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final double[] moved;

    public DenseCholesky(Mesh mesh, Material material) {
        this.mesh = mesh;
        this.material = material;
        Equations equations = Equations.of(mesh);
        this.numbers = equations.numbers();
        double[] entries = new double[Material.ENTRIES];
        material.stiffness(1, entries);
        this.stiff = mesh.element().stiffness(entries);
        this.matrix = new DMatrixRMaj(equations.size(), equations.size());
        this.load = new DMatrixRMaj(equations.size(), 1);
        this.solution = new DMatrixRMaj(equations.size(), 1);
        this.solver = LinearSolverFactory_DDRM.chol(equations.size());
        this.moved = new double[mesh.dofs()];
    }

    /**
     * The energy stored when the element at the crack tip fails.
     *
     * @throws InvalidInputException if the model is singular
     */
    public double energyAtFailure(double[] design) {
        assemble(design);
        if (!solver.setA(matrix)) {
            throw new InvalidInputException("The stiffness matrix is not positive definite.");
        }
        solver.solve(load, solution);
        for (int dof = 0; dof < moved.length; dof++) {
            moved[dof] = numbers[dof] >= 0 ? solution.data[numbers[dof]] : mesh.prescribed()[dof];
        }
        double twice = 0;
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            double scale = material.scale(design[mesh.variables()[quad]]);
            for (int i = 0; i < DOFS; i++) {
                for (int j = 0; j < DOFS; j++) {
                    twice += scale * stiff[DOFS * i + j] * moved[mesh.dof(quad, i)] * moved[mesh.dof(quad, j)];
                }
            }
        }
        return twice / 2 / failure(design);
    }

    private void assemble(double[] design) {
        matrix.zero();
        load.zero();
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            double scale = material.scale(design[mesh.variables()[quad]]);
            for (int i = 0; i < DOFS; i++) {
                int row = numbers[mesh.dof(quad, i)];
                for (int j = 0; j < DOFS && row >= 0; j++) {
                    int dof = mesh.dof(quad, j);
                    double entry = scale * stiff[DOFS * i + j];
                    if (numbers[dof] >= 0) {
                        matrix.add(row, numbers[dof], entry);
                    } else {
                        load.add(row, 0, -entry * mesh.prescribed()[dof]);
                    }
                }
            }
        }
    }

    private double failure(double[] design) {
        double[][] centre = mesh.element().strainDisplacement(0, 0);
        double[] form = new double[Material.ENTRIES];
        double greatest = 0;
        for (int tip : mesh.tips()) {
            double[] strain = new double[3];
            for (int row = 0; row < 3; row++) {
                for (int local = 0; local < DOFS; local++) {
                    strain[row] += centre[row][local] * moved[mesh.dof(tip, local)];
                }
            }
            material.failure(design[mesh.variables()[tip]], form);
            greatest = Math.max(
                    greatest,
                    form[0] * strain[0] * strain[0]
                            + form[2] * strain[1] * strain[1]
                            + form[5] * strain[2] * strain[2]
                            + 2
                                    * (form[1] * strain[0] * strain[1]
                                            + form[3] * strain[0] * strain[2]
                                            + form[4] * strain[1] * strain[2]));
        }
        return greatest;
    }
}
