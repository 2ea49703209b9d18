// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * What all designs of a space keep to beyond the range of each variable. Immutable; made by the {@code with…} methods of
 * {@link DesignSpace}.
 */
final class Limits {
    /** Nothing is limited. */
    static final Limits NONE = new Limits(List.of(), List.of(), new double[0], new int[0]);

    private final List<LevelCount> counts;
    private final List<Linear> linears;
    /** The value of each variable that has only one, NaN of the others; empty if no variable is fixed. */
    private final double[] fixed;
    /** For each variable the first one that always has the same value; empty if none are tied. */
    private final int[] leaders;

    private Limits(List<LevelCount> counts, List<Linear> linears, double[] fixed, int[] leaders) {
        this.counts = counts;
        this.linears = linears;
        this.fixed = fixed;
        this.leaders = leaders;
    }

    List<LevelCount> counts() {
        return counts;
    }

    List<Linear> linears() {
        return linears;
    }

    /** The only value of a variable; NaN if it is free. */
    double fixed(int variable) {
        return fixed.length == 0 ? Double.NaN : fixed[variable];
    }

    /** The first variable that always has the value of this one. */
    int leader(int variable) {
        return leaders.length == 0 ? variable : leaders[variable];
    }

    /** How many variables have the value of this one, itself included. */
    int tied(int variable) {
        int leader = leader(variable);
        return leaders.length == 0
                ? 1
                : (int) Arrays.stream(leaders).filter(each -> each == leader).count();
    }

    /** Whether some variables are fixed or tied to others. */
    boolean bound() {
        return fixed.length > 0 || leaders.length > 0;
    }

    /** With a number of cells of one level; it replaces what was said of the same level. */
    Limits with(LevelCount count) {
        List<LevelCount> more = new ArrayList<>(counts);
        more.removeIf(other -> other.block() == count.block() && other.level() == count.level());
        more.add(count);
        return new Limits(List.copyOf(more), linears, fixed, leaders);
    }

    Limits with(Linear linear) {
        List<Linear> more = new ArrayList<>(linears);
        more.add(linear);
        return new Limits(counts, List.copyOf(more), fixed, leaders);
    }

    /** With all variables tied to one fixed too. */
    Limits withFixed(int variables, int variable, double value) {
        double[] more = fixed.length == 0 ? new double[variables] : fixed.clone();
        if (fixed.length == 0) {
            Arrays.fill(more, Double.NaN);
        }
        for (int j = 0; j < variables; j++) {
            if (leader(j) == leader(variable)) {
                more[j] = value;
            }
        }
        return new Limits(counts, linears, more, leaders);
    }

    /**
     * With two variables tied to each other.
     *
     * @throws InvalidInputException if they are fixed at different values
     */
    Limits withTie(int variables, int a, int b, DesignSpace space) {
        if (leader(a) == leader(b)) {
            return this;
        }
        if (!Double.isNaN(fixed(a)) && !Double.isNaN(fixed(b)) && fixed(a) != fixed(b)) {
            throw new InvalidInputException("Variables " + space.variableName(a) + " and " + space.variableName(b)
                    + " are tied to each other, but fixed at " + space.shown(a, fixed(a)) + " and "
                    + space.shown(b, fixed(b)) + ".");
        }
        int[] more = new int[variables];
        int from = Math.max(leader(a), leader(b));
        int to = Math.min(leader(a), leader(b));
        for (int j = 0; j < variables; j++) {
            more[j] = leader(j) == from ? to : leader(j);
        }
        Limits tied = new Limits(counts, linears, fixed, more);
        double value = Double.isNaN(fixed(a)) ? fixed(b) : fixed(a);
        return Double.isNaN(value) ? tied : tied.withFixed(variables, a, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits that
                && counts.equals(that.counts)
                && linears.equals(that.linears)
                && Arrays.equals(fixed, that.fixed)
                && Arrays.equals(leaders, that.leaders);
    }

    @Override
    public int hashCode() {
        return counts.hashCode() * 31 + linears.hashCode() + Arrays.hashCode(leaders);
    }
}
