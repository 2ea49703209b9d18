// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignTable;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.run.Runner;
import org.gidn.export.RunExport;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** Keeps a design that was changed by hand in its project, with its values, as a run of its own. */
final class KeptDesign {
    /** Where such designs come from, as a run keeps it. */
    private static final String SOURCE = "hand";

    private KeptDesign() {}

    /**
     * Keeps it. May take a while; not for the UI thread.
     *
     * @param run whose problem it is a design of, or nearly
     * @param text the design as text
     * @param values one an output, in the run's order
     * @return the new run
     * @throws org.gidn.core.InvalidInputException if the project is in use or cannot be written
     */
    static RunRecord keep(RunNode run, String text, double[] values) {
        List<String> columns = new ArrayList<>(List.of(ResultColumns.DESIGN, ResultColumns.SOURCE));
        List<String> cells = new ArrayList<>(List.of(text, SOURCE));
        for (int i = 0; i < values.length; i++) {
            columns.add(ResultColumns.of(run.record().outputs().get(i)));
            cells.add(Double.isNaN(values[i]) ? "" : Csv.number(values[i]));
        }
        Project project = Project.open(Projects.folder(run.project()));
        Catalogue catalogue = Catalogue.installed();
        String title = NLS.bind(Messages.inspectorKeptRun, String.valueOf(run.number()));
        Table table = new Table(title, columns, List.of(new Table.Row(1, cells)));
        return new Runner(catalogue)
                .keep(
                        project,
                        new RunExport(project, run.number(), catalogue).experiment(),
                        title,
                        new DesignTable(table),
                        true);
    }
}
