// SPDX-License-Identifier: Apache-2.0
package org.gidn.core;

import java.util.Locale;

/**
 * Texts of others, such as cells of tables and names of files, made fit to be read.
 *
 * @since 1.0
 */
public final class Escapes {
    private Escapes() {}

    /** The text on one line, with the numbers of all characters that are none to be read, as JSON writes them. */
    public static String line(String text) {
        return of(text, "");
    }

    /**
     * The text with the numbers of all characters that are none to be read, as JSON writes them.
     *
     * @param kept those that stay nevertheless, such as line ends
     */
    public static String of(String text, String kept) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmful = harmful(c) && kept.indexOf(c) < 0;
            if (harmful && escaped == null) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (harmful) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** Control characters, those that turn the direction of writing or end a line, and those that nobody sees. */
    private static boolean harmful(char c) {
        return Character.isISOControl(c)
                || c >= '\u2028' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u061c'
                || c == '\u200b'
                || c == '\ufeff';
    }
}
