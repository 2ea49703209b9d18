// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.text.Count;
import org.gidn.experiments.internal.Messages;

/**
 * What came of repairing a project.
 *
 * @param outcome what was done
 * @param runs number of runs that are there now
 * @param evaluations number of evaluations that are there now
 * @param lost number of evaluations that are known to be lost
 * @param dropped number of rows that were there, but not as they had been written
 * @since 1.0
 */
public record Repair(Outcome outcome, int runs, long evaluations, long lost, long dropped) {
    /** What repairing a project can do. */
    public enum Outcome {
        /** All was well; nothing was changed. */
        SOUND,
        /** All was well, but had no checksums; it has now. */
        UPGRADED,
        /** What was whole of a damaged database is in its place now. */
        SAVED
    }

    /** What was done, for the user. */
    public List<String> sentences() {
        String message =
                switch (outcome) {
                    case SOUND -> Messages.repairSound;
                    case UPGRADED -> Messages.repairUpgraded;
                    case SAVED -> Messages.repairSaved;
                };
        List<String> sentences = new ArrayList<>();
        sentences.add(NLS.bind(message, Count.of(evaluations, "design"), Count.of(runs, "run")));
        if (lost > 0) {
            sentences.add(NLS.bind(Messages.repairLost, Count.of(lost, "design")));
        }
        if (dropped > 0) {
            sentences.add(NLS.bind(
                    Messages.repairDropped,
                    Count.of(dropped, "row that was not as it had been", "rows that were not as they had been")));
        }
        return sentences;
    }
}
