// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;
import org.gidn.fem.internal.BandedCholesky;
import org.gidn.fem.internal.Equations;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;

/**
 * A plate whose elements differ by a factor of their stiffness only, with what is asked of it: the strain energy when its edge is pulled
 * by 1, and the strain ε_xx at the centre of the element at the crack tip. Immutable.
 */
final class ModalPlate {
    static final int DOFS = BilinearElement.DOFS;
    private static final double SAME = 1e-12;

    final int elements;
    /** The variable of the element at the crack tip. */
    final int tip;
    /** Stiffness of the soft phase over that of the stiff one, at most 1. */
    final double ratio;
    /** What the square of the strain is multiplied by in the failure measure of the soft and the stiff phase. */
    final double[] failure = new double[2];
    /** B of a stiff element, {@code [mode][8]}. */
    final double[][] modes;
    /** Equation of each displacement of each element, −1 where it is prescribed. */
    final int[][] equation;
    /** Prescribed displacements of each element; 0 where it is free. */
    final double[][] prescribed;

    final int size;
    private final int bandwidth;
    private final double[] stiffness;
    private final double[] centre;

    /**
     * @throws InvalidInputException if the plate or the material is one of which no bounds are known
     */
    ModalPlate(CrackedPlate plate, Material material) {
        if (!plate.symmetric() || plate.refinement() != 1) {
            throw new InvalidInputException(
                    "Bounds of the toughness are known of symmetric plates of one finite element an element"
                            + " only; leave the settings symmetric and refinement as they are without being set.");
        }
        Mesh mesh = plate.mesh();
        elements = mesh.quads().length;
        tip = mesh.variables()[mesh.tips()[0]];
        double[] soft = new double[Material.ENTRIES];
        double[] stiff = new double[Material.ENTRIES];
        material.stiffness(0, soft);
        material.stiffness(1, stiff);
        ratio = ratio(soft, stiff);
        for (int phase = 0; phase < 2; phase++) {
            double[] form = new double[Material.ENTRIES];
            material.failure(phase, form);
            failure[phase] = form[0];
            for (int entry = 1; entry < Material.ENTRIES; entry++) {
                if (form[entry] != 0) {
                    throw new InvalidInputException(
                            "Bounds of the toughness are known of materials that fail by the strain across"
                                    + " the crack alone; use org.gidn.fem.twoPhase.");
                }
            }
        }
        stiffness = stiffness(mesh, stiff);
        modes = ElementModes.of(stiffness, DOFS);
        Equations equations = Equations.of(mesh);
        size = equations.size();
        bandwidth = equations.bandwidth();
        equation = new int[elements][DOFS];
        prescribed = new double[elements][DOFS];
        for (int quad = 0; quad < elements; quad++) {
            for (int local = 0; local < DOFS; local++) {
                int dof = mesh.dof(quad, local);
                int variable = mesh.variables()[quad];
                equation[variable][local] = equations.numbers()[dof];
                prescribed[variable][local] = equations.numbers()[dof] < 0 ? mesh.prescribed()[dof] : 0;
            }
        }
        centre = mesh.element().strainDisplacement(0, 0)[0];
    }

    private static double ratio(double[] soft, double[] stiff) {
        double ratio = soft[0] / stiff[0];
        boolean proportional = ratio <= 1;
        for (int entry = 0; entry < Material.ENTRIES; entry++) {
            proportional &= Math.abs(soft[entry] - ratio * stiff[entry]) <= SAME * stiff[0];
        }
        if (!proportional) {
            throw new InvalidInputException(
                    "Bounds of the toughness are known of two phases that differ by a factor of their"
                            + " stiffness, the first one the softer; use org.gidn.fem.twoPhase with a modulusRatio of at least 1.");
        }
        return ratio;
    }

    private static double[] stiffness(Mesh mesh, double[] stiff) {
        double[][] unit = mesh.element().unitStiffness();
        double[] sum = new double[DOFS * DOFS];
        for (int entry = 0; entry < Material.ENTRIES; entry++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += stiff[entry] * unit[entry][i];
            }
        }
        return sum;
    }

    /** The factorised stiffness of the plate whose elements have these shares of the stiff phase's stiffness. */
    BandedCholesky factorise(double[] moduli) {
        BandedCholesky matrix = new BandedCholesky(size, bandwidth);
        for (int e = 0; e < elements; e++) {
            int[] numbers = equation[e];
            for (int i = 0; i < DOFS; i++) {
                if (numbers[i] < 0) {
                    continue;
                }
                for (int j = 0; j < DOFS; j++) {
                    if (numbers[j] >= numbers[i]) {
                        matrix.add(numbers[i], numbers[j], moduli[e] * stiffness[DOFS * i + j]);
                    }
                }
            }
        }
        matrix.factorise();
        return matrix;
    }

    /** The displacements under the unit pull of the edge. */
    double[] pulled(double[] moduli, BandedCholesky factor) {
        double[] x = new double[size];
        for (int e = 0; e < elements; e++) {
            for (int j = 0; j < DOFS; j++) {
                if (prescribed[e][j] != 0) {
                    for (int i = 0; i < DOFS; i++) {
                        if (equation[e][i] >= 0) {
                            x[equation[e][i]] -= moduli[e] * stiffness[DOFS * i + j] * prescribed[e][j];
                        }
                    }
                }
            }
        }
        factor.solve(x);
        return x;
    }

    /** The displacements under the forces whose work is the strain at the crack tip, the edge held. */
    double[] opened(BandedCholesky factor) {
        double[] x = new double[size];
        for (int i = 0; i < DOFS; i++) {
            if (equation[tip][i] >= 0) {
                x[equation[tip][i]] += centre[i];
            }
        }
        factor.solve(x);
        return x;
    }

    /** What each mode of each element resists: B u, {@code [element][mode]}. */
    double[][] strains(double[] displacements, boolean pulled) {
        double[][] strains = new double[elements][modes.length];
        for (int e = 0; e < elements; e++) {
            for (int m = 0; m < modes.length; m++) {
                double sum = 0;
                for (int i = 0; i < DOFS; i++) {
                    sum += modes[m][i] * at(displacements, e, i, pulled);
                }
                strains[e][m] = sum;
            }
        }
        return strains;
    }

    /** What one mode of an element resists where the edge is held. */
    double strain(double[] displacements, int e, int mode) {
        double sum = 0;
        for (int i = 0; i < DOFS; i++) {
            if (equation[e][i] >= 0) {
                sum += modes[mode][i] * displacements[equation[e][i]];
            }
        }
        return sum;
    }

    private double at(double[] displacements, int e, int i, boolean pulled) {
        return equation[e][i] >= 0 ? displacements[equation[e][i]] : pulled ? prescribed[e][i] : 0;
    }

    /** The strain at the crack tip. */
    double tipStrain(double[] displacements, boolean pulled) {
        double sum = 0;
        for (int i = 0; i < DOFS; i++) {
            sum += centre[i] * at(displacements, tip, i, pulled);
        }
        return sum;
    }
}
