// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * Rational approximation of material properties: Young's modulus rises from the soft to the stiff phase as
 * {@code x / (1 + q (1 − x))}, which punishes intermediate values as a power law does but has a slope at x = 0 (Stolpe and
 * Svanberg 2001, in the form that keeps a least modulus).
 *
 * @since 1.0
 */
public final class RampMaterial extends IsotropicMaterial {
    private final double soft;
    private final double penalty;

    /**
     * @param modulusRatio Young's modulus of the stiff over that of the soft phase, above 0
     * @param poissonRatio Poisson's ratio of both phases, above −1 and below 0.5
     * @param penalty q, at least 0; 0 makes the modulus linear
     * @throws InvalidInputException if one is out of range
     */
    public RampMaterial(double modulusRatio, double poissonRatio, double penalty) {
        super(poissonRatio);
        if (!(penalty >= 0) || Double.isInfinite(penalty)) {
            throw new InvalidInputException("The penalty must be a number of at least 0, but is " + penalty + ".");
        }
        this.soft = 1 / requireRatio(modulusRatio);
        this.penalty = penalty;
    }

    @Override
    public double modulus(double variable) {
        return soft + variable / (1 + penalty * (1 - variable)) * (1 - soft);
    }

    @Override
    public double modulusDerivative(double variable) {
        double denominator = 1 + penalty * (1 - variable);
        return (1 + penalty) / (denominator * denominator) * (1 - soft);
    }

    /** Makes the material from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Material> {
        @Override
        public Material create(Settings settings) {
            return new RampMaterial(
                    settings.real("modulusRatio"), settings.real("poissonRatio"), settings.real("penalty"));
        }
    }
}
