// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import org.gidn.core.Escapes;

/** Texts of others, such as titles, names of files and failures, made fit to be printed. */
final class Printable {
    private static final int LONGEST_CELL = 200;
    private static final int LONGEST_SENTENCE = 4_000;

    private Printable() {}

    /** The text with the numbers of all characters that are none to be read, as JSON writes them, but of tabs and line ends. */
    static String text(String text) {
        return Escapes.of(text, "\n\t" + System.lineSeparator());
    }

    /** The text on one line, shortened in its middle if it is longer than anybody reads. */
    static String sentence(String text) {
        return shortened(Escapes.line(text.strip()), LONGEST_SENTENCE);
    }

    /** The text on one line, as long as a column of a table may be wide. */
    static String cell(String text) {
        return shortened(Escapes.line(text), LONGEST_CELL);
    }

    private static String shortened(String text, int longest) {
        int over = text.length() - longest;
        return over <= 0
                ? text
                : text.substring(0, longest * 3 / 4) + " … (" + over + " characters) … "
                        + text.substring(longest * 3 / 4 + over);
    }
}
