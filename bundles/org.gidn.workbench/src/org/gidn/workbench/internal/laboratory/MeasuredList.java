// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.laboratory;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.LaboratoryRecord.Told;
import org.gidn.experiments.project.Measurement;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;

/** What was told: a row a design with the mean and spread of its specimens, the design told last first. */
final class MeasuredList {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final TableViewer viewer;
    private List<String> outputs = List.of();

    /** The specimens of a design. */
    private record Row(List<Told> specimens) {
        Told last() {
            return specimens.get(specimens.size() - 1);
        }

        List<Measurement> measured() {
            return specimens.stream().map(Told::measured).toList();
        }

        /** The mean of an output, with the spread where there are several specimens; the reason where there is no value. */
        String value(int output) {
            double mean = Measurement.means(measured())[output];
            double spread = Measurement.spreads(measured())[output];
            if (Double.isNaN(mean)) {
                return last().measured().failure();
            }
            String text = String.format(Locale.ROOT, "%.5g", mean);
            return Double.isNaN(spread) ? text : text + String.format(Locale.ROOT, " ± %.2g", spread);
        }
    }

    MeasuredList(Composite parent) {
        viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        Named.name(viewer.getTable(), () -> Messages.laboratoryTold);
    }

    void show(LaboratoryRecord record) {
        List<String> names =
                record.run().outputs().stream().map(output -> output.name()).toList();
        if (!names.equals(outputs)) {
            outputs = names;
            createColumns();
        }
        List<List<Integer>> designs = record.byDesign();
        viewer.setInput(IntStream.range(0, designs.size())
                .mapToObj(i -> new Row(designs.get(designs.size() - 1 - i).stream()
                        .map(record.told()::get)
                        .toList()))
                .toArray());
    }

    private void createColumns() {
        for (TableColumn column : viewer.getTable().getColumns()) {
            column.dispose();
        }
        column(
                Messages.laboratoryNumber,
                50,
                row -> row.last().asked().map(String::valueOf).orElse(Messages.laboratoryNotAsked));
        for (int i = 0; i < outputs.size(); i++) {
            int output = i;
            column(outputs.get(i), 120, row -> row.value(output));
        }
        column(
                Messages.laboratorySpecimens,
                80,
                row -> Integer.toString(row.specimens().size()));
        column(Messages.laboratoryRemark, 120, row -> row.last().measured().remark());
        column(Messages.laboratoryWho, 80, row -> row.last().measured().who());
        column(Messages.laboratoryWhen, 120, row -> TIME.format(row.last().time()));
    }

    private void column(String title, int width, Function<Row, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(Math.max(width, 9 * title.length()));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((Row) row)));
    }

    /** A line that says how much was told. */
    static String summary(String project, LaboratoryRecord record) {
        return NLS.bind(Messages.laboratorySummary, new Object[] {
            project,
            record.run().number(),
            record.pending().length,
            record.told().size()
        });
    }
}
