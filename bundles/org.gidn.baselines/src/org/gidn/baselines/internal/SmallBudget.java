// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import org.gidn.core.run.RunContext;
import org.gidn.core.text.Count;

/** Fits how many designs a method has under way at a time to a small budget: fewer of them go on for longer, and find more. */
public final class SmallBudget {
    private SmallBudget() {}

    /**
     * How many go on at a time: so many that the budget lets each of them make the rounds that it should, at most what the
     * setting says. Tells the user if they are fewer.
     *
     * @param setting the setting's name
     * @param value what it says
     * @param least so many there are on any budget, at most {@code value}
     * @param rounds evaluations that each of them should have
     */
    public static int fitted(RunContext run, String setting, int value, int least, long rounds) {
        long left = run.budgetLeft().orElse(Long.MAX_VALUE);
        int fitted = (int) Math.min(value, Math.max(least, left / rounds));
        if (fitted < value) {
            run.event("Setting '" + setting + "' is taken as " + Count.of(fitted) + " instead of " + Count.of(value)
                    + ": with more, the budget of " + Count.of(left, "evaluation") + " would end too early.");
        }
        return fitted;
    }
}
