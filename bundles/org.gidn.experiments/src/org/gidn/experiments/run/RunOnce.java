// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.text.Json;

/**
 * Runs experiments of which a project may have a run already: one that is done with the same settings and versions is not made twice,
 * and one that was stopped goes on.
 */
record RunOnce(Catalogue catalogue, Project project) {
    /** The last run of the same settings; nothing if there is none that counts. */
    Optional<RunRecord> before(Experiment experiment) {
        Map<String, Object> wanted = Json.readObject(Json.write(experiment.tree()));
        Set<Map.Entry<String, Object>> versions = Setup.versions(experiment).entrySet();
        return project.runs().stream()
                .filter(run -> run.settings().equals(wanted) && run.state() != RunState.WAITING)
                .filter(run -> run.state() != RunState.DONE
                        || run.versions().entrySet().containsAll(versions))
                .reduce((earlier, later) -> later);
    }

    /** The run, made or gone on with as far as need be. */
    RunRecord run(Experiment experiment, RunListener listener, Cancellation cancellation) {
        Optional<RunRecord> before = before(experiment);
        Runner runner = new Runner(catalogue);
        if (before.isEmpty()) {
            return runner.run(project, experiment, listener, cancellation);
        }
        return before.get().state() == RunState.DONE
                ? before.get()
                : runner.resume(project, before.get().number(), listener, cancellation);
    }
}
