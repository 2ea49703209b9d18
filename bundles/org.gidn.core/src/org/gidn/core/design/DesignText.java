// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Blanks;

/**
 * Designs as text. A picture of phases is a string of their numbers, row by row: 0 and 1 in a binary one, digits and the
 * letters from a on in others. Labels and numbers stand in a row, separated by blanks; so do values between two phases, such
 * as those of a relaxed design. Blocks are separated by {@code |}; values of all variables in a row are read too. Whatever is written reads back as the same design of the
 * same space.
 *
 * @since 1.0
 */
public final class DesignText {
    /** What separates blocks. */
    static final char BLOCK = '|';

    private static final Pattern BLOCKS =
            Pattern.compile("[" + Blanks.CLASS + "]*\\" + BLOCK + "[" + Blanks.CLASS + "]*");

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
        List<Block> blocks = space.blocks();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = BLOCKS.split(Blanks.strip(lines.get(i)), -1);
            if (parts.length == 1 && blocks.size() > 1 && BlockText.parseRow(parts[0], space, values)) {
                designs.add(values);
                continue;
            }
            if (parts.length != blocks.size()) {
                throw new InvalidInputException(places.apply(i) + " has " + parts.length
                        + (parts.length == 1 ? " block" : " blocks") + "; "
                        + (blocks.size() == 1
                                ? "one is needed"
                                : blocks.size() + " are needed, separated by '|': "
                                        + String.join(
                                                " | ",
                                                blocks.stream().map(Block::name).toList()))
                        + ".");
            }
            for (int b = 0; b < parts.length; b++) {
                String place = blocks.size() == 1
                        ? places.apply(i)
                        : "Block '" + blocks.get(b).name() + "' of " + lowerFirst(places.apply(i));
                BlockText.parse(parts[b], place, blocks.get(b), values, space.first(b));
            }
            designs.add(values);
        }
        return designs.batch();
    }

    private static String lowerFirst(String text) {
        return text.startsWith("Design ") || text.startsWith("Line ")
                ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
                : text;
    }

    /** Writes one design in the form that {@link #parse} reads in the same space, exactly. */
    public static String format(DesignSpace space, DesignBatch designs, int design) {
        StringBuilder text = new StringBuilder(designs.variables());
        for (int b = 0; b < space.blocks().size(); b++) {
            text.append(b == 0 ? "" : " | ");
            BlockText.format(space.blocks().get(b), designs, design, space.first(b), text);
        }
        return text.toString();
    }
}
