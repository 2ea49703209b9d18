// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import org.gidn.core.material.Material;
import org.gidn.fem.internal.BandedCholesky;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * The displacements of one design, and what follows from them. Made by {@link PlateSolver}. Not thread-safe.
 *
 * @since 1.0
 */
public final class PlateSolution {
    private static final int DOFS = BilinearElement.DOFS;

    private final PlateSolver solver;
    private final double[] design;
    private final double[][] elements;
    private final BandedCholesky factor;
    private final double[] displacements;

    PlateSolution(
            PlateSolver solver, double[] design, double[][] elements, BandedCholesky factor, double[] displacements) {
        this.solver = solver;
        this.design = design;
        this.elements = elements;
        this.factor = factor;
        this.displacements = displacements;
    }

    /** The displacement of each degree of freedom, 2 · node for x and 2 · node + 1 for y. */
    public double[] displacements() {
        return displacements.clone();
    }

    /** The strain energy of a finite element. */
    public double energy(int quad) {
        double[] stiffness = elements[quad];
        double twice = 0;
        for (int i = 0; i < DOFS; i++) {
            double force = 0;
            for (int j = 0; j < DOFS; j++) {
                force += stiffness[DOFS * i + j] * displacements[solver.mesh().dof(quad, j)];
            }
            twice += force * displacements[solver.mesh().dof(quad, i)];
        }
        return twice / 2;
    }

    /** The strain energy of the whole mesh. */
    public double energy() {
        double sum = 0;
        for (int quad = 0; quad < elements.length; quad++) {
            sum += energy(quad);
        }
        return sum;
    }

    /** The internal force on each degree of freedom: the reaction where the displacement is prescribed, else the load. */
    public double[] forces() {
        double[] forces = new double[displacements.length];
        for (int quad = 0; quad < elements.length; quad++) {
            addForces(quad, elements[quad], displacements, forces);
        }
        return forces;
    }

    private void addForces(int quad, double[] stiffness, double[] moved, double[] forces) {
        Mesh mesh = solver.mesh();
        for (int i = 0; i < DOFS; i++) {
            double force = 0;
            for (int j = 0; j < DOFS; j++) {
                force += stiffness[DOFS * i + j] * moved[mesh.dof(quad, j)];
            }
            forces[mesh.dof(quad, i)] += force;
        }
    }

    /** The strain (ε_xx, ε_yy, γ_xy) at the centre of a finite element. */
    public double[] strain(int quad) {
        double[] strain = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int local = 0; local < DOFS; local++) {
                strain[row] += solver.centre()[row][local]
                        * displacements[solver.mesh().dof(quad, local)];
            }
        }
        return strain;
    }

    /** The stress (σ_xx, σ_yy, τ_xy) at the centre of a finite element. */
    public double[] stress(int quad) {
        double[] entries = new double[Material.ENTRIES];
        solver.material().stiffness(variable(quad), entries);
        return multiply(entries, strain(quad));
    }

    /** How near a finite element's centre is to failure: εᵀ F ε, which grows with the square of the load; 1 at failure. */
    public double failure(int quad) {
        double[] entries = new double[Material.ENTRIES];
        solver.material().failure(variable(quad), entries);
        double[] strain = strain(quad);
        return dot(strain, multiply(entries, strain));
    }

    /** The finite element at the crack tip that fails first. */
    public int criticalTip() {
        int critical = solver.mesh().tips()[0];
        for (int tip : solver.mesh().tips()) {
            critical = failure(tip) > failure(critical) ? tip : critical;
        }
        return critical;
    }

    /** The energy stored when the element at the crack tip fails: the area under the load–displacement curve. */
    public double energyAtFailure() {
        return energy() / failure(criticalTip());
    }

    /**
     * The exact derivative of {@link #energyAtFailure} by the adjoint method: one more solution with the same factor.
     *
     * @param gradient receives one derivative a variable
     * @return {@link #energyAtFailure}
     */
    public double energyGradient(double[] gradient) {
        int tip = criticalTip();
        double energy = energy();
        double failure = failure(tip);
        double[] adjoint = failureAdjoint(tip);
        double[] entries = new double[Material.ENTRIES];
        double[][] derivatives = new double[design.length][];
        for (int j = 0; j < design.length; j++) {
            solver.material().stiffnessDerivative(design[j], entries);
            derivatives[j] = solver.combine(entries);
        }
        Arrays.fill(gradient, 0);
        Mesh mesh = solver.mesh();
        for (int quad = 0; quad < elements.length; quad++) {
            double[] derivative = derivatives[mesh.variables()[quad]];
            double own = 0;
            double mixed = 0;
            for (int i = 0; i < DOFS; i++) {
                double force = 0;
                for (int j = 0; j < DOFS; j++) {
                    force += derivative[DOFS * i + j] * displacements[mesh.dof(quad, j)];
                }
                own += force * displacements[mesh.dof(quad, i)];
                mixed += force * adjoint[mesh.dof(quad, i)];
            }
            gradient[mesh.variables()[quad]] += own / 2 / failure + energy / (failure * failure) * mixed;
        }
        solver.material().failureDerivative(variable(tip), entries);
        double[] strain = strain(tip);
        gradient[mesh.variables()[tip]] -= energy / (failure * failure) * dot(strain, multiply(entries, strain));
        return energy / failure;
    }

    /** The solution of K λ = ∂(εᵀ F ε)/∂u, zero where displacements are prescribed. */
    private double[] failureAdjoint(int tip) {
        double[] entries = new double[Material.ENTRIES];
        solver.material().failure(variable(tip), entries);
        double[] byStrain = multiply(entries, strain(tip));
        for (int row = 0; row < 3; row++) {
            byStrain[row] *= 2;
        }
        return strainAdjoint(tip, byStrain);
    }

    /** The solution of K λ = ∂(Σ weight · ε)/∂u for an element's strain ε, zero where displacements are prescribed. */
    double[] strainAdjoint(int quad, double[] weights) {
        double[] right = new double[displacements.length];
        for (int local = 0; local < DOFS; local++) {
            for (int row = 0; row < 3; row++) {
                right[solver.mesh().dof(quad, local)] += solver.centre()[row][local] * weights[row];
            }
        }
        double[] reduced = solver.gather(right);
        factor.solve(reduced);
        return solver.spread(reduced, new double[displacements.length]);
    }

    BandedCholesky factor() {
        return factor;
    }

    /** The design variable of a finite element. */
    double variable(int quad) {
        return design[solver.mesh().variables()[quad]];
    }

    private static double[] multiply(double[] symmetric, double[] vector) {
        return new double[] {
            symmetric[0] * vector[0] + symmetric[1] * vector[1] + symmetric[3] * vector[2],
            symmetric[1] * vector[0] + symmetric[2] * vector[1] + symmetric[4] * vector[2],
            symmetric[3] * vector[0] + symmetric[4] * vector[1] + symmetric[5] * vector[2]
        };
    }

    private static double dot(double[] left, double[] right) {
        return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
    }
}
