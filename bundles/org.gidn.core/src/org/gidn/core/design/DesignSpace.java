// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Blanks;
import org.gidn.core.text.Table;

/**
 * The designs that a problem allows: blocks of variables, one after the other, and {@linkplain Limits limits} within which
 * their values stay. Immutable.
 *
 * @since 1.0
 */
public final class DesignSpace {
    private final List<Block> blocks;
    private final Limits limits;
    /** The block of each variable. */
    private final int[] block;
    /** The first variable of each block, and the number of all. */
    private final int[] first;

    private DesignSpace(List<Block> blocks, Limits limits) {
        this.blocks = blocks;
        this.limits = limits;
        first = new int[blocks.size() + 1];
        for (int b = 0; b < blocks.size(); b++) {
            first[b + 1] = Math.addExact(first[b], blocks.get(b).variables());
        }
        block = new int[first[blocks.size()]];
        for (int b = 0; b < blocks.size(); b++) {
            Arrays.fill(block, first[b], first[b + 1], b);
        }
    }

    /**
     * All designs of some blocks.
     *
     * @param blocks at least one, each with a name of its own
     * @throws InvalidInputException if there is none, or two blocks or variables have the same name
     */
    public static DesignSpace of(List<Block> blocks) {
        if (blocks.isEmpty()) {
            throw new InvalidInputException("A design needs at least one block of variables.");
        }
        Set<String> names = new HashSet<>();
        for (Block each : blocks) {
            if (!names.add(each.name())) {
                throw new InvalidInputException(
                        "Two blocks of variables are called '" + each.name() + "'; each needs a name of its own.");
            }
        }
        DesignSpace space = new DesignSpace(List.copyOf(blocks), Limits.NONE);
        if (blocks.size() > 1) {
            requireNames(space);
        }
        return space;
    }

    /** A variable of a list has the list's name and its number, which may be the name of another block. */
    private static void requireNames(DesignSpace space) {
        Set<String> names = new HashSet<>();
        for (int j = 0; j < space.variables(); j++) {
            String name = space.variableName(j);
            if (name.indexOf('[') < 0 && !names.add(name)) {
                throw new InvalidInputException(
                        "Two variables are called '" + name
                                + "', for a list's variables are called by its name and their numbers; rename one of the blocks.");
            }
        }
    }

    /** All designs of some blocks, see {@link #of(List)}. */
    public static DesignSpace of(Block... blocks) {
        return of(List.of(blocks));
    }

    /**
     * All designs of a picture of {@code rows × columns} variables of 0 or 1, called {@code cells}.
     *
     * @throws InvalidInputException if a side is below 1
     */
    public static DesignSpace binary(int rows, int columns) {
        return of(Block.binary("cells", rows, columns));
    }

    /**
     * All points between bounds, a list called {@code x}.
     *
     * @throws InvalidInputException see {@link Block#continuous}
     */
    public static DesignSpace continuous(double[] lower, double[] upper) {
        return of(Block.continuous("x", lower, upper, ""));
    }

    /**
     * The designs of this space in which so many cells of a block have a level.
     *
     * @param count with the numbers of a block of phases or categories and of one of its levels
     * @throws InvalidInputException if no design has so many
     */
    public DesignSpace withCount(LevelCount count) {
        Block counted = blocks.get(count.block());
        if (count.level() < 0 || count.level() >= counted.levels().size()) {
            throw new InvalidInputException("Block '" + counted.name() + "' is " + counted
                    + "; only cells of phases and categories can be counted by their level.");
        }
        if (count.least() < 0 || count.most() > counted.variables() || count.least() > count.most()) {
            throw new InvalidInputException("The number of cells of '" + counted.name() + "' that are "
                    + counted.levels().get(count.level()).name() + " must lie in 0 … " + counted.variables()
                    + ", but is to be " + (count.exact() ? count.least() : count.least() + " to " + count.most())
                    + ".");
        }
        return limited(limits.with(count));
    }

    /**
     * The designs of this space for which a sum of continuous variables stays within bounds.
     *
     * @throws InvalidInputException if a variable is not continuous
     */
    public DesignSpace withLinear(Linear linear) {
        for (int j : linear.variables()) {
            if (blockOf(j).kind() != Block.Kind.CONTINUOUS) {
                throw new InvalidInputException("Variable " + variableName(j)
                        + " is not continuous; a linear constraint takes continuous variables only.");
            }
        }
        return limited(limits.with(linear));
    }

