// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns as wide as need be; columns of numbers are flush right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    void add(List<String> cells) {
        rows.add(cells.stream().map(Printable::cell).toList());
    }

    void add(String... cells) {
        add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            List<String> cells = rows.stream()
                    .filter(row -> row.size() > at)
                    .map(row -> row.get(at))
                    .toList();
            widths[column] = cells.stream().mapToInt(String::length).max().orElse(0);
            right[column] = cells.size() > 1
                    && cells.stream()
                            .skip(1)
                            .allMatch(cell ->
                                    cell.isEmpty() || cell.matches("[-+]?[\\d,.]+(e[-+]\\d+)?( s| %| of \\d+)?"));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String blanks = " ".repeat(widths[column] - row.get(column).length());
                line.append("  ").append(right[column] ? blanks + row.get(column) : row.get(column) + blanks);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}
