// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

import java.util.Locale;

/**
 * Counts of things as the user reads them, e.g. {@code 1 run} and {@code 12,000 runs}.
 *
 * @since 1.0
 */
public final class Count {
    private Count() {}

    /** A number alone, e.g. {@code 12,000}. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * So many things.
     *
     * @param thing one of them, e.g. {@code run}; its plural ends in s
     */
    public static String of(long count, String thing) {
        return of(count, thing, thing + "s");
    }

    /**
     * So many steps of work.
     *
     * @param unit what a step is, in the plural, e.g. {@code starts}
     */
    public static String ofMany(long count, String unit) {
        return of(count, one(unit), unit);
    }

    /** What a step is, in the singular. */
    private static String one(String unit) {
        if (unit.endsWith("ies")) {
            return unit.substring(0, unit.length() - 3) + "y";
        }
        return unit.matches(".*(ch|sh|ss|x)es") ? unit.substring(0, unit.length() - 2) : unit.replaceFirst("s$", "");
    }

    /**
     * So many things, whatever is said of them.
     *
     * @param one what stands after the number for one, e.g. {@code run that was}
     * @param many what stands there for any other number, e.g. {@code runs that were}
     */
    public static String of(long count, String one, String many) {
        return of(count) + " " + (count == 1 ? one : many);
    }
}
