// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.Level;
import org.gidn.core.material.Material;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Decimal;

/**
 * Any number of phases, each with a Young's modulus of its own, which is linear in the design variable from one to the next.
 * Stresses are in units of the last phase's modulus.
 *
 * @since 1.0
 */
public final class MultiPhaseMaterial extends IsotropicMaterial {
    /** What division by the number of steps between phases and multiplication by it may leave. */
    private static final double ROUNDING = 1e-12;

    private final List<Level> phases;
    private final double[] moduli;

    /**
     * @param names the phases' names
     * @param moduli Young's modulus of each phase, in any unit, above 0
     * @param poissonRatio Poisson's ratio of all phases, above −1 and below 0.5
     * @throws InvalidInputException if there are not 2 to 36 phases, not as many names as moduli, or a value is out of range
     */
    public MultiPhaseMaterial(List<String> names, double[] moduli, double poissonRatio) {
        super(poissonRatio);
        if (moduli.length < 2 || moduli.length > Block.MOST_LEVELS) {
            throw new InvalidInputException("A material of several phases needs 2 to " + Block.MOST_LEVELS
                    + " moduli, but has " + moduli.length + ".");
        }
        if (names.size() != moduli.length) {
            throw new InvalidInputException("A material of " + moduli.length
                    + " moduli needs as many names of phases, but" + " has " + names.size() + ".");
        }
        for (double modulus : moduli) {
            if (!(modulus > 0) || Double.isInfinite(modulus)) {
                throw new InvalidInputException("A modulus must be a number above 0, but one is " + modulus + ".");
            }
        }
        this.phases = names.stream().map(Level::new).toList();
        double last = moduli[moduli.length - 1];
        this.moduli = Arrays.stream(moduli).map(modulus -> modulus / last).toArray();
    }

    @Override
    public List<Level> phases() {
        return phases;
    }

    @Override
    public double modulus(double variable) {
        double place = place(variable);
        int below = below(place);
        double share = place - below;
        return (1 - share) * moduli[below] + share * moduli[below + 1];
    }

    /** At a phase in the middle, the derivative towards the next. */
    @Override
    public double modulusDerivative(double variable) {
        int below = below(place(variable));
        return (moduli.length - 1) * (moduli[below + 1] - moduli[below]);
    }

    /** Number of a phase, or a place between two of them. */
    private double place(double variable) {
        double place = variable * (moduli.length - 1);
        double whole = Math.rint(place);
        return Math.abs(place - whole) < ROUNDING * moduli.length ? whole : place;
    }

    private int below(double place) {
        return Math.max(0, Math.min(moduli.length - 2, (int) place));
    }

    /** Makes the material from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Material> {
        @Override
        public Material create(Settings settings) {
            double[] moduli = words(settings, "moduli").stream()
                    .mapToDouble(Maker::modulus)
                    .toArray();
            return new MultiPhaseMaterial(words(settings, "names"), moduli, settings.real("poissonRatio"));
        }

        private static List<String> words(Settings settings, String name) {
            return List.of(settings.text(name).strip().split("[\\s,]+"));
        }

        private static double modulus(String text) {
            double modulus = Decimal.parse(text);
            if (Double.isNaN(modulus)) {
                throw new InvalidInputException(
                        "Setting 'moduli' must be numbers with spaces between, such as '1 3 10', but" + " has '" + text
                                + "'.");
            }
            return modulus;
        }
    }
}
