// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Solid isotropic material with penalisation: Young's modulus rises from the soft to the stiff phase with a power of the
 * design variable, which makes intermediate values a poor bargain (Bendsøe and Sigmund 1999, in the form that keeps a
 * least modulus).
 *
 * @since 1.0
 */
public final class SimpMaterial extends IsotropicMaterial {
    private final double soft;
    private final double power;

    /**
     * @param modulusRatio Young's modulus of the stiff over that of the soft phase, above 0
     * @param poissonRatio Poisson's ratio of both phases, above −1 and below 0.5
     * @param power exponent of the design variable, at least 1
     * @throws InvalidInputException if one is out of range
     */
    public SimpMaterial(double modulusRatio, double poissonRatio, double power) {
        super(poissonRatio);
        if (!(power >= 1) || Double.isInfinite(power)) {
            throw new InvalidInputException("The power must be a number of at least 1, but is " + power + ".");
        }
        this.soft = 1 / requireRatio(modulusRatio);
        this.power = power;
    }

    @Override
    public double modulus(double variable) {
        return soft + Math.pow(variable, power) * (1 - soft);
    }

    @Override
    public double modulusDerivative(double variable) {
        return power * Math.pow(variable, power - 1) * (1 - soft);
    }

    /** Makes the material from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Material> {
        @Override
        public Material create(Settings settings) {
            return new SimpMaterial(
                    settings.real("modulusRatio"), settings.real("poissonRatio"), settings.real("power"));
        }
    }
}
