// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

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

    /** A short text beside the progress, such as the present loss. */
    void note(String text);

    /** Ends the phase. */
    @Override
    default void close() {}
}
