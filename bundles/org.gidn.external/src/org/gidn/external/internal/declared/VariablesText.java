// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.declared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.settings.NearestName;
import org.gidn.core.text.Count;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.Table;

/**
 * The setting {@code variables}: a block of variables a line, or several on one line with semicolons between them.
 *
 * <pre>
 * plate: 8 x 8 phases soft middle stiff
 * cells: 8 x 8 binary void solid
 * x: 10 reals from 0.1 to 35 in²
 * n: integer from 1 to 12
 * process: category cast printed
 * </pre>
 */
public final class VariablesText {
    private static final Pattern LINE = Pattern.compile("\\s*([^:]*?)\\s*:\\s*(.*?)\\s*");
    private static final Pattern SIZE =
            Pattern.compile("(?:(?<rows>\\d+)\\s*[x×]\\s*(?<columns>\\d+)|(?<count>\\d+))?\\s*(?<rest>.*)");
    private static final Pattern BOUNDS =
            Pattern.compile("from\\s+(?<from>\\S+)\\s+to\\s+(?<to>\\S+)(?:\\s+(?<unit>.+))?");
    private static final int MOST = 1_000_000;
    private static final List<String> KINDS = List.of("binary", "phases", "integer", "real", "category");

    private VariablesText() {}

    /**
     * Reads the setting.
     *
     * @throws InvalidInputException if a line is none; names it, and what it may be
     */
    public static List<Variable> parse(String text) {
        List<Variable> variables = new ArrayList<>();
        int number = 0;
        for (String line : text.split("[\\n;]")) {
            number++;
            if (!line.isBlank()) {
                String place = "Line " + number + " of setting 'variables'";
                Variable variable = variable(line.strip(), place);
                if (variables.stream()
                        .anyMatch(other ->
                                other.block().name().equals(variable.block().name()))) {
                    throw new InvalidInputException(place + " has another block of the name '"
                            + Table.shown(variable.block().name()) + "'; each needs a name of its own.");
                }
                variables.add(variable);
            }
        }
        if (variables.isEmpty()) {
            throw new InvalidInputException(
                    "Setting 'variables' is empty; name what a design consists of, e.g. 'x: 10 reals from 0 to 1'.");
        }
        return List.copyOf(variables);
    }

    /** All designs of some variables. */
    public static DesignSpace space(List<Variable> variables) {
        return DesignSpace.of(variables.stream().map(Variable::block).toList());
    }

    private static Variable variable(String line, String place) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new InvalidInputException(place + " is '" + Table.shown(line)
                    + "'; a name and a colon come first, e.g. 'x: 10 reals from 0 to 1'.");
        }
        Matcher size = SIZE.matcher(parts.group(2));
        if (!size.matches()) {
            throw new IllegalStateException(line);
        }
        try {
            return variable(parts.group(1), size, place);
        } catch (InvalidInputException e) {
            throw e.getMessage().startsWith(place)
                    ? e
                    : new InvalidInputException(place + " cannot be: " + e.getMessage(), e);
        }
    }

    private static Variable variable(String name, Matcher size, String place) {
        String[] words = size.group("rest").split("\\s+", 2);
        String given = words[0];
        String kind = kind(given, place);
        String rest = words.length > 1 ? words[1] : "";
        boolean picture = size.group("rows") != null;
        int rows = picture ? count(size.group("rows"), place) : 1;
        int columns =
                size.group("count") == null && !picture ? 1 : count(size.group(picture ? "columns" : "count"), place);
        if ((long) rows * columns > MOST) {
            throw new InvalidInputException(
                    place + " has " + rows + " × " + columns + " variables; 1 to a million are possible.");
        }
        Block block =
                switch (kind) {
                    case "binary" -> cells(name, rows, columns, rest.isEmpty() ? "0 1" : rest, 2, place);
                    case "phases" -> cells(name, rows, columns, rest, 0, place);
                    case "category" -> Block.categories(name, rows * columns, levels(rest, 0, place));
                    default -> numbers(name, rows * columns, kind, rest, place);
                };
        return new Variable(picture ? block.drawn(rows, columns, DesignLayout.PLAIN) : block, kind);
    }

    private static int count(String digits, String place) {
        double count = Decimal.parse(digits);
        if (!(count >= 1 && count <= MOST)) {
            throw new InvalidInputException(
                    place + " has " + Table.shown(digits) + " variables; 1 to a million are possible.");
        }
        return (int) count;
    }

    private static String kind(String word, String place) {
        String singular =
                switch (word) {
                    case "categories" -> "category";
                    case "integers", "reals" -> word.substring(0, word.length() - 1);
                    default -> word;
                };
        if (!KINDS.contains(singular)) {
            throw new InvalidInputException(place + " does not say of what kind the variables are: "
                    + NearestName.unknown("kind", word, KINDS));
        }
        return singular;
    }

    private static Block cells(String name, int rows, int columns, String names, int count, String place) {
        return Block.phases(name, rows, columns, levels(names, count, place));
    }

    private static List<Level> levels(String names, int count, String place) {
        List<String> words =
                names.isBlank() ? List.of() : Arrays.asList(names.strip().split("[\\s,]+"));
        if (words.size() < 2 || count > 0 && words.size() != count) {
            throw new InvalidInputException(place + " names " + Count.of(words.size(), "level") + "; "
                    + (count > 0 ? "two" : "two or more") + " are needed, separated by blanks, e.g. 'soft stiff'.");
        }
        return words.stream().map(Level::new).toList();
    }

    private static Block numbers(String name, int count, String kind, String rest, String place) {
        Matcher bounds = BOUNDS.matcher(rest);
        if (!bounds.matches()) {
            throw new InvalidInputException(place + misplaced(rest)
                    + "; write 'from', the least value, 'to', the greatest one"
                    + " and perhaps a unit, e.g. 'from 0.1 to 35 in²'.");
        }
        double from = number(bounds.group("from"), place);
        double to = number(bounds.group("to"), place);
        double[] lower = new double[count];
        double[] upper = new double[count];
        Arrays.fill(lower, from);
        Arrays.fill(upper, to);
        String unit = bounds.group("unit") == null ? "" : bounds.group("unit");
        return kind.equals("integer")
                ? Block.integers(name, lower, upper, unit)
                : Block.continuous(name, lower, upper, unit);
    }

    /** What is wrong with bounds. */
    private static String misplaced(String rest) {
        String[] words = rest.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            String expected = i == 0 ? "from" : "to";
            if (i < 4 && !words[i].isEmpty() && !words[i].equals(expected)) {
                return " has '" + Table.shown(words[i]) + "' where '" + expected + "' is expected";
            }
        }
        return words.length > 1 ? " has no upper bound" : " has no bounds";
    }

    private static double number(String text, String place) {
        double number = Decimal.parse(text);
        if (Double.isNaN(number)) {
            throw new InvalidInputException(place + " has the bound '" + Table.shown(text) + "', which is no number.");
        }
        return number;
    }
}
