// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

/**
 * How many designs to evaluate before storing them: about half a second's worth, so that little is lost when a run is
 * stopped, and storing costs little.
 */
final class BatchPace {
    private static final double SECONDS = 0.5;
    private static final int MOST = 1 << 16;
    private static final int GROWTH = 8;

    private final int least;
    private int designs;

    /**
     * @param threads number of threads that evaluate
     */
    BatchPace(int threads) {
        this.least = Math.max(1, threads);
        this.designs = 4 * least;
    }

    /** The number of designs to evaluate next. */
    int designs() {
        return designs;
    }

    /** Tells what a batch took. */
    void took(int count, long nanos) {
        double wanted = count * SECONDS * 1e9 / Math.max(1, nanos);
        designs = (int) Math.max(least, Math.min(Math.min(MOST, (double) designs * GROWTH), wanted));
    }
}
