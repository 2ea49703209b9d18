// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Blanks;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.JsonLines;
import org.gidn.core.text.Table;
import org.gidn.core.text.TextFile;

/**
 * Designs and what belongs to them, as people have them: a table with the column {@code design} ({@link DesignText}) or with a
 * column for each variable, of its name ({@link DesignSpace#variableName}) or {@code x1}, {@code x2} and so on, as
 * comma-separated values or JSON lines; or nothing but a design a line. What {@code gidn evaluate} and {@code gidn export} write is of these forms.
 *
 * @since 1.0
 */
public final class DesignTable {
    private static final String DESIGN = "design";
    /** What stands in a header and in no design: words, the name of a variable. */
    private static final Pattern WORD = Pattern.compile("(?i)\\b(?:x1\\b|(?!nan\\b|inf(?:inity)?\\b)[a-z]{2})");

    private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:design|x1)\\b");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");
    private static final Pattern JSON_OVER_LINES = Pattern.compile("\\{|\\[\\s*(?:\\{.*)?");

    private final Table table;

    /** Takes any table; {@link #designs} says if it holds no designs. */
    public DesignTable(Table table) {
        this.table = table;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or is of no known form; names the line
     */
    public static DesignTable read(Path file) {
        return parse(TextFile.bytes(file), file.toString());
    }

    /**
     * Reads the content of a file.
     *
     * @param name what it is called in messages
     * @throws InvalidInputException if it is of no known form; names the line
     */
    public static DesignTable parse(byte[] content, String name) {
        String text = TextFile.decode(content, name);
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (JSON_OVER_LINES.matcher(Blanks.strip(first)).matches()) {
            throw new InvalidInputException(name
                    + " is one piece of JSON; write an object a line, with neither brackets nor commas between them.");
        }
        if (first.startsWith("{")) {
            return new DesignTable(JsonLines.parse(text, name));
        }
        return new DesignTable(isHeader(first, text) ? Csv.parse(text, name) : plain(text, name));
    }

    /** Whether the first line names columns; words with blanks between them are the levels of a design, or a title. */
    private static boolean isHeader(String line, String text) {
        return WORD.matcher(line).find()
                && line.indexOf(DesignText.BLOCK) < 0
                && (SEPARATOR.matcher(line).find()
                        || NAMED.matcher(text).find()
                        || Blanks.strip(line).indexOf(' ') < 0);
    }

    /** A design a line; empty lines at the end are passed over. */
    private static Table plain(String text, String name) {
        List<Table.Row> rows = new ArrayList<>();
        List<String> lines = text.stripTrailing().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new Table.Row(i + 1, List.of(Blanks.strip(lines.get(i)))));
        }
        return new Table(name, List.of(DESIGN), rows);
    }

    /** The rows, one a design, with all their columns. */
    public Table table() {
        return table;
    }

    /** The columns in which designs of a space may stand. */
    public static List<String> columns(DesignSpace space) {
        List<String> columns = new ArrayList<>(List.of(DESIGN));
        IntStream.range(0, space.variables())
                .forEach(j -> columns.addAll(List.of(space.variableName(j), "x" + (j + 1))));
        return columns;
    }

    /**
     * The columns in which the variables of designs are written: {@code x1}, {@code x2} and so on, or their names where one of
     * them has the number of another one for its name.
     *
     * @param names the variables' names, in their order
     */
    public static List<String> columns(List<String> names) {
        List<String> numbers =
                IntStream.rangeClosed(1, names.size()).mapToObj(j -> "x" + j).toList();
        Set<String> taken = new HashSet<>(numbers);
        boolean clear = IntStream.range(0, names.size())
                .allMatch(j -> names.get(j).equals(numbers.get(j)) || !taken.contains(names.get(j)));
        return clear ? numbers : names;
    }

    /** How many designs there are. */
    public int size() {
        return table.size();
    }

    /**
     * All designs, whether they belong to a space or not.
     *
     * @param space says how many variables they have and of which kind these are
     * @throws InvalidInputException if one has other variables or values that are no finite numbers; names its line
     */
    public DesignBatch designs(DesignSpace space) {
        int variables = space.variables();
        boolean numbered = table.has("x1");
        boolean some = IntStream.range(0, variables).anyMatch(j -> table.has(space.variableName(j)));
        boolean all = IntStream.range(0, variables).allMatch(j -> table.has(space.variableName(j)));
        if (table.has(DESIGN) || !some && !numbered) {
            return DesignText.parse(table.texts(DESIGN), space, table::place);
        }
        boolean named = all || !numbered;
        double[][] columns = new double[variables][];
        for (int j = 0; j < variables; j++) {
            columns[j] = column(named ? space.variableName(j) : "x" + (j + 1), space.blockOf(j));
        }
        if (!named && table.has("x" + (variables + 1))) {
            throw new InvalidInputException(table.name() + " has a column x" + (variables + 1)
                    + ", but a design has only " + variables + " variables.");
        }
        DesignBuilder designs = new DesignBuilder(space, size());
        double[] design = new double[variables];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < variables; j++) {
                design[j] = columns[j][i];
            }
            designs.add(design);
        }
        return designs.batch();
    }

    /** The values of one variable, those of labels by their names, those of phases by their numbers or names. */
    private double[] column(String name, Block block) {
        List<String> texts = table.texts(name);
        boolean named = block.levels().stream()
                .map(Level::name)
                .anyMatch(level -> Double.isNaN(Decimal.parse(level)) && texts.contains(level));
        if (!named && block.kind() != Block.Kind.CATEGORICAL) {
            return table.numbers(name);
        }
        double[] values = new double[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = BlockText.value(Blanks.strip(texts.get(i)), block);
            if (Double.isNaN(values[i])) {
                throw new InvalidInputException(table.place(i) + " has '" + Table.shown(texts.get(i)) + "' as " + name
                        + ", where one of "
                        + String.join(
                                ", ", block.levels().stream().map(Level::name).toList())
                        + " is expected.");
            }
        }
        return values;
    }

    /**
     * All designs, which have to belong to a space.
     *
     * @param remedy what to do where one does not, in words that end a sentence
     * @throws InvalidInputException as {@link #designs}, or if one is outside; names its line and what breaks it
     */
    public DesignBatch within(DesignSpace space, String remedy) {
        DesignBatch designs = designs(space);
        for (int i = 0; i < designs.size(); i++) {
            Optional<String> objection = space.objection(designs, i);
            if (objection.isPresent()) {
                throw new InvalidInputException(table.place(i) + " holds a design outside the problem: it "
                        + objection.get() + "; " + remedy + ".");
            }
        }
        return designs;
    }
}
