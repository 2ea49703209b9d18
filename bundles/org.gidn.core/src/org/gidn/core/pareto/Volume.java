// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.pareto;

/**
 * A hypervolume, as exactly as it is known.
 *
 * @param value in the product of the objectives' units
 * @param error its standard error if it is an estimate; 0 if it is exact
 * @since 1.0
 */
public record Volume(double value, double error) {
    /** Whether it was summed up, not estimated. */
    public boolean exact() {
        return error == 0;
    }
}
