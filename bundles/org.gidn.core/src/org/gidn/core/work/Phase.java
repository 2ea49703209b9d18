// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.work;

/**
 * A stretch of long work with a known or unknown end, shown to the user with its rate and remaining time. Thread-safe.
 *
 * @since 1.0
 */
public interface Phase extends AutoCloseable {
    /** Shown to nobody. */
    Phase SILENT = new Phase() {
        @Override
        public void advance(long steps) {}

        @Override
        public void note(String text) {}
    };

    /** Tells that so many steps more are done. */
    void advance(long steps);

    /**
     * Tells that so many steps more were done before this life of the run, such as those that led to a state from which it
     * goes on: they count, but say nothing of how fast it goes.
     */
    default void skip(long steps) {
        advance(steps);
    }

    /**
     * Tells how much of the whole work is done, 0 … 1, for a phase whose steps say too little of that: because they are of
     * unequal size, or because many are under way side by side. The time left is told by it.
     */
    default void share(double done) {}

    /** A short text beside the progress, such as the present loss. */
    void note(String text);

    /** Ends the phase. */
    @Override
    default void close() {}
}
