// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.problem.Output;
import org.gidn.core.text.Csv;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.text.Json;

/**
 * The designs that are to be measured as a form to fill in: a row a specimen with the number of its design, the design, what is
 * expected of it, and empty cells for what is measured. {@link ToldTable} reads it back.
 *
 * @param record what was asked and told
 * @since 1.0
 */
public record AskedTable(LaboratoryRecord record) {
    /** Designs of more variables are a text, for nobody reads so many columns. */
    private static final int MOST_COLUMNS = 64;

    /** Comma-separated values with a header. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        Csv.append(text, columns());
        for (Map<String, Object> row : rows()) {
            Csv.append(
                    text,
                    row.values().stream()
                            .map(cell -> switch (cell) {
                                case null -> "";
                                case Double number -> Csv.number(number);
                                default -> cell.toString();
                            })
                            .toList());
        }
        return text.toString();
    }

    /** JSON lines: an object a specimen. */
    public String json() {
        StringBuilder text = new StringBuilder();
        rows().forEach(row -> text.append(Json.write(row)).append('\n'));
        return text.toString();
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(ResultColumns.ID));
        columns.addAll(designColumns());
        columns.add(ResultColumns.PREDICTED);
        for (Output output : record.run().outputs()) {
            columns.add(ResultColumns.of(output));
        }
        columns.addAll(List.of(ResultColumns.FAILURE, ResultColumns.REMARK, ResultColumns.WHO));
        return columns;
    }

    /** Numbers and categories have a column each; pictures, and what has too many of them, stand as a text. */
    private List<String> designColumns() {
        DesignSpace space = record.run().space();
        return named(space)
                ? IntStream.range(0, space.variables())
                        .mapToObj(space::variableName)
                        .toList()
                : List.of(ResultColumns.DESIGN);
    }

    private static boolean named(DesignSpace space) {
        return space.variables() <= MOST_COLUMNS && space.blocks().stream().noneMatch(Block::picture);
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        int[] missing = record.missing();
        for (int place : record.pending()) {
            Map<String, Object> row = new LinkedHashMap<>();
            columns().forEach(column -> row.put(column, null));
            row.put(ResultColumns.ID, (long) record.asked().get(place).number());
            DesignSpace space = record.run().space();
            if (named(space)) {
                for (int j = 0; j < space.variables(); j++) {
                    row.put(
                            space.variableName(j),
                            space.shown(j, record.askedDesigns().value(place, j)));
                }
            } else {
                row.put(ResultColumns.DESIGN, DesignText.format(space, record.askedDesigns(), place));
            }
            double predicted = record.asked().get(place).predicted();
            row.put(ResultColumns.PREDICTED, Double.isNaN(predicted) ? null : predicted);
            rows.addAll(Collections.nCopies(missing[place], row));
        }
        return rows;
    }
}
