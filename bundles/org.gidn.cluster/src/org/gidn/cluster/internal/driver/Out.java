// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.time.Duration;
import org.gidn.cluster.internal.spool.Chunk;

/** A chunk that was handed out, or is about to be. All methods are called with the ledger's lock. */
final class Out {
    final Call call;
    final int[] items;
    /** Whether only a worker with all its time before it is to take it. */
    final boolean whole;

    private Duration patience = Duration.ofDays(1);
    private int attempts = 1;
    private long seen = System.nanoTime();
    private String holder = "";
    private long held;
    /** What went wrong with it so far; empty if nothing did. */
    private String trouble = "";

    Out(Call call, int[] items, boolean whole) {
        this.call = call;
        this.items = items;
        this.whole = whole;
    }

    Chunk chunk(String name) {
        return new Chunk(name, call.work().select(items));
    }

    /** Sets how long a worker may take. */
    void patience(Duration most) {
        patience = most;
    }

    void seen(long now) {
        seen = now;
    }

    long seen() {
        return seen;
    }

    /** How long a worker has it longer than it may, so that it is likely never to answer; null if it may. */
    Duration overdue(String worker, long now) {
        if (!holder.equals(worker)) {
            holder = worker;
            held = now;
        }
        Duration taken = Duration.ofNanos(now - held);
        return taken.compareTo(patience) > 0 ? taken : null;
    }

    /** Notes that a worker was lost with it; returns how many were. */
    int lost() {
        return attempts++;
    }

    void trouble(String sentence) {
        trouble = sentence;
    }

    String trouble() {
        return trouble;
    }
}
