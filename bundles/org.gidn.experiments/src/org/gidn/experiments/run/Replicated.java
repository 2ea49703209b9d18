// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import org.gidn.core.work.Phase;

/** Counts designs by their measurements. Thread-safe. */
final class Replicated implements Phase {
    private final Phase designs;
    private final int count;
    private long measurements;

    /**
     * @param designs told of every design done
     * @param count measurements of each
     */
    Replicated(Phase designs, int count) {
        this.designs = designs;
        this.count = count;
    }

    @Override
    public void advance(long steps) {
        long done;
        synchronized (this) {
            done = (measurements + steps) / count - measurements / count;
            measurements += steps;
        }
        if (done > 0) {
            designs.advance(done);
        }
    }

    @Override
    public void note(String text) {
        designs.note(text);
    }
}