    /**
     * The designs of this space in which a variable has a value.
     *
     * @throws InvalidInputException if the variable cannot have it, or is fixed at another one
     */
    public DesignSpace withFixed(int variable, double value) {
        if (!blockOf(variable).allows(variable - first[block[variable]], value)) {
            throw new InvalidInputException("Variable " + variableName(variable) + " is to be fixed at " + value
                    + ", where " + blockOf(variable).allowed(variable - first[block[variable]]) + " is allowed.");
        }
        if (fixed(variable).isPresent() && limits.fixed(variable) != value) {
            throw new InvalidInputException("Variable " + variableName(variable) + " is to be fixed at "
                    + shown(variable, limits.fixed(variable)) + " and at " + shown(variable, value)
                    + ", perhaps by way of one it is tied to; leave one of the two out.");
        }
        return limited(limits.withFixed(variables(), variable, value));
    }

    /**
     * The designs of this space in which two variables have the same value.
     *
     * @throws InvalidInputException if the variables are not of one block and range, or fixed at different values
     */
    public DesignSpace withTie(int a, int b) {
        if (block[a] != block[b] || lower(a) != lower(b) || upper(a) != upper(b)) {
            throw new InvalidInputException("Variables " + variableName(a) + " and " + variableName(b)
                    + " cannot be tied to each other, since they are of different blocks or ranges.");
        }
        return limited(limits.withTie(variables(), a, b, this));
    }

    private DesignSpace limited(Limits other) {
        return new DesignSpace(blocks, other);
    }

    /**
     * The designs of this binary space that have exactly {@code count} zeros.
     *
     * @throws InvalidInputException if the space is not one binary block or has fewer variables
     */
    public DesignSpace withZeros(int count) {
        if (blocks.size() != 1 || !binary()) {
            throw new InvalidInputException("A number of zeros can be fixed in a binary design space only.");
        }
        if (count < 0 || count > variables()) {
            throw new InvalidInputException(
                    "The number of zeros must lie in 0 … " + variables() + ", but is " + count + ".");
        }
        return withCount(new LevelCount(0, 0, count, count));
    }

