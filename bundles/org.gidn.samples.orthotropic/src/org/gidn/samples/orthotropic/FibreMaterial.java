// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.orthotropic;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Level;
import org.gidn.core.material.Material;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * An orthotropic stiff phase, such as a composite of parallel fibres, and an isotropic soft phase. The stiffness is linear
 * in the design variable between them. Stresses are in units of the stiff phase's modulus along its fibres.
 *
 * <p>As with the product's own materials, every element absorbs the same energy in uniaxial tension along x before it
 * fails, so the failure form is E_x ε_xx², where E_x is Young's modulus along x.
 */
public final class FibreMaterial implements Material {
    private final double[] soft;
    private final double[] stiff;
    private final double[] difference = new double[ENTRIES];

    /**
     * @param modulusRatio modulus of the stiff phase along its fibres over that of the soft phase, above 0
     * @param transverseRatio modulus of the stiff phase across its fibres over that along them, above 0
     * @param shearRatio shear modulus of the stiff phase over its modulus along the fibres, above 0
     * @param poissonRatio Poisson's ratio of the soft phase, and ν₁₂ of the stiff one
     * @param angle direction of the fibres, in degrees from x
     * @throws InvalidInputException if the stiff phase's stiffness is not positive definite
     */
    public FibreMaterial(
            double modulusRatio, double transverseRatio, double shearRatio, double poissonRatio, double angle) {
        if (!(poissonRatio * poissonRatio * transverseRatio < 1)) {
            throw new InvalidInputException("Poisson's ratio squared times the transverse ratio must be below 1, or the"
                    + " stiff phase gives way by itself, but it is " + poissonRatio * poissonRatio * transverseRatio
                    + ".");
        }
        this.stiff = rotated(planeStress(1, transverseRatio, shearRatio, poissonRatio), Math.toRadians(angle));
        this.soft = planeStress(1, 1, 1 / (2 * (1 + poissonRatio)), poissonRatio);
        for (int entry = 0; entry < ENTRIES; entry++) {
            soft[entry] /= modulusRatio;
            difference[entry] = stiff[entry] - soft[entry];
        }
    }

    /** The stiffness along the axes of the material, Jones (1999), Eq. 2.70. */
    private static double[] planeStress(double along, double across, double shear, double poissonRatio) {
        double denominator = 1 - poissonRatio * poissonRatio * across / along;
        return new double[] {along / denominator, poissonRatio * across / denominator, across / denominator, 0, 0, shear
        };
    }

    /** The stiffness with the material turned counter-clockwise, Jones (1999), Eq. 2.85. */
    private static double[] rotated(double[] q, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double cc = c * c;
        double ss = s * s;
        double mixed = q[1] + 2 * q[5];
        return new double[] {
            q[0] * cc * cc + 2 * mixed * cc * ss + q[2] * ss * ss,
            (q[0] + q[2] - 4 * q[5]) * cc * ss + q[1] * (cc * cc + ss * ss),
            q[0] * ss * ss + 2 * mixed * cc * ss + q[2] * cc * cc,
            (q[0] - mixed) * cc * c * s - (q[2] - mixed) * c * ss * s,
            (q[0] - mixed) * c * ss * s - (q[2] - mixed) * cc * c * s,
            (q[0] + q[2] - 2 * q[1] - 2 * q[5]) * cc * ss + q[5] * (cc * cc + ss * ss)
        };
    }

    @Override
    public void stiffness(double variable, double[] stiffness) {
        for (int entry = 0; entry < ENTRIES; entry++) {
            stiffness[entry] = soft[entry] + variable * difference[entry];
        }
    }

    @Override
    public void stiffnessDerivative(double variable, double[] derivative) {
        System.arraycopy(difference, 0, derivative, 0, ENTRIES);
    }

    @Override
    public void failure(double variable, double[] failure) {
        double[] d = new double[ENTRIES];
        stiffness(variable, d);
        double[] relief = relief(d);
        onlyTension(d[0] + d[1] * relief[0] + d[3] * relief[1], failure);
    }

    /** With e = (1, relief), E_x = eᵀ D e, and e minimises it; so the derivative of E_x is eᵀ D′ e. */
    @Override
    public void failureDerivative(double variable, double[] derivative) {
        double[] d = new double[ENTRIES];
        stiffness(variable, d);
        double[] r = relief(d);
        double[] g = difference;
        onlyTension(
                g[0]
                        + 2 * (g[1] * r[0] + g[3] * r[1])
                        + g[2] * r[0] * r[0]
                        + 2 * g[4] * r[0] * r[1]
                        + g[5] * r[1] * r[1],
                derivative);
    }

    /** The strains ε_yy and γ_xy that go with ε_xx = 1 where nothing holds the material in y. */
    private static double[] relief(double[] d) {
        double determinant = d[2] * d[5] - d[4] * d[4];
        return new double[] {(d[4] * d[3] - d[1] * d[5]) / determinant, (d[4] * d[1] - d[3] * d[2]) / determinant};
    }

    private static void onlyTension(double modulus, double[] form) {
        form[0] = modulus;
        for (int entry = 1; entry < ENTRIES; entry++) {
            form[entry] = 0;
        }
    }

    @Override
    public List<Level> phases() {
        return List.of(new Level("soft"), new Level("fibres"));
    }

    /** Makes the material from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Material> {
        @Override
        public Material create(Settings settings) {
            return new FibreMaterial(
                    settings.real("modulusRatio"),
                    settings.real("transverseRatio"),
                    settings.real("shearRatio"),
                    settings.real("poissonRatio"),
                    settings.real("angle"));
        }
    }
}
