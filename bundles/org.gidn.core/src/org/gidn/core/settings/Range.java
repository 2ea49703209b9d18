// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.settings;

/**
 * An interval of numbers.
 *
 * @param min lower end, −∞ if there is none
 * @param minAllowed whether the lower end itself belongs to it
 * @param max upper end, +∞ if there is none
 * @param maxAllowed whether the upper end itself belongs to it
 * @since 1.0
 */
public record Range(double min, boolean minAllowed, double max, boolean maxAllowed) {
    /** All numbers. */
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    /**
     * Reads the attributes of a declaration.
     *
     * @param min lower end, {@code ">0"} if zero itself is not allowed; null if there is none
     * @param max upper end, {@code "<1"} if one itself is not allowed; null if there is none
     */
    public static Range parse(String min, String max) {
        boolean openMin = min == null || min.startsWith(">");
        boolean openMax = max == null || max.startsWith("<");
        return new Range(
                min == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(openMin ? min.substring(1) : min),
                !openMin,
                max == null ? Double.POSITIVE_INFINITY : Double.parseDouble(openMax ? max.substring(1) : max),
                !openMax);
    }

    public boolean contains(double value) {
        return (minAllowed ? value >= min : value > min) && (maxAllowed ? value <= max : value < max);
    }

    double checked(Parameter parameter, double value) {
        if (!contains(value)) {
            throw parameter.refused(Parameter.Type.INTEGER == parameter.type() ? (Object) (long) value : value, text());
        }
        return value;
    }

    /** In words for the user, e.g. {@code a number above 0 and at most 1}. */
    public String text() {
        String low = min == Double.NEGATIVE_INFINITY ? "" : (minAllowed ? " of at least " : " above ") + number(min);
        String high = max == Double.POSITIVE_INFINITY ? "" : (maxAllowed ? " at most " : " below ") + number(max);
        return "a number" + low + (low.isEmpty() || high.isEmpty() ? "" : " and") + high;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
