// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.text.Json;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;

/** All evaluations as JSON lines, an object each, null where there is no number; see {@link EvaluationTable}. */
public final class JsonLinesExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) throws IOException {
        EvaluationTable table = new EvaluationTable(run.results(), false);
        List<String> columns = table.columns();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            table.forEach(cells -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    object.put(columns.get(i), cells.get(i));
                }
                out.append(Json.write(object)).append('\n');
            });
        }
    }
}
