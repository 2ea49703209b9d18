// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Decimal;

/**
 * A named part of a design: variables of one kind, numbered row by row, that are drawn as a picture of {@code rows ×
 * columns} cells or told as a list. Immutable.
 *
 * <p>Every variable is a number: of phases and categories the number of its level from 0 on, else the quantity itself.
 *
 * @since 1.0
 */
public final class Block {
    /** What values a variable takes. */
    public enum Kind {
        /** One of some levels in each cell; two levels make a binary block. */
        PHASES,
        /** One of some labels, which have no order. */
        CATEGORICAL,
        /** Whole numbers of a range. */
        INTEGER,
        /** All numbers of a range. */
        CONTINUOUS
    }

    /** The most levels of a cell: what digits and the letters of the alphabet can tell apart. */
    public static final int MOST_LEVELS = 36;

    /** The most labels of a category: each is an input of what learns. */
    public static final int MOST_LABELS = 1000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]{0,59}");
    /** Greater whole numbers are not told apart by 64-bit floating point numbers. */
    private static final double MOST_INTEGER = 1L << 53;

    private final String name;
    private final Kind kind;
    private final int rows;
    private final int columns;
    private final List<Level> levels;
    private final double[] lower;
    private final double[] upper;
    private final String unit;
    /** How it is drawn; null if it is told as a list. */
    private final DesignLayout layout;

    private Block(
            String name,
            Kind kind,
            int rows,
            int columns,
            List<Level> levels,
            double[] lower,
            double[] upper,
            String unit,
            DesignLayout layout) {
        this.name = name;
        this.kind = kind;
        this.rows = rows;
        this.columns = columns;
        this.levels = levels;
        this.lower = lower;
        this.upper = upper;
        this.unit = unit;
        this.layout = layout;
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException("'" + name
                    + "' cannot be the name of a block; it must begin with a letter and have only letters, digits, '_' and"
                    + " '-'.");
        }
    }

    /**
     * A picture of cells of two levels, called 0 and 1.
     *
     * @throws InvalidInputException if a side is below 1
     */
    public static Block binary(String name, int rows, int columns) {
        return phases(name, rows, columns, List.of(new Level("0"), new Level("1")));
    }

    /**
     * A picture of cells, each of which is one of the levels.
     *
     * @param levels 2 to {@value #MOST_LEVELS} with different names, in their order if they have one; none is called by a whole
     *     number other than its own, counted from 0
     * @throws InvalidInputException if a side is below 1 or the levels are not as described
     */
    public static Block phases(String name, int rows, int columns, List<Level> levels) {
        return levelled(name, Kind.PHASES, rows, columns, levels, DesignLayout.PLAIN);
    }

    /**
     * A list of {@code count} variables, each of which has one of the labels.
     *
     * @param labels 2 to {@value #MOST_LABELS} with different names
     * @throws InvalidInputException if there are no variables or the labels are not as described
     */
    public static Block categories(String name, int count, List<Level> labels) {
        return levelled(name, Kind.CATEGORICAL, 1, count, labels, null);
    }

    private static Block levelled(
            String name, Kind kind, int rows, int columns, List<Level> levels, DesignLayout layout) {
        if (rows < 1 || columns < 1) {
            throw new InvalidInputException("A design needs at least one row and one column, but " + rows + " × "
                    + columns + " was asked for.");
        }
        Set<String> names = new HashSet<>();
        for (Level level : levels) {
            if (!names.add(level.name())) {
                throw new InvalidInputException("Block '" + name + "' has two levels '" + level.name() + "'.");
            }
        }
        for (int level = 0; level < levels.size() && kind == Kind.PHASES; level++) {
            String called = levels.get(level).name();
            double number = Decimal.parse(called);
            if (number == Math.rint(number) && !called.equals(String.valueOf(level))) {
                throw new InvalidInputException("Block '" + name + "' calls its level " + level + " '" + called
                        + "', which tables would take for the number of a level; put a letter before it.");
            }
        }
        int most = kind == Kind.PHASES ? MOST_LEVELS : MOST_LABELS;
        if (levels.size() < 2 || levels.size() > most) {
            throw new InvalidInputException(
                    "Block '" + name + "' has " + levels.size() + " levels; 2 to " + most + " are allowed.");
        }
        double[] upper = new double[Math.multiplyExact(rows, columns)];
        Arrays.fill(upper, levels.size() - 1.0);
        return new Block(name, kind, rows, columns, List.copyOf(levels), new double[upper.length], upper, "", layout);
    }

    /**
     * A list of variables between bounds.
     *
     * @param lower lower bound of each variable
     * @param upper upper bound of each variable, above the lower one
     * @param unit the unit of all of them, or {@code ""}
     * @throws InvalidInputException if the bounds differ in number, or they or their distance are not finite or not above 0
     */
    public static Block continuous(String name, double[] lower, double[] upper, String unit) {
        return bounded(name, Kind.CONTINUOUS, lower, upper, unit);
    }

    /**
     * A list of whole numbers between bounds, which are allowed themselves.
     *
     * @param lower lower bound of each variable, a whole number
     * @param upper upper bound of each variable, above the lower one
     * @param unit the unit of all of them, or {@code ""}
     * @throws InvalidInputException if the bounds differ in number, are no whole numbers below 2⁵³ or out of order
     */
    public static Block integers(String name, double[] lower, double[] upper, String unit) {
        Block block = bounded(name, Kind.INTEGER, lower, upper, unit);
        for (int j = 0; j < lower.length; j++) {
            for (double bound : new double[] {lower[j], upper[j]}) {
                if (Math.abs(bound) > MOST_INTEGER || bound != Math.rint(bound)) {
                    throw new InvalidInputException("The bounds of variable " + (j + 1) + " of '" + name
                            + "' must be whole numbers, but one is " + bound + ".");
                }
            }
        }
        return block;
    }

    private static Block bounded(String name, Kind kind, double[] lower, double[] upper, String unit) {
        if (lower.length == 0 || lower.length != upper.length) {
            throw new InvalidInputException("Block '" + name + "' needs as many lower as upper bounds, but "
                    + lower.length + " and " + upper.length + " were given.");
        }
        for (int j = 0; j < lower.length; j++) {
            double range = upper[j] - lower[j];
            if (!(range > 0 && range < Double.POSITIVE_INFINITY)) {
                throw new InvalidInputException("The bounds of variable " + (j + 1) + " of '" + name
                        + "' must be finite and in order, but are " + lower[j] + " and " + upper[j]
                        + (range == 0 ? ", which leave it one value; leave it out" : "")
                        + (lower[j] < upper[j] ? ", which are too far apart" : "") + ".");
            }
        }
        return new Block(name, kind, 1, lower.length, List.of(), lower.clone(), upper.clone(), unit, null);
    }

    /**
     * The same variables as a picture.
     *
     * @throws InvalidInputException if they don't fill so many rows and columns
     */
    public Block drawn(int newRows, int newColumns, DesignLayout newLayout) {
        if (newRows < 1 || newColumns < 1 || (long) newRows * newColumns != variables()) {
            throw new InvalidInputException("The " + variables() + " variables of '" + name + "' do not fill " + newRows
                    + " × " + newColumns + " cells.");
        }
        return new Block(name, kind, newRows, newColumns, levels, lower, upper, unit, newLayout);
    }

    /** The same picture, drawn in another way. */
    public Block drawn(DesignLayout newLayout) {
        return drawn(rows, columns, newLayout);
    }

    /** One word, e.g. {@code phases}. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The number of variables. */
    public int variables() {
        return lower.length;
    }

    /** What a variable of phases or categories can be; empty for numbers. */
    public List<Level> levels() {
        return levels;
    }

    /** Whether each variable is one of two levels of a cell. */
    public boolean binary() {
        return kind == Kind.PHASES && levels.size() == 2;
    }

    /** The least value of a variable. */
    public double lower(int variable) {
        return lower[variable];
    }

    /** The greatest value of a variable. */
    public double upper(int variable) {
        return upper[variable];
    }

    /** The unit of its variables, or {@code ""}. */
    public String unit() {
        return unit;
    }

    /** Whether it is drawn as a picture rather than told as a list. */
    public boolean picture() {
        return layout != null;
    }

    /**
     * How it is drawn.
     *
     * @throws IllegalStateException if it is no {@link #picture()}
     */
    public DesignLayout layout() {
        if (layout == null) {
            throw new IllegalStateException("block '" + name + "' is a list");
        }
        return layout;
    }

    /** What a variable is called: the block's name, with its place if there are several. */
    public String variableName(int variable) {
        if (variables() == 1) {
            return name;
        }
        return picture()
                ? name + "[" + (variable / columns + 1) + "," + (variable % columns + 1) + "]"
                : name + (variable + 1);
    }

    /** Whether a variable may have a value. */
    public boolean allows(int variable, double value) {
        return value >= lower[variable]
                && value <= upper[variable]
                && (kind == Kind.CONTINUOUS || value == Math.rint(value));
    }

    /** What a variable may be, for a sentence, e.g. {@code 0.5 to 2}. */
    String allowed(int variable) {
        return switch (kind) {
            case PHASES, CATEGORICAL ->
                levels.size() == 2 ? "0 or 1" : "a whole number from 0 to " + (levels.size() - 1);
            case INTEGER -> "a whole number from " + (long) lower[variable] + " to " + (long) upper[variable];
            case CONTINUOUS -> lower[variable] + " to " + upper[variable];
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block that
                && name.equals(that.name)
                && kind == that.kind
                && rows == that.rows
                && columns == that.columns
                && levels.equals(that.levels)
                && Arrays.equals(lower, that.lower)
                && Arrays.equals(upper, that.upper)
                && unit.equals(that.unit)
                && Objects.equals(layout, that.layout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind, rows, columns, levels, unit, layout);
    }

    /** What it is, for a sentence, e.g. {@code binary, 8 × 8}. */
    @Override
    public String toString() {
        String what =
                switch (kind) {
                    case PHASES -> binary() ? "binary" : levels.size() + " phases";
                    case CATEGORICAL -> levels.size() + " categories";
                    case INTEGER -> "integer";
                    case CONTINUOUS -> "continuous";
                };
        return what
                + (picture()
                        ? ", " + rows + " × " + columns
                        : ", " + variables() + (variables() == 1 ? " variable" : " variables"));
    }
}
