// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.core.design.Block;
import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;

/**
 * The form in which designs are learned and moved. Binary designs with any or a fixed number of zeros and free continuous
 * ones of equal ranges are so as they are. Others become numbers from 0 to 1: an input for each of three or more levels
 * ({@link Relaxation}), and each number as its share of the range, told apart the more finely the nearer it is to that of the best
 * design known ({@link Zoom}).
 */
final class Coding {
    /** The least part of their usual step by which numbers step. */
    private static final double LEAST_REACH = 0.001;
    /** The least part of a number's range that is told apart from none. */
    private static final double FINEST = 1e-4;

    private final Problem problem;
    private final DesignSpace space;
    private final Relaxation relaxation;
    private final boolean plain;
    private final float[] lower;
    private final float[] upper;
    /** What makes numbers of inputs; null for those of levels. */
    private final Zoom[] zooms;
    /** The least of each input, zoomed, and the range. */
    private final double[] least;

    private final double[] range;

    /**
     * @param best designs known, best first, around which numbers are told apart most finely
     */
    Coding(Problem problem, DesignBatch best) {
        this(problem, best, plain(problem));
    }

    private Coding(Problem problem, DesignBatch best, boolean plain) {
        this.problem = problem;
        this.space = problem.space();
        this.relaxation = new Relaxation(space);
        this.plain = plain;
        lower = relaxation.lower();
        upper = relaxation.upper();
        zooms = new Zoom[lower.length];
        for (int j = 0; j < space.variables() && best.size() > 0; j++) {
            if (space.blockOf(j).levels().isEmpty()) {
                double[] good = new double[Math.min(Responses.GOOD, best.size())];
                for (int i = 0; i < good.length; i++) {
                    good[i] = best.value(i, j);
                }
                zooms[relaxation.first(j)] = Zoom.around(good[0], good, FINEST * (space.upper(j) - space.lower(j)));
            }
        }
        range = new double[lower.length];
        least = new double[lower.length];
        for (int k = 0; k < range.length; k++) {
            least[k] = zoomed(k, lower[k]);
            range[k] = zoomed(k, upper[k]) - least[k];
        }
    }

    /**
     * A form that is the same from the first design to the last: all numbers are told apart evenly, and free continuous designs are
     * learned as they are whatever their ranges.
     */
    static Coding even(Problem problem) {
        boolean free = problem.space().freeBinary() || problem.space().freeContinuous();
        DesignBatch none = DesignBatch.ofValues(problem.space().variables(), new double[0]);
        return new Coding(problem, none, free && problem.rules().isEmpty());
    }

    private double zoomed(int input, double value) {
        return zooms[input] == null ? value : zooms[input].of(value);
    }

    /** Whether designs are learned as they are. */
    static boolean plain(Problem problem) {
        DesignSpace space = problem.space();
        boolean equal = space.freeContinuous();
        for (int j = 1; j < space.variables() && equal; j++) {
            equal = space.lower(j) == space.lower(0) && space.upper(j) == space.upper(0);
        }
        return problem.rules().isEmpty() && (equal || space.freeBinary());
    }

    /** Whether designs are learned as they are. */
    boolean plain() {
        return plain;
    }

    /** The problem of finding inputs, as the designer sees it. */
    Problem problem() {
        if (plain) {
            return problem;
        }
        double[] ones = new double[range.length];
        Arrays.fill(ones, 1);
        return new Problem(
                DesignSpace.continuous(new double[range.length], ones), problem.outputs(), problem.capabilities());
    }

    /** The number of inputs of a design. */
    int inputs() {
        return range.length;
    }

    /** The inputs of designs. */
    DesignBatch encode(DesignBatch designs) {
        if (plain) {
            return designs;
        }
        float[] inputs = new float[range.length];
        double[] coded = new double[designs.size() * range.length];
        for (int i = 0; i < designs.size(); i++) {
            relaxation.encode(designs, i, inputs, 0);
            for (int k = 0; k < range.length; k++) {
                coded[i * range.length + k] = (zoomed(k, inputs[k]) - least[k]) / range[k];
            }
        }
        return DesignBatch.ofValues(range.length, coded);
    }

    /** The form in which distances of designs tell how different they are: grids of two phases as they are. */
    DesignBatch compared(DesignBatch designs) {
        return space.binary() ? designs : encode(designs);
    }

    /** What positions of the designer are in the units of the design variables. */
    void uncode(float[] positions) {
        for (int k = 0; k < range.length && !plain; k++) {
            positions[k] = (float) (least[k] + positions[k] * range[k]);
        }
    }

