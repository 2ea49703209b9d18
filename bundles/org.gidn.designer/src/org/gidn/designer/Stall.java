// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.problem.Goal;

/** Notices that nothing better is found any more. */
final class Stall {
    private final int most;
    private final int sign;
    private double best = Double.NEGATIVE_INFINITY;
    private int barren;

    /**
     * @param most so many iterations in a row may find nothing better; 0 if any number may
     */
    Stall(int most, Goal goal) {
        this.most = most;
        this.sign = goal.sign();
    }

    /** Whether, with what the latest iteration found, so many in a row have found nothing better; if so, it counts anew. */
    boolean reachedWith(Finds found) {
        barren++;
        for (double value : found.values()) {
            if (sign * value > best) {
                best = sign * value;
                barren = 0;
            }
        }
        boolean over = most > 0 && barren == most;
        if (over) {
            best = Double.NEGATIVE_INFINITY;
            barren = 0;
        }
        return over;
    }
}
