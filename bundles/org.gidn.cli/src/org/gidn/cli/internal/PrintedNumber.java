// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.Locale;

/** How the command line prints values: with so many decimals where these tell enough of them, else by their leading digits. */
final class PrintedNumber {
    private static final double LARGE = 1e10;

    private PrintedNumber() {}

    /**
     * A value.
     *
     * @param decimals 1 or more
     * @return empty for NaN
     */
    static String of(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        boolean fixed = size == 0 || size >= Math.pow(10, 1 - decimals) && size < LARGE || Double.isInfinite(size);
        return String.format(Locale.ROOT, fixed ? "%." + decimals + "f" : "%." + (decimals + 1) + "g", value);
    }
}
