// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;

/**
 * One of the values that a cell of {@linkplain Block#phases phases} or a {@linkplain Block#categories category} takes.
 *
 * @param name what it is called: one word of letters, digits and {@code _ . + -}, e.g. {@code steel}
 * @param colour how it is drawn, {@code #rrggbb}; {@code ""} leaves that to the picture
 * @since 1.0
 */
public record Level(String name, String colour) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.+-]{1,60}");
    private static final Pattern COLOUR = Pattern.compile("(#[0-9a-fA-F]{6})?");

    /**
     * @throws InvalidInputException if the name is no such word or the colour none
     */
    public Level {
        if (!WORD.matcher(name).matches()) {
            throw new InvalidInputException(
                    "'" + name
                            + "' cannot be the name of a level; it must be one word of letters, digits, '_', '.', '+' and '-'.");
        }
        if (!COLOUR.matcher(colour).matches()) {
            throw new InvalidInputException("Level '" + name + "' has the colour '" + colour
                    + "'; a colour is written as # and six hexadecimal digits.");
        }
    }

    /** A level whose colour is the picture's business. */
    public Level(String name) {
        this(name, "");
    }
}
