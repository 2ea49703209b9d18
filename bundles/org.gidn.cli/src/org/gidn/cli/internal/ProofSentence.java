// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.Project;
import org.gidn.experiments.ProvedBound;
import org.gidn.experiments.project.RunRecord;

/** Says what has been proved of the problem of a run, beside the best design that is known. */
final class ProofSentence {
    private ProofSentence() {}

    /**
     * @param best the best value known
     * @param projects whose runs may have proved something
     */
    static Optional<String> of(RunRecord run, double best, List<Project> projects) {
        return ProvedBound.of(run, projects).map(bound -> {
            double gap = bound.gap(best);
            return String.format(
                    Locale.ROOT,
                    "Proved by %s:%d: no design %s %.6g, %s.",
                    bound.project().name(),
                    bound.run().number(),
                    run.objective().goal() == Goal.MAXIMISE ? "above" : "below",
                    bound.value(),
                    gap == 0
                            ? "so that the best one is the best of all"
                            : String.format(Locale.ROOT, "%.3g %% beyond the best one", 100 * gap));
        });
    }
}
