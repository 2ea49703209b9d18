// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.declared;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Blanks;

/**
 * The words of a text: blanks separate them, and whatever stands between two single or two double quotes belongs to one word as
 * it is. Nothing else has a meaning, no backslash, dollar or star.
 */
public final class Words {
    private Words() {}

    /**
     * Splits a text.
     *
     * @param setting what it is called in messages
     * @throws InvalidInputException if a quote is not closed
     */
    public static List<String> of(String text, String setting) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && Blanks.is(c)) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new InvalidInputException("Setting '" + setting + "' has a quote " + quote
                    + " that is not closed; close it, or put one of the other kind around it.");
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
