// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

import java.util.regex.Pattern;

/**
 * Numbers as people and other programs write them: digits, a decimal point, an exponent. Not what Java takes besides, such as
 * {@code 1.5d}, {@code 0x1p3}, {@code NaN}, or blanks and control characters around it.
 *
 * @since 1.0
 */
public final class Decimal {
    private static final Pattern FORM =
            Pattern.compile("[-+]?(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?+");

    private Decimal() {}

    /** The finite number that a text says; NaN if it says none. */
    public static double parse(String text) {
        if (!isWritten(text)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : Double.NaN;
    }

    /** Whether a text is written as a number is, though perhaps one too large for us. */
    static boolean isWritten(String text) {
        return FORM.matcher(text).matches();
    }
}
