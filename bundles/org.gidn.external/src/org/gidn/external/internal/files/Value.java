// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

/**
 * What an expression of a template stands for: a text or a number.
 *
 * @param text the text; null for a number
 * @param number the number
 * @param whole whether it is written without a point
 */
record Value(String text, double number, boolean whole) {
    private static final double MOST_WHOLE = 1L << 53;

    static Value of(String text) {
        return new Value(text, Double.NaN, false);
    }

    static Value of(double number, boolean whole) {
        return new Value(null, number, whole && Math.abs(number) < MOST_WHOLE);
    }

    /** As it is written where no format is given: numbers with all their digits. */
    @Override
    public String toString() {
        if (text != null) {
            return text;
        }
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
