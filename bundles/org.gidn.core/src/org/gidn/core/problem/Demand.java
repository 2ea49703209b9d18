// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.Optional;
import org.gidn.core.InvalidInputException;

/**
 * Bounds of a measured value. A design beyond them is evaluated and kept, but is no solution.
 *
 * @param output which output of the problem, from 0
 * @param name its name
 * @param least −∞ for no bound
 * @param most +∞ for no bound; not below {@code least}
 * @param penalty how much worse a design counts for a method for each violation by the size of the bound; above 0
 * @since 1.0
 */
public record Demand(int output, String name, double least, double most, double penalty) {
    /**
     * @throws InvalidInputException if the bounds are out of order
     */
    public Demand {
        if (!(least <= most)) {
            throw new InvalidInputException(
                    "The bounds of measured '" + name + "' must be in order, but are " + least + " and " + most + ".");
        }
        if (!(penalty > 0)) {
            throw new InvalidInputException(
                    "The penalty of measured '" + name + "' must be above 0, but is " + penalty + ".");
        }
    }

    /**
     * By how much a value misses a bound, in sizes of that bound; of a bound of 0 as it is. 0 if the value lies within, and for
     * NaN: a design that failed has missed nothing.
     */
    public double violation(double value) {
        double bound = value < least ? least : most;
        double missed = Math.max(0, Math.max(least - value, value - most));
        return !(missed > 0) ? 0 : missed / (bound == 0 ? 1 : Math.abs(bound));
    }

    /** Why a design with a value is no solution, to follow its name in a sentence; nothing if it may be one. */
    public Optional<String> objection(double value) {
        return violation(value) == 0
                ? Optional.empty()
                : Optional.of("has a " + name + " of " + value + ", where "
                        + (value < least ? least + " is the least" : most + " is the most"));
    }
}
