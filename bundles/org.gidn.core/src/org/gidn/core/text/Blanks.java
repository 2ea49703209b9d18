// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

/**
 * What counts as nothing around a cell, a word or a number: spaces of any width, tabs and line ends. Control characters do not,
 * since no one sees them and no one can tell what they were meant to be.
 *
 * @since 1.0
 */
public final class Blanks {
    /** The blanks, to stand within the brackets of a regular expression. */
    public static final String CLASS = "\\p{Zs}\\t\\r\\n";

    private Blanks() {}

    /** Whether a character is a blank. */
    public static boolean is(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** The text without the blanks around it. */
    public static String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && is(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }
}
