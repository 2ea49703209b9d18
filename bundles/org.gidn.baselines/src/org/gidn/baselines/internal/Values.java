// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import org.gidn.core.problem.Goal;

/** Sums up the values of some designs for one objective; designs that failed have NaN. */
public final class Values {
    private Values() {}

    /** The best of some values; NaN if there is none. */
    public static double best(double[] values, Goal goal) {
        double best = Double.NaN;
        for (double value : values) {
            best = goal.better(value, best) ? value : best;
        }
        return best;
    }

    /** The mean of all values that are numbers; NaN if there is none. */
    public static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
