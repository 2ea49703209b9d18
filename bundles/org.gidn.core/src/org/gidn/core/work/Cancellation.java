// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.work;

import java.util.concurrent.CancellationException;

/**
 * Tells long work whether its result is still wanted. Thread-safe; cheap enough to ask every millisecond.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface Cancellation {
    /** Never cancelled. */
    Cancellation NONE = () -> false;

    /** Whether the work should stop. */
    boolean requested();

    /**
     * Leaves the work if it should stop.
     *
     * @throws CancellationException if {@link #requested()}
     */
    default void check() {
        if (requested()) {
            throw new CancellationException("cancelled");
        }
    }
}
