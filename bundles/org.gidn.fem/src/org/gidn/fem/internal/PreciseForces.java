// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * The internal forces of a displaced mesh as if calculated in twice the precision, by sums and products that keep what is
 * rounded off (Ogita, Rump and Oishi 2005, Accurate sum and dot product). Not thread-safe.
 */
public final class PreciseForces {
    private static final int DOFS = BilinearElement.DOFS;

    private final Mesh mesh;
    private final double[] sums;
    private final double[] roundedOff;
    /** The stiffness matrix of a finite element, and what is rounded off from its entries. */
    private final double[] stiffness = new double[DOFS * DOFS];

    private final double[] stiffnessRest = new double[DOFS * DOFS];

    /** All forces are zero. */
    public PreciseForces(Mesh mesh) {
        this.mesh = mesh;
        this.sums = new double[mesh.dofs()];
        this.roundedOff = new double[mesh.dofs()];
    }

    /** Sets the stiffness of the material that the elements added from now on are made of. */
    public void setMaterial(double[] entries) {
        double[][] unit = mesh.element().unitStiffness();
        Arrays.fill(stiffness, 0);
        Arrays.fill(stiffnessRest, 0);
        for (int entry = 0; entry < Material.ENTRIES; entry++) {
            for (int i = 0; i < stiffness.length; i++) {
                addProduct(stiffness, stiffnessRest, i, entries[entry], unit[entry][i]);
            }
        }
    }

    /**
     * Adds the forces of one finite element.
     *
     * @param displacements of all degrees of freedom
     */
    public void add(int quad, double[] displacements) {
        for (int i = 0; i < DOFS; i++) {
            int dof = mesh.dof(quad, i);
            for (int j = 0; j < DOFS; j++) {
                double moved = displacements[mesh.dof(quad, j)];
                addProduct(sums, roundedOff, dof, stiffness[DOFS * i + j], moved);
                roundedOff[dof] += stiffnessRest[DOFS * i + j] * moved;
            }
        }
    }

    /** sums[i] + rests[i] ← sums[i] + rests[i] + a b. */
    private static void addProduct(double[] sums, double[] rests, int i, double a, double b) {
        double product = a * b;
        double sum = sums[i] + product;
        double added = sum - sums[i];
        rests[i] += sums[i] - (sum - added) + (product - added) + Math.fma(a, b, -product);
        sums[i] = sum;
    }

    /** What a force falls short of a given one. */
    public double missing(int dof, double force) {
        return force - sums[dof] - roundedOff[dof];
    }
}
