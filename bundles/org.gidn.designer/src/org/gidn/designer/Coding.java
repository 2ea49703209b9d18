// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.random.RandomGenerator;
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
 * ({@link Relaxation}), and each number as its share of the range.
 */
final class Coding {
    private final Problem problem;
    private final DesignSpace space;
    private final Relaxation relaxation;
    private final boolean plain;
    /** What an input is of a share of its range, beside its least value. */
    private final double[] range;

    private final double[] least;

    Coding(Problem problem) {
        this.problem = problem;
        this.space = problem.space();
        this.relaxation = new Relaxation(space);
        this.plain = plain(problem);
        float[] lower = relaxation.lower();
        float[] upper = relaxation.upper();
        range = new double[lower.length];
        least = new double[lower.length];
        for (int i = 0; i < range.length; i++) {
            least[i] = lower[i];
            range[i] = (double) upper[i] - lower[i];
        }
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
                coded[i * range.length + k] = (inputs[k] - least[k]) / range[k];
            }
        }
        return DesignBatch.ofValues(range.length, coded);
    }

    /** The derivatives with respect to inputs, of those with respect to what a {@link Relaxation} makes of designs. */
    double[] slopes(double[] gradient) {
        double[] slopes = gradient.clone();
        for (int k = 0; k < slopes.length && !plain; k++) {
            slopes[k] *= range[k];
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
                inputs[k] = (float) (least[k] + coded.value(i, k) * range[k]);
            }
            decoder.decode(inputs, 0, design);
            if (problem.rules().isEmpty() || feasibility.mend(design, random)) {
                designs.add(design);
            }
        }
        return designs.batch();
    }

    /** Random neighbours of elites, up to {@code moves} small changes away. */
    DesignBatch neighbours(Elites elites, int count, int moves, RandomGenerator random) {
        DesignBuilder neighbours = new DesignBuilder(space, count);
        Feasibility feasibility = new Feasibility(problem);
        for (int i = 0; i < count; i++) {
            double[] design = elites.designs().toArray(elites.draw(random));
            for (int move = 1 + random.nextInt(moves); move > 0; move--) {
                feasibility.move(design, random);
            }
            neighbours.add(design);
        }
        return neighbours.batch();
    }

    /** The share by which designs differ: each level counts whole, each number by its range; the mean of all variables. */
    double difference(DesignBatch designs, int design, DesignBatch others, int other) {
        double sum = 0;
        for (int j = 0; j < space.variables(); j++) {
            double apart = Math.abs(designs.value(design, j) - others.value(other, j));
            sum += space.blockOf(j).levels().isEmpty() ? apart / (space.upper(j) - space.lower(j)) : apart > 0 ? 1 : 0;
        }
        return sum / space.variables();
    }
}
