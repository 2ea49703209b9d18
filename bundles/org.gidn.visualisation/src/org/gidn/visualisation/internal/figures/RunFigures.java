// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.internal.Messages;

/** What the figures of runs have in common. */
final class RunFigures {
    /** Designs of an iteration, in the mean, below which a figure of each iteration would show next to nothing. */
    private static final int FEW = 10;

    private RunFigures() {}

    /** The axis of the first objective. */
    static Axis objective(RunResults results) {
        Output objective = results.run().objective();
        return Axis.linear(capitalised(objective.name()), objective.unit());
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The sets of inverse designs, by iteration. */
    static List<CandidateSet> inverse(RunResults results) {
        return results.sets(Candidates.INVERSE);
    }

    /**
     * The sets of inverse designs that are shown together: those of an iteration, or of all iterations where these have few
     * designs each.
     */
    static List<List<CandidateSet>> shownTogether(RunResults results) {
        List<CandidateSet> inverse = inverse(results);
        long designs = inverse.stream().mapToLong(CandidateSet::size).sum();
        return designs < (long) FEW * inverse.size()
                ? List.of(inverse)
                : inverse.stream().map(List::of).toList();
    }

    /** The title of a figure of which there is one an iteration, the first being called 1. */
    static String title(String title, int iteration, int iterations) {
        return iterations == 1 ? title : NLS.bind(Messages.iterationTitle, title, iteration + 1);
    }
}
