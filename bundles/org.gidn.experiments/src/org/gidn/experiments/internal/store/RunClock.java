// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

/**
 * Tells the times of a run: the machine's when this began, and from then on what has passed since, whatever is done to the
 * machine's clock meanwhile. Thread-safe.
 */
public final class RunClock {
    private final long began;
    private final long nanos = System.nanoTime();

    /**
     * @param notBefore the latest time that the run knows of, in milliseconds since 1970: a clock that was set back tells none
     *     before it
     */
    public RunClock(long notBefore) {
        began = Math.max(System.currentTimeMillis(), notBefore);
    }

    /** Milliseconds since 1970, UTC. */
    public long millis() {
        return began + (System.nanoTime() - nanos) / 1_000_000;
    }
}
