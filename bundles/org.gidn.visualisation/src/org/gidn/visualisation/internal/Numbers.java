// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as a reader of a figure or a table wants them. */
public final class Numbers {
    /** A power that differs by less from a whole number is meant to be whole. */
    private static final double SLIGHT = 1e-6;

    private Numbers() {}

    /** Four significant digits at most, without needless zeros, e.g. 0.0042, 69.42, 1.2e6; a dash for NaN. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return trim(String.format(Locale.ROOT, "%.2e", value));
        }
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return trim(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /**
     * Ten to the given power as a label of a logarithmic axis, e.g. 31.62 for the power 1.5. Whole powers are 0.001, 1 and
     * 1,000 on an axis that can be written so from end to end, else 10⁻³, 10⁰ and 10³.
     *
     * @param lower the axis's least exponent
     * @param upper the axis's greatest exponent
     */
    public static String power(double exponent, double lower, double upper) {
        int whole = (int) Math.rint(exponent);
        if (Math.abs(exponent - whole) > SLIGHT) {
            return brief(Math.pow(10, exponent));
        }
        if (Math.ceil(lower - SLIGHT) >= -3 && Math.floor(upper + SLIGHT) <= 5) {
            return whole < 0 ? brief(Math.pow(10, whole)) : whole(Math.round(Math.pow(10, whole)));
        }
        StringBuilder text = new StringBuilder(whole < 0 ? "10⁻" : "10");
        for (char digit : Integer.toString(Math.abs(whole)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }

    /** Writes the values of a linear axis, with decimals enough to tell its ticks apart. */
    public static NumberFormat ofAxis(double lower, double upper) {
        int size = magnitude(Math.max(Math.abs(lower), Math.abs(upper)));
        int range = magnitude(upper - lower);
        boolean plain = size > -4 && size < 7;
        DecimalFormatSymbols english = DecimalFormatSymbols.getInstance(Locale.ROOT);
        DecimalFormat format = new DecimalFormat(plain ? "#,##0" : "0E0", english) {
            private static final long serialVersionUID = 1L;

            /** Nought is written neither 0E0 nor -0. */
            @Override
            public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
                return number == 0 ? target.append('0') : super.format(number, target, position);
            }
        };
        format.setMaximumFractionDigits(Math.max(0, 2 - range + (plain ? 0 : size)));
        return format;
    }

    private static int magnitude(double size) {
        return size > 0 ? (int) Math.floor(Math.log10(size)) : 0;
    }

    private static String trim(String text) {
        return text.contains(".") ? text.replaceFirst("\\.?0+(e|$)", "$1") : text;
    }

    /** A whole number with its thousands set apart, e.g. 10,518,300. */
    public static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
