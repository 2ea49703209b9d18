// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import org.gidn.core.text.Count;

/**
 * The run has spent all evaluations that the experiment allows, or has no use for what is left of them. It ends as done; a
 * method lets this pass.
 *
 * @since 1.0
 */
public class BudgetSpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** All is spent. */
    public BudgetSpentException(long budget) {
        this(budget, 0, "");
    }

    /**
     * Something may be left.
     *
     * @param left evaluations that are left
     * @param why what keeps them from being used, e.g. {@code a step takes 65}
     */
    public BudgetSpentException(long budget, long left, String why) {
        super("The budget of " + Count.of(budget, "evaluation") + " is spent"
                + (left > 0 ? " but for " + Count.of(left) + ": " + why : "") + ".");
    }

    /** Of a run whose method has no use for what is left, and says why. */
    public static BudgetSpentException of(RunContext run, String why) {
        long left = run.budgetLeft().orElse(0);
        return new BudgetSpentException(run.evaluations() + left, left, why);
    }
}
