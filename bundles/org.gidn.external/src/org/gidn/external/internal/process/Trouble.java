// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

/** A program gave no values; the message says why in one sentence. */
public final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is. */
    public enum Kind {
        /** The program has ended, or took too long; perhaps it does better another time. */
        CRASH,
        /** Its answer is none. */
        NONSENSE,
        /** It says itself that it failed. */
        TOLD
    }

    private final Kind kind;

    public Trouble(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
