// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.laboratory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gidn.core.design.DesignTable;
import org.gidn.core.problem.Output;
import org.gidn.core.text.Blanks;
import org.gidn.core.text.Table;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.workbench.internal.Messages;

/**
 * What the user has typed of the designs that are to be measured and not told yet: a row a design, a column an output, then the
 * reason of a failure and a remark. Several values in a cell, separated by blanks, are those of several specimens.
 */
final class MeasuredCells {
    private final List<String> columns;
    private final Map<Integer, String[]> rows = new HashMap<>();

    MeasuredCells(List<Output> outputs) {
        columns = new ArrayList<>(outputs.stream().map(ResultColumns::of).toList());
        columns.add(ResultColumns.FAILURE);
        columns.add(ResultColumns.REMARK);
    }

    /** The columns, by the names that files have for them. */
    List<String> columns() {
        return columns;
    }

    String get(int design, int column) {
        String[] row = rows.get(design);
        return row == null ? "" : row[column];
    }

    void set(int design, int column, String text) {
        String[] row = rows.computeIfAbsent(
                design, key -> Collections.nCopies(columns.size(), "").toArray(String[]::new));
        row[column] = Blanks.strip(text);
    }

    /**
     * Takes a block of cells as spreadsheets copy it: lines, with tabs between their cells.
     *
     * @param designs the numbers of the designs in the order shown
     * @param from the place of the first of them
     * @param column where its first cell goes; what lies beyond the table is left out
     */
    void paste(String text, List<Integer> designs, int from, int column) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && from + i < designs.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            for (int k = 0; k < cells.length && column + k < columns.size(); k++) {
                set(designs.get(from + i), column + k, cells[k]);
            }
        }
    }

    /** Forgets what was typed of designs that are told by now. */
    void keep(List<Integer> pending) {
        rows.keySet().retainAll(pending);
    }

    /** Forgets what was typed of designs of which specimens were told, though further ones are asked for. */
    void forget(List<LaboratoryRecord.Told> told) {
        told.forEach(one -> one.asked().ifPresent(rows::remove));
    }

    /** All that was typed: by the number of a design, the texts of its cells. */
    Map<String, Object> typed() {
        Map<String, Object> typed = new TreeMap<>();
        rows.forEach((design, row) -> {
            if (!String.join("", row).isEmpty()) {
                typed.put(Integer.toString(design), List.of(row));
            }
        });
        return typed;
    }

    /** Puts back what was {@link #typed}. */
    void restore(Map<String, Object> typed) {
        typed.forEach((design, row) -> {
            if (design.matches("\\d{1,9}") && row instanceof List<?> cells) {
                for (int column = 0; column < Math.min(cells.size(), columns.size()); column++) {
                    set(Integer.parseInt(design), column, String.valueOf(cells.get(column)));
                }
            }
        });
    }

    /** Whether nothing was typed. */
    boolean empty() {
        return typed().isEmpty();
    }

    /** All that was typed, as a table of a row a specimen. */
    DesignTable table(LaboratoryRecord record) {
        List<String> names = new ArrayList<>(List.of(ResultColumns.ID));
        names.addAll(columns);
        List<Table.Row> specimens = new ArrayList<>();
        for (int place : record.pending()) {
            int number = record.asked().get(place).number();
            String[] row = rows.get(number);
            if (row != null) {
                specimens.addAll(specimens(number, row));
            }
        }
        return new DesignTable(new Table(Messages.laboratoryTable, names, specimens));
    }

    private List<Table.Row> specimens(int number, String[] row) {
        int outputs = columns.size() - 2;
        List<String[]> values = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < outputs; i++) {
            values.add(row[i].isEmpty() ? new String[0] : row[i].split("[" + Blanks.CLASS + ";]+"));
            most = Math.max(most, values.get(i).length);
        }
        List<Table.Row> specimens = new ArrayList<>();
        for (int k = 0; k < most; k++) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(number)));
            for (String[] given : values) {
                cells.add(k < given.length ? given[k] : "");
            }
            cells.add(row[outputs]);
            cells.add(row[outputs + 1]);
            specimens.add(new Table.Row(number, cells));
        }
        return specimens;
    }
}
