// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.Table;

/**
 * Designs as text. In a binary space a design is a string of 0 and 1, row by row (1 = stiff); one with other values, such as
 * those of a relaxed design, is its numbers, as in a continuous space, separated by blanks. Whatever is written reads back as
 * the same design of the same space.
 *
 * @since 1.0
 */
public final class DesignText {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");
    private static final Pattern SPREADSHEET = Pattern.compile("[01][.,][01]*E\\+?\\d+", Pattern.CASE_INSENSITIVE);

    private DesignText() {}

    /**
     * Reads designs, one a line.
     *
     * @param lines text of each design; blanks around it do not count
     * @param space says of which form they are; {@link DesignSpace#objection} says whether they belong to it
     * @return the designs, packed if the space is binary and all values are 0 or 1; all values are finite
     * @throws InvalidInputException names the design, what is wrong and what was expected
     */
    public static DesignBatch parse(List<String> lines, DesignSpace space) {
        return parse(lines, space, i -> "Design " + (i + 1));
    }

    /** {@link #parse(List, DesignSpace)} with messages that call the lines by names of the caller's. */
    static DesignBatch parse(List<String> lines, DesignSpace space, IntFunction<String> places) {
        DesignBuilder designs = new DesignBuilder(space, lines.size());
        double[] values = new double[space.variables()];
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (space.kind() == DesignSpace.Kind.BINARY && (values.length > 1 || !text.contains("."))) {
                parseBinary(text, places.apply(i), space, values);
            } else {
                parseNumbers(text, places.apply(i), values);
            }
            designs.add(values);
        }
        return designs.batch();
    }

    private static void parseBinary(String text, String place, DesignSpace space, double[] values) {
        if (SEPARATOR.matcher(text).find()) {
            parseNumbers(text, place, values);
            return;
        }
        if (SPREADSHEET.matcher(text).matches()) {
            throw new InvalidInputException(
                    place + " has '" + text
                            + "', a number that a spreadsheet made of a design; give its column the format 'text' before it is filled.");
        }
        if (text.length() != space.variables()) {
            throw new InvalidInputException(place + " has " + text.length() + " characters; a design of " + space.rows()
                    + " × " + space.columns() + " elements is written with " + space.variables()
                    + " characters of 0 or 1, row by row.");
        }
        for (int j = 0; j < text.length(); j++) {
            char c = text.charAt(j);
            if (c != '0' && c != '1') {
                throw new InvalidInputException(place + " has '" + c + "' at position " + (j + 1)
                        + "; only 0 (soft) and 1 (stiff) are allowed.");
            }
            values[j] = c - '0';
        }
    }

    private static void parseNumbers(String text, String place, double[] values) {
        String[] parts = SEPARATOR.split(text);
        if (parts.length != values.length) {
            throw new InvalidInputException(place + " has " + parts.length + " numbers; " + values.length
                    + " are needed, separated by blanks or commas.");
        }
        for (int j = 0; j < parts.length; j++) {
            values[j] = Decimal.parse(parts[j]);
            if (Double.isNaN(values[j])) {
                throw new InvalidInputException(
                        place + " has '" + Table.shown(parts[j]) + "' where number " + (j + 1) + " is expected.");
            }
        }
    }

    /** Writes one design in the form that {@link #parse} reads in the same space, exactly. */
    public static String format(DesignSpace space, DesignBatch designs, int design) {
        StringBuilder text = new StringBuilder(designs.variables());
        boolean binary = space.kind() == DesignSpace.Kind.BINARY && isBinary(designs, design);
        for (int j = 0; j < designs.variables(); j++) {
            double value = designs.value(design, j);
            if (binary) {
                text.append(value == 1 ? '1' : '0');
            } else {
                text.append(j == 0 ? "" : " ").append(value);
            }
        }
        return text.toString();
    }

    private static boolean isBinary(DesignBatch designs, int design) {
        boolean binary = true;
        for (int j = 0; j < designs.variables() && !designs.packed() && binary; j++) {
            binary = designs.value(design, j) == 0 || designs.value(design, j) == 1;
        }
        return binary;
    }
}
