// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Level;
import org.gidn.core.material.Material;

/**
 * An isotropic material in plane stress whose Young's modulus depends on the design variable. Stresses are in units of
 * the stiff phase's modulus.
 *
 * <p>Every element absorbs the same energy in uniaxial tension before it fails, ½ E ε_f² (supporting information, Fig. S17),
 * so its failure form is E ε_xx² in those units.
 *
 * @since 1.0
 */
public abstract class IsotropicMaterial implements Material {
    private static final List<Level> PHASES = List.of(new Level("soft"), new Level("stiff"));

    private final double poissonRatio;

    /**
     * @param poissonRatio Poisson's ratio of all phases, above −1 and below 0.5
     * @throws InvalidInputException if it is out of range
     */
    protected IsotropicMaterial(double poissonRatio) {
        if (!(poissonRatio > -1 && poissonRatio < 0.5)) {
            throw new InvalidInputException(
                    "Poisson's ratio must lie above −1 and below 0.5, but is " + poissonRatio + ".");
        }
        this.poissonRatio = poissonRatio;
    }

    /** Checks a ratio of moduli. */
    static double requireRatio(double modulusRatio) {
        if (!(modulusRatio > 0) || Double.isInfinite(modulusRatio)) {
            throw new InvalidInputException("The modulus ratio must be a number above 0, but is " + modulusRatio + ".");
        }
        return modulusRatio;
    }

    /** Young's modulus over that of the stiff phase; 1 where the variable is 1. */
    public abstract double modulus(double variable);

    /** The derivative of {@link #modulus}. */
    public abstract double modulusDerivative(double variable);

    public double poissonRatio() {
        return poissonRatio;
    }

    @Override
    public void stiffness(double variable, double[] stiffness) {
        fill(modulus(variable), stiffness);
    }

    @Override
    public void stiffnessDerivative(double variable, double[] derivative) {
        fill(modulusDerivative(variable), derivative);
    }

    private void fill(double modulus, double[] stiffness) {
        double diagonal = modulus / (1 - poissonRatio * poissonRatio);
        stiffness[0] = diagonal;
        stiffness[1] = diagonal * poissonRatio;
        stiffness[2] = diagonal;
        stiffness[3] = 0;
        stiffness[4] = 0;
        stiffness[5] = diagonal * (1 - poissonRatio) / 2;
    }

    @Override
    public void failure(double variable, double[] failure) {
        tension(modulus(variable), failure);
    }

    @Override
    public void failureDerivative(double variable, double[] derivative) {
        tension(modulusDerivative(variable), derivative);
    }

    private static void tension(double modulus, double[] failure) {
        failure[0] = modulus;
        for (int entry = 1; entry < ENTRIES; entry++) {
            failure[entry] = 0;
        }
    }

    /** Soft and stiff. */
    @Override
    public List<Level> phases() {
        return PHASES;
    }

    @Override
    public double scale(double variable) {
        return modulus(variable);
    }
}
