// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;

/**
 * Rows of cells under named columns. Columns are asked for by their names, so that their order does not count, and those that
 * nobody asks for are left alone. Immutable.
 *
 * @param name what the table is called in messages, such as its file
 * @param columns the names of the columns
 * @param rows as many cells each as there are columns
 * @since 1.0
 */
public record Table(String name, List<String> columns, List<Row> rows) {
    private static final int SHOWN = 40;
    /** A number as people write it whose thousands are set apart by commas, points, apostrophes or spaces. */
    private static final Pattern THOUSANDS =
            Pattern.compile("[-+]?[0-9]{1,3}(?:[.,'’_\\p{Zs}][0-9]{3})+(?:[.,][0-9]+)?");

    /**
     * One row.
     *
     * @param line the line of the file in which it begins, from 1
     * @param cells without blanks around them
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /** Whether there is a column of that name. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** Where a row stands, to begin a sentence with. */
    public String place(int row) {
        return "Line " + rows.get(row).line() + " of " + name;
    }

    /**
     * The cells of a column.
     *
     * @throws InvalidInputException if there is no such column, or are several
     */
    public List<String> texts(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new InvalidInputException(name + " has no column '" + column + "'" + missing(column) + ".");
        }
        if (Collections.frequency(columns, column) > 1) {
            throw new InvalidInputException(
                    name + " has several columns '" + column + "'; leave the right one and rename the others.");
        }
        return rows.stream().map(row -> row.cells().get(place)).toList();
    }

    /** What is there in place of a column. */
    private String missing(String column) {
        Optional<String> alike = alike(column, columns);
        if (alike.isPresent()) {
            return ", but '" + shown(alike.get()) + "'; rename that";
        }
        if (rows.isEmpty()) {
            return ", for it is empty; its first line must name the columns, and each below it is a row";
        }
        if (columns.isEmpty()) {
            return ", nor any other";
        }
        if (rows.get(0).line() > 1) {
            return "; its first line must name one, but is '" + shown(String.join(",", columns)) + "'";
        }
        return columns.size() > 1
                ? ", only " + shown(String.join(", ", columns))
                : "; a first line such as '" + columns.get(0) + "," + column + "' must name its columns";
    }

    /** The name that another was probably meant to be; one with another number, as x3 is to x2, names something else. */
    private static Optional<String> alike(String name, List<String> names) {
        String number = number(name);
        return Spelling.alike(
                name,
                names.stream()
                        .filter(other -> number.isEmpty() || number(other).isEmpty() || number.equals(number(other)))
                        .toList());
    }

    private static String number(String name) {
        return name.replaceAll("\\D+0*", "");
    }

    /**
     * The columns that are none of some, in their order.
     *
     * @param known the columns that are read where they are there
     * @throws InvalidInputException if one is probably a known one that is not there, misspelt, so that it would be left alone
     *     without a word
     */
    public List<String> further(Collection<String> known) {
        List<String> further = columns.stream()
                .filter(column -> !column.isEmpty() && !known.contains(column))
                .distinct()
                .toList();
        for (String column : known) {
            if (!has(column)) {
                alike(column, further).ifPresent(misspelt -> {
                    throw new InvalidInputException(
                            name + " has a column '" + shown(misspelt) + "', which is not known; if it is '" + column
                                    + "', call it so, else give it another name.");
                });
            }
        }
        return further;
    }

    /**
     * The numbers of a column.
     *
     * @throws InvalidInputException if there is no such column, or a cell is no finite number; names its line
     */
    public double[] numbers(String column) {
        return numbers(column, false);
    }

    /** {@link #numbers(String)} with NaN where a cell is empty or {@code NaN}, since there is no value. */
    public double[] numbersOrNaN(String column) {
        return numbers(column, true);
    }

    private double[] numbers(String column, boolean gaps) {
        List<String> texts = texts(column);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = texts.get(i);
            numbers[i] = Decimal.parse(text);
            if (Double.isNaN(numbers[i]) && !(gaps && (text.isEmpty() || text.equals("NaN")))) {
                throw new InvalidInputException(place(i) + " has '" + shown(text) + "' as " + column
                        + ", where a number is expected" + remedy(text, gaps) + ".");
            }
        }
        return numbers;
    }

    private static String remedy(String text, boolean gaps) {
        if (!Double.isNaN(Decimal.parse(text.replace(',', '.')))) {
            return "; write its decimal sign as a point";
        }
        if (Decimal.isWritten(text)) {
            return " of at most 1.79e308";
        }
        if (THOUSANDS.matcher(text).matches()) {
            return "; take out what sets its thousands apart";
        }
        if (Decimal.isWritten(text.replace('\u2212', '-'))) {
            return "; write its minus sign as a hyphen";
        }
        if (text.matches("[-+.]*[0-9].*")) {
            return " and nothing behind it, such as a unit";
        }
        return gaps ? "; where there is none, leave the cell empty" : "";
    }

    /** As much of a text as fits into a sentence. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
