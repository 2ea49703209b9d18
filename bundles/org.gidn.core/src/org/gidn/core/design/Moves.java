// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Small random changes of designs that lead to designs of the same space: a cell gets another level or two cells swap
 * theirs, a label changes, a number takes a step. Tied variables move together, fixed ones stay, counts and sums keep within
 * their limits. Used by one thread.
 *
 * @since 1.0
 */
public final class Moves {
    /** A step of a number has this share of its range as standard deviation. */
    private static final double STEP = 0.1;
    /** A change that the limits do not allow is drawn anew so many times. */
    private static final int TRIES = 100;

    private final DesignSpace space;
    private final List<int[]> groups;
    private final Sums sums;

    public Moves(DesignSpace space) {
        this.space = space;
        groups = space.groups();
        sums = new Sums(space);
    }

    /**
     * Changes a design of the space to another one.
     *
     * @param design one value a variable
     * @return whether there was such a change; the design is as before otherwise
     */
    public boolean change(double[] design, RandomGenerator random) {
        return change(design, 1, random);
    }

    /**
     * Changes a design of the space to another one.
     *
     * @param design one value a variable
     * @param reach how far numbers step, as a part of their usual step, a tenth of their range
     * @return whether there was such a change; the design is as before otherwise
     */
    public boolean change(double[] design, double reach, RandomGenerator random) {
        double[] before = design.clone();
        for (int tries = 0; tries < TRIES && !groups.isEmpty(); tries++) {
            int[] group = groups.get(random.nextInt(groups.size()));
            if (space.blockOf(group[0]).levels().isEmpty()) {
                step(design, group, reach, random);
            } else {
                relevel(design, group, random);
            }
            if (!Arrays.equals(design, before) && Objections.to(space, design).isEmpty()) {
                return true;
            }
            System.arraycopy(before, 0, design, 0, before.length);
        }
        return false;
    }

    private void step(double[] design, int[] group, double reach, RandomGenerator random) {
        int j = group[0];
        double range = space.upper(j) - space.lower(j);
        double moved = design[j] + reach * STEP * range * random.nextGaussian();
        if (space.blockOf(j).kind() == Block.Kind.INTEGER) {
            // A step of less than one is one.
            moved = Math.abs(moved - design[j]) < 1 ? design[j] + (random.nextBoolean() ? 1 : -1) : Math.rint(moved);
        }
        set(design, group, Math.max(space.lower(j), Math.min(space.upper(j), moved)));
        sums.meet(design);
    }

    /** Gives a group another level; where that breaks a count, a group of its size takes the level that it had. */
    private void relevel(double[] design, int[] group, RandomGenerator random) {
        int levels = space.blockOf(group[0]).levels().size();
        double old = design[group[0]];
        double level = (old + 1 + random.nextInt(levels - 1)) % levels;
        set(design, group, level);
        if (Objections.to(space, design).isEmpty()) {
            return;
        }
        List<int[]> others = new ArrayList<>();
        for (int[] other : groups) {
            if (other != group
                    && other.length == group.length
                    && space.blockOf(other[0]) == space.blockOf(group[0])
                    && design[other[0]] == level) {
                others.add(other);
            }
        }
        if (!others.isEmpty()) {
            set(design, others.get(random.nextInt(others.size())), old);
        }
    }

    private static void set(double[] design, int[] group, double value) {
        for (int j : group) {
            design[j] = value;
        }
    }
}
