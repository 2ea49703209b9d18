// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;

/**
 * Children of pairs of designs of any blocks, as NSGA-II has them: numbers are crossed by simulated binary crossover (Deb and
 * Agrawal 1995) and mutated by polynomials (Deb and Goyal 1996), both about as far from a parent as its index says, the
 * greater the nearer; levels come from either parent, and mutate to any other one. Cells are given back the levels that they
 * have too few of, and what breaks limits and rules is mended. Used by one thread.
 */
public final class Variation {
    /** The probability that two parents are crossed. */
    private static final double CROSSED = 0.9;

    private final DesignSpace space;
    private final Feasibility feasibility;
    private final double crossoverIndex;
    private final double mutationIndex;
    private final double mutation;

    /**
     * @param crossoverIndex distribution index of the crossover of numbers, 0 or more
     * @param mutationIndex distribution index of the mutation of numbers, 0 or more
     * @param mutations how many variables of a child mutate in the mean
     */
    public Variation(Problem problem, double crossoverIndex, double mutationIndex, double mutations) {
        this.space = problem.space();
        this.feasibility = new Feasibility(problem);
        this.crossoverIndex = crossoverIndex;
        this.mutationIndex = mutationIndex;
        this.mutation = mutations / space.variables();
    }

    /** Two children of two designs. */
    public double[][] children(double[] one, double[] other, RandomGenerator random) {
        double[][] children = {one.clone(), other.clone()};
        if (random.nextDouble() < CROSSED) {
            for (int j = 0; j < one.length; j++) {
                if (random.nextBoolean() && one[j] != other[j]) {
                    cross(j, children, random);
                }
            }
        }
        finish(children[0], one, random);
        finish(children[1], other, random);
        return children;
    }

    /** Another design near to one; the same if there is none. */
    public void move(double[] design, RandomGenerator random) {
        feasibility.move(design, random);
    }

    private void cross(int j, double[][] children, RandomGenerator random) {
        double one = children[0][j];
        double other = children[1][j];
        if (space.blockOf(j).levels().isEmpty()) {
            // Each child has some variables near to those of one parent and the rest near to those of the other one.
            double spread = (random.nextBoolean() ? 1 : -1) * spread(random.nextDouble());
            double middle = (one + other) / 2;
            double half = (one - other) / 2;
            children[0][j] = number(j, middle + spread * half);
            children[1][j] = number(j, middle - spread * half);
        } else {
            children[0][j] = other;
            children[1][j] = one;
        }
    }

    /** The distance of children over that of their parents. */
    private double spread(double drawn) {
        double power = 1 / (crossoverIndex + 1);
        return drawn < 0.5 ? StrictMath.pow(2 * drawn, power) : StrictMath.pow(1 / (2 * (1 - drawn)), power);
    }

    private double number(int variable, double value) {
        double within = Math.max(space.lower(variable), Math.min(space.upper(variable), value));
        return space.blockOf(variable).kind() == Block.Kind.INTEGER ? Math.rint(within) : within;
    }

    private void finish(double[] child, double[] parent, RandomGenerator random) {
        for (int j = 0; j < child.length; j++) {
            if (random.nextDouble() < mutation) {
                child[j] = mutated(j, child[j], random);
            }
        }
        for (int block = 0; block < space.blocks().size(); block++) {
            int number = block;
            if (space.counts().stream().anyMatch(count -> count.block() == number)) {
                recount(child, parent, block, random);
            }
        }
        if (!space.contains(DesignBatch.ofValues(child.length, child), 0) || feasibility.violation(child) > 0) {
            feasibility.mend(child, random);
        }
    }

    private double mutated(int variable, double value, RandomGenerator random) {
        int levels = space.blockOf(variable).levels().size();
        if (levels > 0) {
            return (value + 1 + random.nextInt(levels - 1)) % levels;
        }
        double lower = space.lower(variable);
        double range = space.upper(variable) - lower;
        double drawn = random.nextDouble();
        double power = 1 / (mutationIndex + 1);
        double place = range == 0 ? 0 : (value - lower) / range;
        // Bounded, so that no value lies beyond the range (Deb's form with the distance to the nearer bound on its
        // side).
        double step = drawn < 0.5
                ? StrictMath.pow(2 * drawn + (1 - 2 * drawn) * StrictMath.pow(1 - place, mutationIndex + 1), power) - 1
                : 1
                        - StrictMath.pow(
                                2 * (1 - drawn) + (2 * drawn - 1) * StrictMath.pow(place, mutationIndex + 1), power);
        double moved = number(variable, value + step * range);
        boolean whole = space.blockOf(variable).kind() == Block.Kind.INTEGER;
        // A step of less than one is one.
        return whole && moved == value ? number(variable, value + (random.nextBoolean() ? 1 : -1)) : moved;
    }

    /** Gives cells drawn at random other levels, until there are as many of each as the parent has. */
    private void recount(double[] child, double[] parent, int block, RandomGenerator random) {
        int from = space.first(block);
        int[] missing = new int[space.blocks().get(block).levels().size()];
        int[] cells = IntStream.range(from, space.first(block + 1)).toArray();
        for (int j : cells) {
            missing[(int) parent[j]]++;
            missing[(int) child[j]]--;
        }
        for (int left = cells.length; left > 0; left--) {
            int drawn = random.nextInt(left);
            int j = cells[drawn];
            cells[drawn] = cells[left - 1];
            int level = wanted(missing, random);
            if (level < 0) {
                return;
            }
            if (missing[(int) child[j]] < 0) {
                missing[(int) child[j]]++;
                missing[level]--;
                child[j] = level;
            }
        }
    }

    /** A level that is missing, drawn among the cells that should have it; −1 if none is. */
    private static int wanted(int[] missing, RandomGenerator random) {
        int all = IntStream.of(missing).filter(count -> count > 0).sum();
        if (all == 0) {
            return -1;
        }
        int drawn = random.nextInt(all);
        int level = 0;
        while (drawn >= Math.max(0, missing[level])) {
            drawn -= Math.max(0, missing[level++]);
        }
        return level;
    }
}
