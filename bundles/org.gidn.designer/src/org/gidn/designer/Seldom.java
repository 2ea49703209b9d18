// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

/** Says when something is to be kept: every few seconds, and seldom enough to take little time. Thread-safe. */
final class Seldom {
    private static final long LEAST_NANOS = 1_000_000_000L;
    /** Keeping takes at most one part in so many of the time. */
    private static final int PART = 20;

    private volatile long due = System.nanoTime() + LEAST_NANOS;

    /** Whether it is time. */
    boolean due() {
        return System.nanoTime() - due >= 0;
    }

    /** Keeps it now. */
    void keep(Runnable keeping) {
        long begun = System.nanoTime();
        keeping.run();
        long ended = System.nanoTime();
        due = ended + Math.max(LEAST_NANOS, PART * (ended - begun));
    }
}