    /**
     * The relaxed design that a position of the designer stands for; where it leaves the bounds, the nearest within.
     *
     * @param from where the position begins
     * @param slopes receives the derivative of each number with respect to its position
     */
    void relax(float[] positions, int from, double[] relaxed, double[] slopes) {
        for (int k = 0; k < relaxed.length; k++) {
            double position = positions[from + k];
            double zoomed = plain ? position : least[k] + position * range[k];
            double number = plain || zooms[k] == null ? zoomed : zooms[k].inverse(zoomed);
            relaxed[k] = Math.max(lower[k], Math.min(upper[k], number));
            slopes[k] = relaxed[k] != number ? 0 : plain ? 1 : perPosition(k, number);
        }
    }

    private double perPosition(int input, double number) {
        return range[input] / (zooms[input] == null ? 1 : zooms[input].slope(number));
    }

    /** The derivatives with respect to inputs, of those with respect to what a {@link Relaxation} makes of a design. */
    double[] slopes(DesignBatch designs, int design, double[] gradient) {
        double[] slopes = gradient.clone();
        if (!plain) {
            float[] inputs = new float[range.length];
            relaxation.encode(designs, design, inputs, 0);
            for (int k = 0; k < slopes.length; k++) {
                slopes[k] *= perPosition(k, inputs[k]);
            }
        }
        return slopes;
    }

    /** The designs of the space nearest to inputs, which keep to all rules as far as their repairs lead there. */
    DesignBatch decode(DesignBatch coded, RandomGenerator random) {
        if (plain) {
            return coded;
        }
        Decoder decoder = relaxation.decoder();
        float[] inputs = new float[range.length];
        double[] design = new double[space.variables()];
        DesignBuilder designs = new DesignBuilder(space, coded.size());
        Feasibility feasibility = new Feasibility(problem);
        for (int i = 0; i < coded.size(); i++) {
            for (int k = 0; k < range.length; k++) {
                double zoomed = least[k] + coded.value(i, k) * range[k];
                inputs[k] = (float) (zooms[k] == null ? zoomed : zooms[k].inverse(zoomed));
            }
            decoder.decode(inputs, 0, design);
            if (problem.rules().isEmpty() || feasibility.mend(design, random)) {
                designs.add(design);
            }
        }
        return designs.batch();
    }

    /**
     * Random neighbours of elites, one to three small changes away: swaps, flips, other levels, and steps of numbers that are of all
     * sizes, from a tenth of the range to a ten-thousandth.
     */
    DesignBatch neighbours(Elites elites, int count, RandomGenerator random) {
        if (plain && space.binary()) {
            return new SwapNeighbours(space, random).of(elites, count);
        }
        DesignBuilder neighbours = new DesignBuilder(space, count);
        Feasibility feasibility = new Feasibility(problem);
        for (int i = 0; i < count; i++) {
            double[] design = elites.designs().toArray(elites.draw(random));
            boolean between = i % 2 == 1 && addDifference(design, elites, random);
            if (!between || !feasibility.mend(design, random)) {
                double reach = Math.pow(LEAST_REACH, random.nextDouble());
                for (int move = 1 + random.nextInt(SwapNeighbours.MOVES); move > 0; move--) {
                    feasibility.move(design, reach, random);
                }
            }
            neighbours.add(design);
        }
        return neighbours.batch();
    }

    /**
     * Adds to the numbers of a design a part of what two elites differ by (Storn and Price 1997), which goes the way that good designs
     * lie. Returns whether that changes anything.
     */
    private boolean addDifference(double[] design, Elites elites, RandomGenerator random) {
        int one = elites.draw(random);
        int other = elites.draw(random);
        double factor = random.nextDouble();
        boolean changed = false;
        for (int j = 0; j < design.length; j++) {
            if (space.blockOf(j).levels().isEmpty()) {
                double moved = design[j]
                        + factor
                                * (elites.designs().value(one, j)
                                        - elites.designs().value(other, j));
                double allowed = Math.max(space.lower(j), Math.min(space.upper(j), moved));
                changed |= allowed != design[j];
                design[j] = space.blockOf(j).kind() == Block.Kind.INTEGER ? Math.rint(allowed) : allowed;
            }
        }
        return changed;
    }

    /** The share by which designs differ: each level counts whole, each number by its range; the mean of all variables. */
    double difference(DesignBatch designs, int design, DesignBatch others, int other) {
        if (space.binary()) {
            return Distance.of(designs, design, others, other) / space.variables();
        }
        double sum = 0;
        for (int j = 0; j < space.variables(); j++) {
            double apart = Math.abs(designs.value(design, j) - others.value(other, j));
            sum += space.blockOf(j).levels().isEmpty() ? apart / (space.upper(j) - space.lower(j)) : apart > 0 ? 1 : 0;
        }
        return sum / space.variables();
    }
}
