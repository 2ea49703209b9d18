// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Decimal;

/**
 * Some cells of a block have one value in all designs.
 *
 * @since 1.0
 */
public final class Fixed implements Constraint {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private final String block;
    private final String rows;
    private final String columns;
    private final String value;

    /**
     * @param block name of the block; {@code ""} for the first
     * @param rows a row or a range of rows, from 1 at the top, e.g. {@code 1-3}; {@code ""} for all
     * @param columns the same of columns, from 1 at the left
     * @param value name or number of a level, or a number
     */
    public Fixed(String block, String rows, String columns, String value) {
        this.block = block;
        this.rows = rows;
        this.columns = columns;
        this.value = value;
    }

    @Override
    public DesignSpace limit(DesignSpace space) {
        int number = Names.block(space, block);
        Block cells = space.blocks().get(number);
        int[] down = range(rows, cells.rows(), "rows");
        int[] across = range(columns, cells.columns(), "columns");
        double fixed = cells.levels().isEmpty() ? Decimal.parse(value) : Names.level(cells, value);
        if (Double.isNaN(fixed)) {
            throw new InvalidInputException("Setting 'value' is '" + value + "', where a number is expected.");
        }
        DesignSpace limited = space;
        for (int row = down[0]; row <= down[1]; row++) {
            for (int column = across[0]; column <= across[1]; column++) {
                limited = limited.withFixed(space.first(number) + row * cells.columns() + column, fixed);
            }
        }
        return limited;
    }

    /** The first and the last of a range, from 0. */
    private static int[] range(String text, int count, String name) {
        if (text.isBlank()) {
            return new int[] {0, count - 1};
        }
        Matcher matcher = RANGE.matcher(text.strip());
        int from = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int to = from > 0 && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : from;
        if (from < 1 || to < from || to > count) {
            throw new InvalidInputException("Setting '" + name + "' is '" + text + "', where one of 1 to " + count
                    + " or a range such as 1-" + count + " is expected.");
        }
        return new int[] {from - 1, to - 1};
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            return new Fixed(
                    settings.text("block"), settings.text("rows"), settings.text("columns"), settings.text("value"));
        }
    }
}
