// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Decimal;

/** Bounds as settings give them, of which one may be left out. */
record Bounds(double least, double most) {
    /**
     * Reads the settings {@code least} and {@code most}.
     *
     * @param what what is bounded, to begin a sentence
     * @throws InvalidInputException if there is none, or one is no number
     */
    static Bounds of(Settings settings, String what) {
        double least = bound(settings.text("least"), "least", Double.NEGATIVE_INFINITY);
        double most = bound(settings.text("most"), "most", Double.POSITIVE_INFINITY);
        if (least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
            throw new InvalidInputException(what + " has no bound; give 'least', 'most' or both.");
        }
        return new Bounds(least, most);
    }

    private static double bound(String text, String name, double none) {
        double bound = text.isEmpty() ? none : Decimal.parse(text);
        if (Double.isNaN(bound)) {
            throw new InvalidInputException(
                    "Setting '" + name + "' is '" + text + "', where a number or nothing is expected.");
        }
        return bound;
    }
}
