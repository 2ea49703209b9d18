// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

/**
 * The run has spent all evaluations that the experiment allows. It ends as done; a method lets this pass.
 *
 * @since 1.0
 */
public class BudgetSpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BudgetSpentException(long budget) {
        super("The budget of " + budget + " evaluations is spent.");
    }
}
