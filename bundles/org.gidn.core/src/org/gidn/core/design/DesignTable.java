// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;

/**
 * Designs and numbers that belong to them, from a file of comma-separated values: a header, in it the column {@code design}
 * ({@link DesignText}), then a row a design. What {@code gidn evaluate} and {@code gidn export} write is of this form.
 *
 * @since 1.0
 */
public final class DesignTable {
    private static final String DESIGN = "design";

    private final Path file;
    private final List<String> columns;
    private final List<String[]> rows;

    private DesignTable(Path file, List<String> columns, List<String[]> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or a row has not as many cells as the header; names the line
     */
    public static DesignTable read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException("File " + file + " cannot be read as text: " + e.getMessage() + ".", e);
        }
        List<String> columns =
                lines.isEmpty() ? List.of() : List.of(lines.get(0).strip().split("\\s*,\\s*"));
        List<String[]> rows = IntStream.range(1, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> {
                    String[] cells = lines.get(i).strip().split("\\s*,\\s*", -1);
                    if (cells.length != columns.size()) {
                        throw new InvalidInputException("Line " + (i + 1) + " of " + file + " has " + cells.length
                                + " cells, but the first line has " + columns.size() + ".");
                    }
                    return cells;
                })
                .toList();
        DesignTable table = new DesignTable(file, columns, rows);
        table.column(DESIGN);
        return table;
    }

    /** How many designs there are. */
    public int size() {
        return rows.size();
    }

    /**
     * All designs.
     *
     * @throws InvalidInputException if one is none of the space
     */
    public DesignBatch designs(DesignSpace space) {
        try {
            return DesignText.parse(texts(DESIGN), space);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The numbers of a column.
     *
     * @throws InvalidInputException if there is no such column, or a cell is no finite number; names its line
     */
    public double[] numbers(String column) {
        List<String> texts = texts(column);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(texts.get(i));
            } catch (NumberFormatException e) {
                numbers[i] = Double.NaN;
            }
            if (!Double.isFinite(numbers[i])) {
                throw new InvalidInputException("Design " + (i + 1) + " of " + file + " has '" + texts.get(i) + "' as "
                        + column + ", where a number is expected.");
            }
        }
        return numbers;
    }

    private List<String> texts(String column) {
        int place = column(column);
        return rows.stream().map(row -> row[place]).toList();
    }

    private int column(String name) {
        int place = columns.indexOf(name);
        if (place < 0) {
            throw new InvalidInputException(file + " has no column '" + name
                    + "'; its first line must name one, but is '" + String.join(",", columns) + "'.");
        }
        return place;
    }
}
