// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * What a reader of a run's numbers has to know of the designs that have none, for the report and the terminal.
 *
 * @since 1.0
 */
public final class MissingValues {
    private MissingValues() {}

    /**
     * How many of a run's designs have no value, and why the first has none, or that all designs are outside the problem; empty
     * if all have a value.
     */
    public static Optional<String> sentence(RunResults results) {
        long apart = results.setsApart().stream()
                .filter(set -> set.source().equals(Candidates.OUTSIDE))
                .mapToLong(CandidateSet::size)
                .sum();
        long designs = results.sets().stream().mapToLong(CandidateSet::size).sum();
        if (designs == 0 && apart > 0) {
            return Optional.of(NLS.bind(Messages.noneKeeps, Numbers.whole(apart), Candidates.OUTSIDE));
        }
        Map<Integer, String> reasons = results.failures(results.sets());
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(NLS.bind(Messages.missingValues, new Object[] {
            Numbers.whole(reasons.size()), Numbers.whole(designs), reasons.get(Collections.min(reasons.keySet()))
        }));
    }
}
