// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gidn.core.text.Csv;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;

/** All evaluations as comma-separated values, one a row; see {@link EvaluationTable}. */
public class CsvExporter implements Exporter {
    private final boolean variables;

    /** Designs as text. */
    public CsvExporter() {
        this(false);
    }

    private CsvExporter(boolean variables) {
        this.variables = variables;
    }

    /** Designs with a column for each variable. */
    public static final class Columns extends CsvExporter {
        public Columns() {
            super(true);
        }
    }

    @Override
    public void export(RunExport run, Path file) throws IOException {
        EvaluationTable table = new EvaluationTable(run.results(), variables);
        StringBuilder line = new StringBuilder();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            Csv.append(line, table.columns());
            out.append(line);
            table.forEach(cells -> {
                line.setLength(0);
                Csv.append(line, cells.stream().map(CsvExporter::text).toList());
                out.append(line);
            });
        }
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? Csv.number(number) : cell.toString();
    }
}
