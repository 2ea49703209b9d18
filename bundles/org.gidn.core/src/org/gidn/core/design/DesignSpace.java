// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.gidn.core.InvalidInputException;

/**
 * The designs that a problem allows: how many variables there are, how they are laid out as a picture, and which values
 * they take. Immutable.
 *
 * <p>A binary space has variables of 0 or 1, laid out in {@code rows × columns} and numbered row by row; it may fix how
 * many of them are 0. A continuous space has bounds for each variable.
 *
 * @since 1.0
 */
public final class DesignSpace {
    /** What values a variable takes. */
    public enum Kind {
        BINARY,
        CONTINUOUS
    }

    private final Kind kind;
    private final int rows;
    private final int columns;
    private final double[] lower;
    private final double[] upper;
    private final int zeros;

    private DesignSpace(Kind kind, int rows, int columns, double[] lower, double[] upper, int zeros) {
        this.kind = kind;
        this.rows = rows;
        this.columns = columns;
        this.lower = lower;
        this.upper = upper;
        this.zeros = zeros;
    }

    /**
     * All designs of {@code rows × columns} variables of 0 or 1.
     *
     * @throws InvalidInputException if a side is below 1
     */
    public static DesignSpace binary(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new InvalidInputException("A design needs at least one row and one column, but " + rows + " × "
                    + columns + " was asked for.");
        }
        int variables = Math.multiplyExact(rows, columns);
        double[] upper = new double[variables];
        Arrays.fill(upper, 1);
        return new DesignSpace(Kind.BINARY, rows, columns, new double[variables], upper, -1);
    }

    /**
     * All points between the bounds.
     *
     * @param lower lower bound of each variable
     * @param upper upper bound of each variable, above the lower one
     * @throws InvalidInputException if the bounds differ in number, are not finite or out of order
     */
    public static DesignSpace continuous(double[] lower, double[] upper) {
        if (lower.length == 0 || lower.length != upper.length) {
            throw new InvalidInputException("A continuous design space needs as many lower as upper bounds, but "
                    + lower.length + " and " + upper.length + " were given.");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i]) || Double.isInfinite(lower[i]) || Double.isInfinite(upper[i])) {
                throw new InvalidInputException("The bounds of variable " + i + " must be finite and in order, but are "
                        + lower[i] + " and " + upper[i] + ".");
            }
        }
        return new DesignSpace(Kind.CONTINUOUS, 1, lower.length, lower.clone(), upper.clone(), -1);
    }

    /**
     * The designs of this binary space that have exactly {@code count} zeros.
     *
     * @throws InvalidInputException if the space is continuous or has fewer variables
     */
    public DesignSpace withZeros(int count) {
        if (kind != Kind.BINARY) {
            throw new InvalidInputException("A number of zeros can be fixed in a binary design space only.");
        }
        if (count < 0 || count > variables()) {
            throw new InvalidInputException(
                    "The number of zeros must lie in 0 … " + variables() + ", but is " + count + ".");
        }
        return new DesignSpace(kind, rows, columns, lower, upper, count);
    }

    /**
     * The designs of this binary space in which the given share of variables is 0.
     *
     * @param fraction share of zeros, 0 … 1; for the composite the volume fraction of soft elements
     * @throws InvalidInputException if the space is continuous or the share gives no whole number of zeros
     */
    public DesignSpace withZeroFraction(double fraction) {
        if (kind != Kind.BINARY) {
            throw new InvalidInputException("A volume fraction is a share of the elements of binary designs, but the"
                    + " evaluator's designs are " + this
                    + "; leave volumeFraction out, or use an evaluator of binary designs.");
        }
        double count = fraction * variables();
        long whole = Math.round(count);
        if (!(Math.abs(count - whole) < 1e-9) || whole < 0 || whole > variables()) {
            throw new InvalidInputException("A volume fraction of " + fraction + " gives " + count + " of "
                    + variables() + " elements, which is no whole number from 0 to " + variables()
                    + "; the nearest fraction that does is " + nearestFraction(whole) + ".");
        }
        return withZeros((int) whole);
    }

    private double nearestFraction(long whole) {
        return Math.max(0, Math.min(variables(), whole)) / (double) variables();
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

    /** The number of variables of a design. */
    public int variables() {
        return lower.length;
    }

    /** The least value of a variable. */
    public double lower(int variable) {
        return lower[variable];
    }

    /** The greatest value of a variable. */
    public double upper(int variable) {
        return upper[variable];
    }

    /** How many variables are 0 in every design, if the space fixes that. */
    public OptionalInt zeros() {
        return zeros < 0 ? OptionalInt.empty() : OptionalInt.of(zeros);
    }

    /**
     * How many designs there are.
     *
     * @throws InvalidInputException if the space is continuous
     */
    public BigInteger count() {
        if (kind != Kind.BINARY) {
            throw new InvalidInputException("A continuous design space has no number of designs.");
        }
        if (zeros < 0) {
            return BigInteger.TWO.pow(variables());
        }
        BigInteger count = BigInteger.ONE;
        for (int i = 0; i < zeros; i++) {
            count = count.multiply(BigInteger.valueOf(variables() - i)).divide(BigInteger.valueOf(i + 1));
        }
        return count;
    }

    /** Whether a design is one of these. */
    public boolean contains(DesignBatch designs, int design) {
        return objection(designs, design).isEmpty();
    }

    /**
     * Why a design is none of these, to follow its name in a sentence, such as {@code has 3 zeros instead of 8};
     * nothing if it is one.
     *
     * @param designs with as many variables as this space
     */
    public Optional<String> objection(DesignBatch designs, int design) {
        int ones = 0;
        for (int j = 0; j < variables() && !designs.packed(); j++) {
            double value = designs.value(design, j);
            if (kind == Kind.BINARY ? value != 0 && value != 1 : !(value >= lower[j] && value <= upper[j])) {
                return Optional.of("has " + value + " as variable " + (j + 1) + ", where "
                        + (kind == Kind.BINARY ? "0 or 1" : lower[j] + " to " + upper[j]) + " is allowed");
            }
            ones += value == 1 ? 1 : 0;
        }
        for (int w = 0; w < DesignBatch.words(variables()) && designs.packed(); w++) {
            ones += Long.bitCount(designs.word(design, w));
        }
        return zeros < 0 || variables() - ones == zeros
                ? Optional.empty()
                : Optional.of("has " + (variables() - ones) + (variables() - ones == 1 ? " zero" : " zeros")
                        + " instead of " + zeros);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DesignSpace that
                && kind == that.kind
                && rows == that.rows
                && columns == that.columns
                && zeros == that.zeros
                && Arrays.equals(lower, that.lower)
                && Arrays.equals(upper, that.upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, rows, columns, zeros);
    }

    @Override
    public String toString() {
        return kind == Kind.CONTINUOUS
                ? "continuous, " + variables() + " variables"
                : "binary, " + rows + " × " + columns + (zeros < 0 ? "" : " with " + zeros + " zeros");
    }
}
