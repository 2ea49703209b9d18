// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

/**
 * Numbers as people and other programs write them: digits, a decimal point, an exponent. Not what Java takes besides, such as
 * {@code 1.5d}, {@code 0x1p3} or {@code NaN}.
 *
 * @since 1.0
 */
public final class Decimal {
    private Decimal() {}

    /** The finite number that a text says; NaN if it says none. */
    public static double parse(String text) {
        int last = text.length() - 1;
        if (last < 0
                || !(Character.isDigit(text.charAt(last)) || text.charAt(last) == '.')
                || Character.isWhitespace(text.charAt(0))
                || text.indexOf('x') >= 0
                || text.indexOf('X') >= 0) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
