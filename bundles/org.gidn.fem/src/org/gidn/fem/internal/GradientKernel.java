// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * The energy at failure of one design with its exact derivatives by the adjoint method: one factorisation as in
 * {@link SingleKernel}, two solutions. Allocates nothing per design. Not thread-safe.
 */
public final class GradientKernel {
    private static final int NODES = 4;

    private final BatchPlan plan;
    private final Mesh mesh;
    private final SingleKernel solver;
    private final Mixture mixture;
    private final double[][] sources;
    /** Displacements of all degrees of freedom, and the adjoint's. */
    private final double[] moved;

    private final double[] adjoint;
    private final double[] rightSide;
    /** Derivatives of the shape functions by x and y at each Gauss point, {@code [point][node]}. */
    private final double[][] byX = new double[NODES][NODES];

    private final double[][] byY = new double[NODES][NODES];
    /** Part of the element's volume that belongs to a Gauss point. */
    private final double weight;

    private final double[] entries = new double[Material.ENTRIES];
    private final double[] strain = new double[3];
    private final double[] ofAdjoint = new double[3];

    /**
     * @param phases the material's variable of each phase; of two phases the input of a design is that variable itself, of more
     *     there is one input for each, its weight
     */
    public GradientKernel(BatchPlan plan, double[] phases) {
        this.plan = plan;
        this.mesh = plan.mesh;
        this.solver = new SingleKernel(plan, 0);
        this.mixture = phases.length == 2 ? new TwoPhaseMixture(plan) : new WeightedMixture(plan, phases);
        this.sources = new double[plan.variables * plan.sourcesPerVariable][1];
        this.moved = new double[mesh.dofs()];
        this.adjoint = new double[mesh.dofs()];
        this.rightSide = new double[plan.size];
        BilinearElement element = mesh.element();
        this.weight = element.width() * element.height() * element.thickness() / NODES;
        double gauss = 1 / Math.sqrt(3);
        for (int point = 0; point < NODES; point++) {
            double[][] b = element.strainDisplacement(point % 2 == 0 ? -gauss : gauss, point < 2 ? -gauss : gauss);
            for (int node = 0; node < NODES; node++) {
                byX[point][node] = b[0][2 * node];
                byY[point][node] = b[1][2 * node + 1];
            }
        }
    }

    /**
     * @param design its inputs, 0 … 1
     * @param gradient receives one derivative an input
     * @return the energy stored when the crack tip fails
     * @throws InvalidInputException if the model is singular
     */
    public double solve(double[] design, double[] gradient) {
        mixture.load(design, sources);
        double energy = solver.solve(sources, 0) / 2;
        if (!BandedCholesky.definite(solver.stiffest(), solver.weakest())) {
            throw new InvalidInputException("The stiffness matrix is not positive definite: the model is not supported"
                    + " well enough, or a material has no stiffness.");
        }
        spread(solver.solution(), mesh.prescribed(), moved);
        int tip = mesh.tips()[0];
        for (int other : mesh.tips()) {
            tip = failure(other, design) > failure(tip, design) ? other : tip;
        }
        double failure = failure(tip, design);
        solveAdjoint(tip);
        double slope = energy / (failure * failure);
        Arrays.fill(gradient, 0);
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            int variable = mesh.variables()[quad];
            for (int input = 0; input < mixture.inputs(); input++) {
                mixture.stiffnessDerivative(design, variable, input, entries);
                gradient[variable * mixture.inputs() + input] += derivative(mesh.quads()[quad], 0.5 / failure, slope);
            }
        }
        int variable = mesh.variables()[tip];
        strainAtCentre(tip);
        for (int input = 0; input < mixture.inputs(); input++) {
            mixture.failureDerivative(design, variable, input, entries);
            gradient[variable * mixture.inputs() + input] -= slope * form(strain, strain);
        }
        return energy / failure;
    }

    /** εᵀ F ε at an element's centre; leaves F and ε behind. */
    private double failure(int quad, double[] design) {
        strainAtCentre(quad);
        mixture.failure(design, mesh.variables()[quad], entries);
        return form(strain, strain);
    }

    /** Solves K λ = ∂(εᵀ F ε)/∂u for the element whose F and ε {@link #failure} has left behind. */
    private void solveAdjoint(int quad) {
        double xx = 2 * (entries[0] * strain[0] + entries[1] * strain[1] + entries[3] * strain[2]);
        double yy = 2 * (entries[1] * strain[0] + entries[2] * strain[1] + entries[4] * strain[2]);
        double xy = 2 * (entries[3] * strain[0] + entries[4] * strain[1] + entries[5] * strain[2]);
        Arrays.fill(rightSide, 0);
        for (int local = 0; local < BilinearElement.DOFS; local++) {
            int number = plan.numbers[mesh.dof(quad, local)];
            if (number >= 0) {
                rightSide[number] +=
                        plan.centre[0][local] * xx + plan.centre[1][local] * yy + plan.centre[2][local] * xy;
            }
        }
        solver.solveAgain(rightSide);
        spread(rightSide, null, adjoint);
    }

    private void spread(double[] solution, double[] prescribed, double[] all) {
        for (int dof = 0; dof < all.length; dof++) {
            int number = plan.numbers[dof];
            all[dof] = number >= 0 ? solution[number] : prescribed == null ? 0 : prescribed[dof];
        }
    }

    private void strainAtCentre(int quad) {
        for (int row = 0; row < 3; row++) {
            strain[row] = 0;
            for (int local = 0; local < BilinearElement.DOFS; local++) {
                strain[row] += plan.centre[row][local] * moved[mesh.dof(quad, local)];
            }
        }
    }

    /** Of an element, ∫ (own εᵀ D' ε + mixed εᵀ D' ε of the adjoint) dV, with D' in the entries. */
    private double derivative(int[] nodes, double own, double mixed) {
        double sum = 0;
        for (int point = 0; point < NODES; point++) {
            strain(nodes, point, moved, strain);
            strain(nodes, point, adjoint, ofAdjoint);
            sum += own * form(strain, strain) + mixed * form(strain, ofAdjoint);
        }
        return weight * sum;
    }

    private void strain(int[] nodes, int point, double[] displacements, double[] result) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int node = 0; node < NODES; node++) {
            double x = displacements[2 * nodes[node]];
            double y = displacements[2 * nodes[node] + 1];
            xx += byX[point][node] * x;
            yy += byY[point][node] * y;
            xy += byY[point][node] * x + byX[point][node] * y;
        }
        result[0] = xx;
        result[1] = yy;
        result[2] = xy;
    }

    /** aᵀ M b with the symmetric matrix in the entries. */
    private double form(double[] a, double[] b) {
        return a[0] * (entries[0] * b[0] + entries[1] * b[1] + entries[3] * b[2])
                + a[1] * (entries[1] * b[0] + entries[2] * b[1] + entries[4] * b[2])
                + a[2] * (entries[3] * b[0] + entries[4] * b[1] + entries[5] * b[2]);
    }
}
