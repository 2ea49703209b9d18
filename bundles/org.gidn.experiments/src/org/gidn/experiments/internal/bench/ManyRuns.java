// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.store.ProblemText;
import org.gidn.experiments.internal.store.RunRow;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.text.Json;

/**
 * A project of many small runs, each as a short search leaves it.
 *
 * @param project has no results yet when this is made
 * @param runs how many
 */
record ManyRuns(Project project, int runs) {
    private static final DesignSpace SPACE = DesignSpace.binary(8, 8);
    private static final int DESIGNS = 45;
    private static final int SETTINGS = 40;

    ManyRuns {
        String problem = new ProblemText(List.of(new Output("toughness", "MPa", Goal.MAXIMISE)), SPACE).write();
        Map<String, Object> settings = new LinkedHashMap<>();
        for (int i = 0; i < SETTINGS; i++) {
            settings.put("setting " + i, "value " + i);
        }
        String text = Json.write(settings);
        try (StoreWriter store = new StoreWriter(project.database())) {
            for (int run = 1; run <= runs; run++) {
                store.create(
                        new RunRow("Run " + run, run, "Random search", "evaluator " + run, text, problem, text, text));
                long[] bits = new long[DESIGNS];
                for (int i = 0; i < DESIGNS; i++) {
                    bits[i] = (long) run * DESIGNS + i;
                }
                Candidates candidates =
                        Candidates.of(DesignBatch.ofBits(SPACE.variables(), bits), Candidates.SAMPLE, 0);
                for (int i = 0; i < DESIGNS; i++) {
                    store.add(candidates, i, new StoreWriter.Row(new double[] {i * 37 % DESIGNS}, null, null, i + 1));
                }
                store.metric("training loss", 0, 1, 0.5);
                store.event("Begun.");
                store.phase("sampling", 0, 1, DESIGNS, "designs");
            }
            store.closeAbandoned();
            store.commit();
        }
    }

    /** Asks for all that a report, an export or a view shows of the run in the middle. */
    Object readOne() {
        RunResults results = project.results(Math.ceilDiv(runs, 2));
        return List.of(
                results.run(),
                results.values(results.sets()),
                results.designs(results.sets()),
                results.best(10),
                results.statistics(results.sets()),
                results.convergence(),
                results.metrics(results.metricNames().get(0)),
                results.events(),
                results.phases());
    }

    /** What beginning another run asks of the database before anything is computed. */
    Object begin() {
        try (StoreWriter store = new StoreWriter(project.database())) {
            store.closeAbandoned();
            return store.cache("another evaluator", SPACE.variables(), 1);
        }
    }
}
