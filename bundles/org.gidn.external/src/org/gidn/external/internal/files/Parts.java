// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.util.List;
import java.util.StringJoiner;
import org.gidn.core.design.Block;

/** What a template can say of a cell. */
final class Parts {
    /** Value, row, column and number from 1, number of the level from 0, name of the level. */
    static final List<String> NAMES = List.of("value", "row", "column", "number", "level", "name");

    private Parts() {}

    /**
     * A part of a cell.
     *
     * @param cell its number in the block, from 0
     * @param first where the block begins in the design
     */
    static Value of(Block block, int cell, double[] design, int first, String part) {
        double value = design[first + cell];
        boolean levels = !block.levels().isEmpty();
        return switch (part) {
            case "row" -> Value.of(cell / block.columns() + 1, true);
            case "column" -> Value.of(cell % block.columns() + 1, true);
            case "number" -> Value.of(cell + 1, true);
            case "level" -> Value.of(value, levels || block.kind() == Block.Kind.INTEGER);
            default ->
                levels
                        ? Value.of(block.levels().get((int) value).name())
                        : Value.of(value, block.kind() == Block.Kind.INTEGER);
        };
    }

    /**
     * A part of all cells of a block: digits in one word where cells have levels, others with blanks between.
     *
     * @param format how numbers are written; {@code ""} for all their digits
     */
    static String all(Block block, double[] design, int first, String part, String format) {
        boolean digits = block.kind() == Block.Kind.PHASES && part.equals("value");
        StringJoiner text = new StringJoiner(digits ? "" : " ");
        for (int j = 0; j < block.variables(); j++) {
            text.add(
                    digits
                            ? String.valueOf(Character.forDigit((int) design[first + j], Block.MOST_LEVELS))
                            : Template.formatted(of(block, j, design, first, part), format));
        }
        return text.toString();
    }
}
