// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

/**
 * Which values of an objective are good.
 *
 * @since 1.0
 */
public enum Goal {
    MAXIMISE,
    MINIMISE;

    /** Whether {@code a} is better than {@code b}; NaN is better than nothing. */
    public boolean better(double a, double b) {
        return this == MAXIMISE
                ? a > b || !Double.isNaN(a) && Double.isNaN(b)
                : a < b || !Double.isNaN(a) && Double.isNaN(b);
    }

    /** +1 where large values are good, −1 where small ones are. */
    public int sign() {
        return this == MAXIMISE ? 1 : -1;
    }
}
