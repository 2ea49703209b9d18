// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

/** Texts of others, such as titles, names of files and failures, made fit to be printed. */
final class Printable {
    private static final int LONGEST_CELL = 200;
    private static final int LONGEST_SENTENCE = 4_000;

    private Printable() {}

    /** The text with the numbers of all characters that are none to be read, as JSON writes them, but of tabs and line ends. */
    static String text(String text) {
        return escaped(text, "\n\t" + System.lineSeparator());
    }

    /** The text on one line, shortened in its middle if it is longer than anybody reads. */
    static String sentence(String text) {
        return shortened(escaped(text.strip(), ""), LONGEST_SENTENCE);
    }

    /** The text on one line, as long as a column of a table may be wide. */
    static String cell(String text) {
        return shortened(escaped(text, ""), LONGEST_CELL);
    }

    private static String shortened(String text, int longest) {
        int over = text.length() - longest;
        return over <= 0
                ? text
                : text.substring(0, longest * 3 / 4) + " … (" + over + " characters) … "
                        + text.substring(longest * 3 / 4 + over);
    }

    private static String escaped(String text, String kept) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmful = harmful(c) && kept.indexOf(c) < 0;
            if (harmful && escaped == null) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (harmful) {
                escaped.append(String.format("\\u%04x", (int) c));
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** Control characters, and those that turn the direction of writing or end a line. */
    private static boolean harmful(char c) {
        return Character.isISOControl(c)
                || c >= '\u2028' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u061c';
    }
}
