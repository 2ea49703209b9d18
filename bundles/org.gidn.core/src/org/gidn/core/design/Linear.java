// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;
import java.util.Objects;
import org.gidn.core.InvalidInputException;

/**
 * A sum of continuous variables that stays within bounds: {@code least ≤ Σ coefficients[i] · x[variables[i]] ≤ most}.
 * Immutable, if the arrays given to it are left alone.
 *
 * @param name what the sum is, for sentences, e.g. {@code the mean of density}
 * @param variables which variables are summed, each once
 * @param coefficients what each of them is multiplied by; finite, not 0
 * @param least −∞ for no bound
 * @param most +∞ for no bound; not below {@code least}
 * @since 1.0
 */
public record Linear(String name, int[] variables, double[] coefficients, double least, double most) {
    /** A sum may miss its bound by so much, relative to the sizes of its terms: rounding. */
    private static final double TOLERANCE = 1e-9;

    /**
     * @throws InvalidInputException if the parts do not fit together
     */
    public Linear {
        if (variables.length == 0 || variables.length != coefficients.length) {
            throw new InvalidInputException("A linear constraint needs as many coefficients as variables, but "
                    + coefficients.length + " and " + variables.length + " were given.");
        }
        for (double coefficient : coefficients) {
            if (coefficient == 0 || !Double.isFinite(coefficient)) {
                throw new InvalidInputException(
                        "A coefficient of " + name + " is " + coefficient + "; it must be finite and not 0.");
            }
        }
        if (!(least <= most)) {
            throw new InvalidInputException(
                    "The bounds of " + name + " must be in order, but are " + least + " and " + most + ".");
        }
    }

    /** The sum for one design. */
    public double sum(double[] design) {
        double sum = 0;
        for (int i = 0; i < variables.length; i++) {
            sum += coefficients[i] * design[variables[i]];
        }
        return sum;
    }

    /** By how much the sum of a design misses its bounds; 0 if it does so by rounding only. */
    public double violation(double[] design) {
        double size = 0;
        for (int i = 0; i < variables.length; i++) {
            size += Math.abs(coefficients[i] * design[variables[i]]);
        }
        double sum = sum(design);
        double missed = Math.max(0, Math.max(least - sum, sum - most));
        return missed <= TOLERANCE * Math.max(size, 1e-300) ? 0 : missed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Linear that
                && name.equals(that.name)
                && Arrays.equals(variables, that.variables)
                && Arrays.equals(coefficients, that.coefficients)
                && least == that.least
                && most == that.most;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(variables), Arrays.hashCode(coefficients), least, most);
    }

    @Override
    public String toString() {
        return name + " from " + least + " to " + most;
    }
}
