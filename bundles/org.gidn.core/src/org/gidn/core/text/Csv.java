// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;

/**
 * Comma-separated values as RFC 4180 has them, the only dialect of this program: a header that names the columns, cells in
 * quotes where they hold commas, quotes or line breaks, lines that end in CR LF or LF. A text that a spreadsheet would take for
 * a formula has an apostrophe before it, as one writes it there; reading takes that away again.
 *
 * @since 1.0
 */
public final class Csv {
    /** What spreadsheets would compute, and so run. Numbers, also several of them, are none. */
    private static final Pattern FORMULA = Pattern.compile(
            "'*+[" + Blanks.CLASS + "]*+(?:[=@]|[-+](?![-+.0-9eE" + Blanks.CLASS + "]*+$)).*+", Pattern.DOTALL);

    private Csv() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or is of another form; names the line, what is wrong and what to do
     */
    public static Table read(Path file) {
        return parse(TextFile.read(file), file.toString());
    }

    /**
     * Reads a text. Empty rows are passed over.
     *
     * @param name what it is called in messages
     * @throws InvalidInputException if it is of another form; names the line, what is wrong and what to do
     */
    public static Table parse(String text, String name) {
        checkCharacters(text, name);
        checkSeparator(text, name);
        List<String> columns = null;
        List<Table.Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                List<String> cells = row.getFields().stream().map(Csv::unmarked).toList();
                if (columns == null) {
                    columns = cells;
                } else if (!cells.stream().allMatch(String::isEmpty)) {
                    checkLength(row.getStartingLineNumber(), cells, columns, name);
                    rows.add(new Table.Row(row.getStartingLineNumber(), cells));
                }
            }
        } catch (CsvParseException e) {
            throw new InvalidInputException(
                    name
                            + " has a quote that is not closed, or text behind a closed one; a quote within quotes is written"
                            + " twice. (" + e.getMessage() + ")",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("a text is read without input", e);
        }
        if (columns == null) {
            throw new InvalidInputException(name + " is empty; its first line must name the columns.");
        }
        if (rows.isEmpty()) {
            throw new InvalidInputException(name + " has a header, but no row below it.");
        }
        return new Table(name, columns, rows);
    }

    /** Nobody sees control characters, so that no cell may have any. */
    private static void checkCharacters(String text, String name) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (Character.isISOControl(c) && !Blanks.is(c)) {
                throw new InvalidInputException(String.format(
                        Locale.ROOT,
                        "Line %d of %s has the control character U+%04X; take it out, or save the table as text in UTF-8.",
                        line,
                        name,
                        (int) c));
            }
        }
    }

    /** Looks for other separators than commas in the first line, outside of quotes. */
    private static void checkSeparator(String text, String name) {
        boolean quoted = false;
        char other = 0;
        for (char c : text.lines().findFirst().orElse("").toCharArray()) {
            quoted ^= c == '"';
            if (!quoted && c == ',') {
                return;
            }
            other = !quoted && other == 0 && (c == ';' || c == '\t') ? c : other;
        }
        if (other != 0) {
            boolean semicolons = other == ';';
            throw new InvalidInputException(name + " separates its columns by " + (semicolons ? "semicolons" : "tabs")
                    + "; save it with commas between the columns and points in the numbers"
                    + (semicolons ? ", for which a spreadsheet has to be set to English." : "."));
        }
    }

    private static void checkLength(long line, List<String> cells, List<String> columns, String name) {
        if (cells.size() != columns.size()) {
            throw new InvalidInputException("Line " + line + " of " + name + " has " + Count.of(cells.size(), "cell")
                    + ", but the first line has " + columns.size() + remedy(cells, columns) + ".");
        }
    }

    private static String remedy(List<String> cells, List<String> columns) {
        if (cells.get(0).startsWith("#")) {
            return "; a table has no comments, so take it out";
        }
        if (columns.size() == 1) {
            return "; the first line must name each column, but is '" + Table.shown(columns.get(0)) + "'";
        }
        return cells.size() > columns.size()
                ? "; write decimal signs as points, commas within quotes, and a name above each column, such as that of the"
                        + " names of rows which R writes"
                : "";
    }

    /** Appends one row, with quotes where they are needed. */
    public static void append(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append('\n');
    }

    private static String unmarked(String field) {
        String cell = Blanks.strip(field);
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? Blanks.strip(cell.substring(1)) : cell;
    }

    private static String quoted(String text) {
        String cell = FORMULA.matcher(text).matches() ? "'" + text : text;
        boolean plain = cell.equals(Blanks.strip(cell))
                && cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The shortest text that gives the same number again; nothing for NaN. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
