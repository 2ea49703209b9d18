// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.List;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Blanks;
import org.gidn.core.text.Count;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.Table;

/** The text of one block of a design, see {@link DesignText}. */
final class BlockText {
    private static final Pattern SEPARATOR = Pattern.compile("[" + Blanks.CLASS + ",;]+");
    private static final Pattern SPREADSHEET = Pattern.compile("[01][.,][01]*E\\+?\\d+", Pattern.CASE_INSENSITIVE);

    private BlockText() {}

    /**
     * Reads the text of a block.
     *
     * @param place what its design is called in messages
     * @param values receives the values from {@code offset} on; finite, though perhaps not of the block
     */
    static void parse(String text, String place, Block block, double[] values, int offset) {
        boolean compact = block.kind() == Block.Kind.PHASES && (block.variables() > 1 || !text.contains("."));
        if (compact && !SEPARATOR.matcher(text).find()) {
            levels(text, place, block, values, offset);
        } else {
            numbers(text, place, block, values, offset);
        }
    }

    /**
     * Reads the values of all variables of all blocks, separated by blanks or commas.
     *
     * @return whether the text is such a row
     */
    static boolean parseRow(String text, DesignSpace space, double[] values) {
        String[] parts = SEPARATOR.split(text);
        boolean row = parts.length == values.length;
        for (int j = 0; j < parts.length && row; j++) {
            values[j] = value(parts[j], space.blockOf(j));
            row = !Double.isNaN(values[j]);
        }
        return row;
    }

    private static void levels(String text, String place, Block block, double[] values, int offset) {
        if (SPREADSHEET.matcher(text).matches()) {
            throw new InvalidInputException(
                    place + " has '" + Table.shown(text)
                            + "', a number that a spreadsheet made of a design; give its column the format 'text' before it is filled.");
        }
        if (text.length() != block.variables()) {
            throw new InvalidInputException(
                    place + " has " + Count.of(text.length(), "character") + "; a design of " + block.rows()
                            + " × " + block.columns() + " elements is written with " + block.variables()
                            + " characters of " + characters(block) + ", row by row.");
        }
        for (int j = 0; j < text.length(); j++) {
            int level = Character.digit(text.charAt(j), 36);
            if (text.charAt(j) > 'z' || level < 0 || level >= block.levels().size()) {
                throw new InvalidInputException(place + " has '" + text.charAt(j) + "' at position " + (j + 1)
                        + "; only " + meanings(block) + " are allowed.");
            }
            values[offset + j] = level;
        }
    }

    private static String characters(Block block) {
        return block.binary() ? "0 or 1" : "0 to " + character(block.levels().size() - 1);
    }

    /** The characters and what they stand for, e.g. {@code 0 (soft) and 1 (stiff)}. */
    private static String meanings(Block block) {
        StringBuilder text = new StringBuilder();
        List<Level> levels = block.levels();
        for (int level = 0; level < levels.size(); level++) {
            String character = String.valueOf(character(level));
            text.append(level == 0 ? "" : level == levels.size() - 1 ? " and " : ", ")
                    .append(character);
            if (!levels.get(level).name().equals(character)) {
                text.append(" (").append(levels.get(level).name()).append(')');
            }
        }
        return text.toString();
    }

    private static char character(int level) {
        return Character.forDigit(level, 36);
    }

    private static void numbers(String text, String place, Block block, double[] values, int offset) {
        String[] parts = SEPARATOR.split(text);
        if (parts.length != block.variables()) {
            throw new InvalidInputException(place + " has "
                    + Count.of(parts.length, block.kind() == Block.Kind.CATEGORICAL ? "label" : "number") + "; "
                    + block.variables() + (block.variables() == 1 ? " is" : " are")
                    + " needed, separated by blanks or commas.");
        }
        for (int j = 0; j < parts.length; j++) {
            values[offset + j] = value(parts[j], block);
            if (Double.isNaN(values[offset + j])) {
                throw new InvalidInputException(place + " has '" + Table.shown(parts[j]) + "' where "
                        + (block.kind() == Block.Kind.CATEGORICAL
                                ? "one of "
                                        + String.join(
                                                ", ",
                                                block.levels().stream()
                                                        .map(Level::name)
                                                        .toList())
                                : "number " + (j + 1))
                        + " is expected.");
            }
        }
    }

    /** The value of a variable: that of a label, or a finite number; NaN if the text is neither. */
    static double value(String text, Block block) {
        for (int level = 0; level < block.levels().size(); level++) {
            if (block.levels().get(level).name().equals(text)) {
                return level;
            }
        }
        return block.kind() == Block.Kind.CATEGORICAL ? Double.NaN : Decimal.parse(text);
    }

    /** Writes a block of a design in the form that {@link #parse} reads, exactly. */
    static void format(Block block, DesignBatch designs, int design, int first, StringBuilder text) {
        boolean inside = true;
        for (int j = 0; j < block.variables() && !(designs.packed() && block.binary()) && inside; j++) {
            inside = block.allows(j, designs.value(design, first + j));
        }
        for (int j = 0; j < block.variables(); j++) {
            double value = designs.value(design, first + j);
            if (inside && block.kind() == Block.Kind.PHASES) {
                text.append(character((int) value));
                continue;
            }
            text.append(j == 0 ? "" : " ");
            if (inside && block.kind() == Block.Kind.CATEGORICAL) {
                text.append(block.levels().get((int) value).name());
            } else if (inside && block.kind() == Block.Kind.INTEGER) {
                text.append((long) value);
            } else {
                text.append(value);
            }
        }
    }
}
