// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;
import org.gidn.visualisation.export.Exporter;
import org.gidn.visualisation.export.RunExport;
import org.gidn.visualisation.internal.Csv;

/** All evaluations as comma-separated values: {@code source,iteration,design,predicted,<objective>,count}. */
public final class CsvExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) throws IOException {
        RunResults results = run.results();
        StringBuilder line = new StringBuilder();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            String objective = results.run().objective().name();
            Csv.append(line, List.of("source", "iteration", "design", "predicted", objective, "count"));
            // Set by set, so that a run of millions need not be in memory at once.
            for (CandidateSet set : results.sets()) {
                Values values = results.values(List.of(set));
                DesignBatch designs = results.designs(List.of(set));
                for (int i = 0; i < values.size(); i++) {
                    Csv.append(
                            line,
                            List.of(
                                    set.source(),
                                    Integer.toString(set.iteration()),
                                    DesignText.format(designs, i),
                                    Csv.number(values.predicted()[i]),
                                    Csv.number(values.values()[i]),
                                    Integer.toString(values.counts()[i])));
                    out.append(line);
                    line.setLength(0);
                }
            }
            out.append(line);
        }
    }
}
