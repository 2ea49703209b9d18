// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import org.gidn.core.execution.Task;

/**
 * How many designs to evaluate before storing them: about as long as the executor likes, half a second's worth on this
 * machine, so that little is lost when a run is stopped, and storing costs little; more where each call has a fixed cost, so that it takes no more than a tenth of the time.
 * What a call and a design take is learned from the calls themselves, by a straight line through their times.
 */
final class BatchPace {
    private static final int MOST = 1 << 16;
    private static final int GROWTH = 8;
    private static final double FIXED_SHARE = 0.1;
    /** What was seen before counts by so much less with each call. */
    private static final double MEMORY = 0.8;
    /** Sizes that differ by less than this share tell nothing of a fixed cost. */
    private static final double LEAST_SPREAD = 0.05;

    private final double wished;
    private final int liked;
    private final long least;
    private long designs;
    private double calls;
    private double sizes;
    private double squares;
    private double times;
    private double products;

    /**
     * @param threads number of designs that are evaluated side by side
     * @param wished how many seconds a batch should take
     * @param liked how many designs the evaluator likes at a time
     */
    BatchPace(int threads, double wished, int liked) {
        this.wished = wished;
        this.liked = liked;
        this.least = Task.rounded(Math.max(1, threads), liked);
        this.designs = 4 * least;
    }

    /** The number of designs to evaluate next. */
    int designs() {
        return (int) Math.min(Integer.MAX_VALUE, designs);
    }

    /** Tells what a batch took. */
    void took(int count, long nanos) {
        double seconds = Math.max(1, nanos) * 1e-9;
        calls = calls * MEMORY + 1;
        sizes = sizes * MEMORY + count;
        squares = squares * MEMORY + (double) count * count;
        times = times * MEMORY + seconds;
        products = products * MEMORY + count * seconds;
        double size = sizes / calls;
        double time = times / calls;
        double spread = squares / calls - size * size;
        double fixed = 0;
        if (spread > LEAST_SPREAD * LEAST_SPREAD * size * size) {
            double slope = (products / calls - size * time) / spread;
            fixed = Math.max(0, Math.min(time, time - slope * size));
        }
        double each = Math.max(1e-9, fixed == 0 ? seconds / count : (time - fixed) / size);
        double wanted = Math.max(wished - fixed, fixed * (1 / FIXED_SHARE - 1)) / each;
        double most = Math.min(Math.max(MOST, least), (double) designs * GROWTH);
        designs = Task.rounded((long) Math.max(Math.max(least, designs / 2), Math.min(most, wanted)), liked);
    }
}