    /**
     * The designs of this binary space in which the given share of variables is 0.
     *
     * @param fraction share of zeros, 0 … 1; e.g. the volume fraction of the first of two phases
     * @throws InvalidInputException if the space is not one binary block or the share gives no whole number of zeros
     */
    public DesignSpace withZeroFraction(double fraction) {
        if (blocks.size() != 1 || !binary()) {
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

    /** The blocks, in the order in which their variables stand. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The number of a block in {@link #blocks()}, if there is one of that name. */
    public OptionalInt block(String name) {
        for (int b = 0; b < blocks.size(); b++) {
            if (blocks.get(b).name().equals(name)) {
                return OptionalInt.of(b);
            }
        }
        return OptionalInt.empty();
    }

    /** The first block that is drawn as a picture. */
    public Optional<Block> picture() {
        return blocks.stream().filter(Block::picture).findFirst();
    }

    /** How the first picture is drawn. */
    public DesignLayout layout() {
        return picture().map(Block::layout).orElse(DesignLayout.PLAIN);
    }

    /** The first variable of a block. */
    public int first(int number) {
        return first[number];
    }

    /** The block of a variable. */
    public Block blockOf(int variable) {
        return blocks.get(block[variable]);
    }

    /** The number of variables of a design. */
    public int variables() {
        return block.length;
    }

    /** The least value of a variable. */
    public double lower(int variable) {
        return blockOf(variable).lower(variable - first[block[variable]]);
    }

    /** The greatest value of a variable. */
    public double upper(int variable) {
        return blockOf(variable).upper(variable - first[block[variable]]);
    }

    /** What a variable is called, for sentences and columns. */
    public String variableName(int variable) {
        return blockOf(variable).variableName(variable - first[block[variable]]);
    }

    /** A value of a variable as people call it: the name of a level, or the number; it reads back as the same value. */
    public String shown(int variable, double value) {
        Block of = blockOf(variable);
        if (!of.levels().isEmpty() && value == Math.rint(value)) {
            return of.levels().get((int) value).name();
        }
        return of.kind() == Block.Kind.CONTINUOUS || value != Math.rint(value)
                ? Double.toString(value)
                : Long.toString((long) value);
    }

    /**
     * Reads a value of a variable: the name of a level, or a number.
     *
     * @throws InvalidInputException says what the variable may be
     */
    public double read(int variable, String text) {
        Block of = blockOf(variable);
        double value = BlockText.value(Blanks.strip(text), of);
        if (Double.isNaN(value) || !of.allows(variable - first[block[variable]], value)) {
            String allowed = of.levels().isEmpty()
                    ? of.allowed(variable - first[block[variable]])
                    : "one of "
                            + String.join(
                                    ", ", of.levels().stream().map(Level::name).toList());
            throw new InvalidInputException("Variable " + variableName(variable) + " cannot be '" + Table.shown(text)
                    + "'; " + allowed + " is allowed.");
        }
        return value;
    }

    /** Whether all variables are 0 or 1, so that designs can be packed. */
    public boolean binary() {
        return blocks.stream().allMatch(Block::binary);
    }

    /** Whether all variables are continuous. */
    public boolean continuous() {
        return blocks.stream().allMatch(each -> each.kind() == Block.Kind.CONTINUOUS);
    }

    /** Whether no variable is continuous, so that the designs can be counted. */
    public boolean discrete() {
        return blocks.stream().noneMatch(each -> each.kind() == Block.Kind.CONTINUOUS);
    }

    /** How many cells of a level are allowed, for all that are limited. */
    public List<LevelCount> counts() {
        return limits.counts();
    }

    /** The linear constraints. */
    public List<Linear> linears() {
        return limits.linears();
    }

    /** The value that a variable has in every design, if there is only one. */
    public OptionalDouble fixed(int variable) {
        double value = limits.fixed(variable);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The first variable that has the value of this one in every design; the variable itself if it is tied to none before. */
    public int leader(int variable) {
        return limits.leader(variable);
    }

    /** How many variables have the value of this one in every design, itself included. */
    public int tied(int variable) {
        return limits.tied(variable);
    }

    /** The variables that are not fixed, those that are tied to each other together, block by block in the order of their first ones. */
    public List<int[]> groups() {
        return IntStream.range(0, blocks.size())
                .mapToObj(number -> Cells.of(this, number).groups())
                .flatMap(Arrays::stream)
                .toList();
    }

    /** Whether some variables are fixed or tied to each other. */
    public boolean bound() {
        return limits.bound();
    }

    /** How many variables are 0 in every design, if the space is one binary block and fixes that. */
    public OptionalInt zeros() {
        if (blocks.size() == 1 && binary()) {
            for (LevelCount count : limits.counts()) {
                if (count.exact()) {
                    return OptionalInt.of(count.level() == 0 ? count.least() : variables() - count.least());
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Whether any 0 may be swapped with any 1: the number of zeros is fixed and no variable is bound. */
    public boolean swappable() {
        return zeros().isPresent() && !bound();
    }

    /**
     * Whether all variables are 0 or 1, and every design is allowed that has as many zeros as the space asks for, if it asks for
     * any number.
     */
    public boolean freeBinary() {
        return binary() && !bound() && (zeros().isPresent() || limits.counts().isEmpty());
    }

    /** Whether all variables are continuous, and every design within their bounds is allowed. */
    public boolean freeContinuous() {
        return continuous() && !bound() && limits.linears().isEmpty();
    }

    /**
     * Looks whether so many different designs can be drawn as samples.
     *
     * @throws InvalidInputException if there are not so many
     */
    public void requireSamples(int samples) {
        if (discrete() && count().compareTo(BigInteger.valueOf(samples)) < 0) {
            throw new InvalidInputException(
                    "Setting 'samples' is " + samples + ", but the problem has only " + count() + " designs.");
        }
    }

    /**
     * How many designs there are.
     *
     * @throws InvalidInputException if a variable is continuous
     */
    public BigInteger count() {
        if (!discrete()) {
            throw new InvalidInputException("A continuous design space has no number of designs.");
        }
        BigInteger count = BigInteger.ONE;
        for (int b = 0; b < blocks.size(); b++) {
            count = count.multiply(DesignCount.of(this, b));
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
        if (designs.packed() && swappable()) {
            int ones = 0;
            for (int w = 0; w < DesignBatch.words(variables()); w++) {
                ones += Long.bitCount(designs.word(design, w));
            }
            if (variables() - ones == zeros().getAsInt()) {
                return Optional.empty();
            }
        }
        return Objections.to(this, designs.toArray(design));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DesignSpace that && blocks.equals(that.blocks) && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode() * 31 + limits.hashCode();
    }

    @Override
    public String toString() {
        return blocks.stream().map(Block::toString).collect(Collectors.joining("; "))
                + (zeros().isPresent() ? " with " + zeros().getAsInt() + " zeros" : "");
    }
}
