// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import org.gidn.external.internal.process.Deadline;

/** A text whose search ends with a deadline: some regular expressions take longer than anybody lives. For one thread. */
final class Interruptible implements CharSequence {
    /** Looking at the clock costs more than a character does. */
    private static final int LOOKED_AT_EVERY = 1024;

    private final String text;
    private final Deadline deadline;
    private int read;

    /** The deadline is over. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Interruptible(String text, Deadline deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (++read % LOOKED_AT_EVERY == 0) {
            deadline.cancellation().check();
            if (System.nanoTime() > deadline.end()) {
                throw new TooSlow();
            }
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
