// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A part of the designs about which nothing final is proved yet.
 *
 * @param decided one value a variable: 0 or 1, NaN where it is open
 * @param bound the sign of the goal times an upper bound of its designs
 * @param designs how many there are
 * @param number counts the parts in the order in which they came up
 */
public record OpenPart(double[] decided, double bound, double designs, long number) {
    /** The worst bound first, of equal ones the smallest part, so that the search goes down where nothing is known. */
    public static final Comparator<OpenPart> ORDER = Comparator.comparingDouble(OpenPart::bound)
            .reversed()
            .thenComparingDouble(OpenPart::designs)
            .thenComparingLong(OpenPart::number);

    /** Variables that are written in one number, in base 3. */
    private static final int PACKED = 32;

    /** All designs of so many variables with so many zeros. */
    public static OpenPart whole(int variables, int zeros) {
        double[] decided = new double[variables];
        Arrays.fill(decided, Double.NaN);
        return new OpenPart(decided, Double.POSITIVE_INFINITY, ways(variables, zeros), 0);
    }

    /**
     * The designs of this part with a value of a variable.
     *
     * @param zeros how many zeros a design of the whole has
     */
    public OpenPart with(int variable, double value, double newBound, int zeros, long newNumber) {
        double[] narrower = decided.clone();
        narrower[variable] = value;
        int open = 0;
        int left = zeros;
        for (double each : narrower) {
            open += Double.isNaN(each) ? 1 : 0;
            left -= each == 0 ? 1 : 0;
        }
        return new OpenPart(narrower, newBound, ways(open, left), newNumber);
    }

    private static double ways(int open, int zeros) {
        if (zeros < 0 || zeros > open) {
            return 0;
        }
        double ways = 1;
        for (int i = 0; i < zeros; i++) {
            ways *= (open - i) / (i + 1.0);
        }
        return Math.rint(ways);
    }

    /** How many numbers {@link #write} fills. */
    public static int length(int variables) {
        return 3 + (variables + PACKED - 1) / PACKED;
    }

    /** Writes the part as numbers. */
    public void write(double[] to, int from) {
        to[from] = bound;
        to[from + 1] = designs;
        to[from + 2] = number;
        for (int j = 0; j < decided.length; j++) {
            int digit = Double.isNaN(decided[j]) ? 2 : (int) decided[j];
            to[from + 3 + j / PACKED] = to[from + 3 + j / PACKED] * 3 + digit;
        }
    }

    /** Reads what {@link #write} wrote. */
    public static OpenPart read(double[] from, int at, int variables) {
        double[] decided = new double[variables];
        for (int word = 0; word * PACKED < variables; word++) {
            long digits = (long) from[at + 3 + word];
            for (int j = Math.min(variables, (word + 1) * PACKED) - 1; j >= word * PACKED; j--) {
                decided[j] = digits % 3 == 2 ? Double.NaN : digits % 3;
                digits /= 3;
            }
        }
        return new OpenPart(decided, from[at], from[at + 1], (long) from[at + 2]);
    }
}
