// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.HashMap;
import java.util.Map;
import org.gidn.core.work.Phase;

/**
 * Shows how much is done of starts that run side by side and end when they end: one that is under way is as far as its steps
 * are many beside those that the starts took which have ended.
 */
public final class SideBySide {
    /** A start that takes longer than others is nearly done until it ends. */
    private static final double NEARLY = 0.95;

    private final Phase phase;
    private final int starts;
    private final Map<Integer, Integer> underWay = new HashMap<>();
    private long before;
    private long ended;
    private long stepsOfEnded;

    /**
     * @param phase whose steps are the starts
     * @param starts number of all
     */
    public SideBySide(Phase phase, int starts) {
        this.phase = phase;
        this.starts = starts;
    }

    /** So many starts had ended in an earlier life of the run. */
    public void skip(long count) {
        before = count;
        phase.skip(count);
    }

    /** A start has made a step. */
    public void step(int start) {
        underWay.merge(start, 1, Integer::sum);
    }

    /** A start has ended. */
    public void end(int start) {
        stepsOfEnded += underWay.remove(start);
        ended++;
        phase.advance(1);
    }

    /** All starts under way have made the step that is made at a time. */
    public void show() {
        if (ended > 0) {
            double mean = stepsOfEnded / (double) ended;
            double open = underWay.values().stream()
                    .mapToDouble(steps -> Math.min(NEARLY, steps / mean))
                    .sum();
            phase.share((before + ended + open) / starts);
        }
    }
}
