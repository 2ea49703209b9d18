// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.util.Objects;
import org.gidn.core.Escapes;

/** What every reader promises; a broken promise is what a fuzzer looks for. */
final class Promise {
    private static final int LONGEST = 10_000;

    private Promise() {}

    /** Says that two things are equal, as they have to be. */
    static void equal(Object expected, Object actual) {
        kept(Objects.equals(expected, actual), actual + " instead of " + expected);
    }

    static void kept(boolean kept, String what) {
        if (!kept) {
            throw new AssertionError(what);
        }
    }

    /** A refusal is one sentence on one line, fit to be shown on a terminal. */
    static void sentence(String message) {
        kept(message != null && !message.isBlank(), "a refusal without a word");
        kept(message.equals(Escapes.line(message)), "a refusal with control characters: " + Escapes.line(message));
        kept(message.length() <= LONGEST, "a refusal of " + message.length() + " characters");
        kept(message.matches("(?s).*[.?)]"), "a refusal that is no sentence: " + message);
    }
}
