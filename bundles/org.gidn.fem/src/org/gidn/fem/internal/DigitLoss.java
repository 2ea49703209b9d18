// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import org.gidn.core.material.Material;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * Measures how much larger than rounding the error of a plate's toughness may be: in elimination, and where a strain at the
 * crack tip is the small difference of large displacements.
 */
public final class DigitLoss {
    /** For each strain, the sum of the sizes of what the displacements are multiplied by. */
    private final double[] norms = new double[3];

    private final double prescribed;

    public DigitLoss(Mesh mesh) {
        double[][] centre = mesh.element().strainDisplacement(0, 0);
        for (int row = 0; row < norms.length; row++) {
            for (int local = 0; local < BilinearElement.DOFS; local++) {
                norms[row] += Math.abs(centre[row][local]);
            }
        }
        double greatest = 0;
        for (double displacement : mesh.prescribed()) {
            greatest = Double.isNaN(displacement) ? greatest : Math.max(greatest, Math.abs(displacement));
        }
        this.prescribed = greatest;
    }

    /**
     * What the failure measure εᵀ F ε of a crack tip would be if no displacements cancelled each other.
     *
     * @param form F, the entries of {@link Material#failure}
     * @param moved the greatest displacement of the tip's nodes
     */
    public double uncancelled(double[] form, double moved) {
        double x = norms[0];
        double y = norms[1];
        double xy = norms[2];
        double sum = Math.abs(form[0]) * x * x
                + Math.abs(form[2]) * y * y
                + Math.abs(form[5]) * xy * xy
                + 2 * (Math.abs(form[1]) * x * y + Math.abs(form[3]) * x * xy + Math.abs(form[4]) * y * xy);
        double greatest = Math.max(moved, prescribed);
        return greatest * greatest * sum;
    }

    /**
     * The measure, 1 or more.
     *
     * @param shrinkage the greatest ratio of a diagonal entry of the stiffness matrix to that of its factor
     * @param failure the failure measure of the crack tip
     * @param uncancelled what it would be if nothing cancelled
     */
    public static double of(double shrinkage, double failure, double uncancelled) {
        return shrinkage * Math.sqrt(uncancelled / failure);
    }
}
