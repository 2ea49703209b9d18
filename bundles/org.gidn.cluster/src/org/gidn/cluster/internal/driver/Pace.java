// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.time.Duration;

/** How long a worker takes for a design or a piece, as learned from answers, and how many of them a chunk should have. */
final class Pace {
    /** A chunk is to take so long: much longer than handing it out, much shorter than what one would mind to lose. */
    static final double SECONDS = 10;

    /** Towards the end of a batch chunks become shorter, so that all workers end together, but no shorter than this. */
    private static final double LEAST_SECONDS = 0.25;

    private static final double WEIGHT = 0.5;
    /** Where the user has not said how long one may take: so many times what was learned, and this at least. */
    private static final double PATIENCE = 10;

    private static final double LEAST_PATIENCE = 600;

    private final int cores;
    private final int patience;
    private double each;

    /**
     * @param each seconds that a worker takes for one, about
     * @param cores how many cores a worker has
     * @param patience seconds that one may take on a core; 0 if that is to be learned
     */
    Pace(double each, int cores, int patience) {
        this.each = each;
        this.cores = cores;
        this.patience = patience;
    }

    void took(int designs, long nanos) {
        each += WEIGHT * (Math.max(1, nanos) * 1e-9 / designs - each);
    }

    /** So many took longer than this. */
    void tookLonger(int designs, long nanos) {
        each = Math.max(each, nanos * 1e-9 / designs);
    }

    /** How long a worker may take for so many before nobody believes in it any more. */
    Duration patience(int designs) {
        double seconds = patience > 0
                ? (double) patience * ((designs + cores - 1) / cores)
                : Math.max(LEAST_PATIENCE, PATIENCE * each * designs);
        return Duration.ofMillis((long) (seconds * 1e3));
    }

    /**
     * The size of the next chunk.
     *
     * @param open how many designs are left to be handed out
     * @param workers how many workers share them
     * @param liked multiples of how many designs the evaluator likes
     */
    int designs(int open, int workers, int liked) {
        double most = SECONDS / each;
        double share = open / (2.0 * workers);
        double wanted = Math.max(1, Math.max(Math.min(most, share), Math.min(most, LEAST_SECONDS / each)));
        long rounded = (long) Math.ceil(Math.min(wanted, open) / liked) * liked;
        return (int) Math.min(open, rounded);
    }
}
