// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.core.material.Material;

/**
 * When an element alone fails in tension along x, free to move across.
 *
 * @param strain ε_xx at failure
 * @param stress σ_xx at failure
 */
record UniaxialFailure(double strain, double stress) {
    static UniaxialFailure of(Material material, double variable) {
        double[] d = new double[Material.ENTRIES];
        double[] f = new double[Material.ENTRIES];
        material.stiffness(variable, d);
        material.failure(variable, f);
        // Strains under σ_yy = τ_xy = 0, for ε_xx = 1.
        double determinant = d[2] * d[5] - d[4] * d[4];
        double yy = (d[4] * d[3] - d[1] * d[5]) / determinant;
        double xy = (d[4] * d[1] - d[3] * d[2]) / determinant;
        double modulus = d[0] + d[1] * yy + d[3] * xy;
        double measure = f[0] + f[2] * yy * yy + f[5] * xy * xy + 2 * (f[1] * yy + f[3] * xy + f[4] * yy * xy);
        double strain = 1 / Math.sqrt(measure);
        return new UniaxialFailure(strain, modulus * strain);
    }

    /** The energy that a unit of volume has taken up. */
    double energy() {
        return strain * stress / 2;
    }
}
