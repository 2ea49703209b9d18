// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import org.gidn.core.problem.Goal;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.project.RunState;

/**
 * The best value that a done run has recorded. Where there are no checksums, a better one among its evaluations is known to be
 * damaged.
 *
 * @param goal what is better
 * @param value the best value; NaN if the run has none
 */
record RecordedBest(Goal goal, double value) {
    /** That of a run; null if it is not done, or cannot be read. */
    static RecordedBest of(Row run) {
        if (run == null || !RunState.DONE.toString().equals(run.text("state"))) {
            return null;
        }
        try {
            return new RecordedBest(
                    ProblemText.read(run.text("problem")).outputs().get(0).goal(), run.real("best"));
        } catch (RuntimeException e) {
            return null;
        }
    }

    boolean beatenBy(double other) {
        return !Double.isNaN(value) && goal.better(other, value);
    }
}
