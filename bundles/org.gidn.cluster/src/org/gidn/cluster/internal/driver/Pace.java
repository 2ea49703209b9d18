// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

/** How long a worker takes for a design, as learned from answers, and how many designs a chunk should have. */
final class Pace {
    /** A chunk is to take so long: much longer than handing it out, much shorter than what one would mind to lose. */
    static final double SECONDS = 10;

    /** Towards the end of a batch chunks become shorter, so that all workers end together, but no shorter than this. */
    private static final double LEAST_SECONDS = 0.25;

    private static final double WEIGHT = 0.5;

    private double each;

    Pace(double each) {
        this.each = each;
    }

    void took(int designs, long nanos) {
        each += WEIGHT * (Math.max(1, nanos) * 1e-9 / designs - each);
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
