// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import org.gidn.core.material.Material;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * A stiff and a soft phase; Young's modulus is linear in the design variable between them.
 *
 * @since 1.0
 */
public final class TwoPhaseMaterial extends IsotropicMaterial {
    private final double soft;

    /**
     * @param modulusRatio Young's modulus of the stiff over that of the soft phase, above 0
     * @param poissonRatio Poisson's ratio of both phases, above −1 and below 0.5
     * @throws org.gidn.core.InvalidInputException if one is out of range
     */
    public TwoPhaseMaterial(double modulusRatio, double poissonRatio) {
        super(poissonRatio);
        this.soft = 1 / requireRatio(modulusRatio);
    }

    @Override
    public double modulus(double variable) {
        return soft + variable * (1 - soft);
    }

    @Override
    public double modulusDerivative(double variable) {
        return 1 - soft;
    }

    /** Makes the material from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Material> {
        @Override
        public Material create(Settings settings) {
            return new TwoPhaseMaterial(settings.real("modulusRatio"), settings.real("poissonRatio"));
        }
    }
}
