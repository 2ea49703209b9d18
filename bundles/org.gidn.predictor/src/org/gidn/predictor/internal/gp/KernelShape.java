// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.Arrays;

/**
 * Which numbers a kernel has: the logarithms of one or two deviations, of the lengths of numbers, of the lengths of levels, and of
 * the noise's deviation, in this order.
 *
 * @param kinds what is compared
 * @param each whether every input has a length of its own, or all of a kind have one
 * @param added whether numbers and levels are added, each with a deviation of its own, rather than multiplied
 */
public record KernelShape(InputKinds kinds, boolean each, boolean added) {
    private static final double LEAST_LENGTH = 1e-2;
    private static final double MOST_LENGTH = 1e2;
    private static final double LEAST_DEVIATION = 1e-2;
    private static final double MOST_DEVIATION = 1e2;
    private static final double LEAST_NOISE = 1e-4;
    private static final double MOST_NOISE = 1;

    public KernelShape(InputKinds kinds, boolean each, boolean added) {
        this.kinds = kinds;
        this.each = each;
        // With one kind there is nothing to add.
        this.added = added && kinds.numbers() > 0 && kinds.levels() > 0;
    }

    int deviations() {
        return added ? 2 : 1;
    }

    int numberLengths() {
        return each ? kinds.numbers() : Math.min(1, kinds.numbers());
    }

    int levelLengths() {
        return each ? kinds.levels() : Math.min(1, kinds.levels());
    }

    /** How many numbers the kernel has, the noise among them. */
    int parameters() {
        return deviations() + numberLengths() + levelLengths() + 1;
    }

    /** The numbers of a kernel all of whose lengths of a kind are equal. */
    public double[] parameters(double deviation, double numberLength, double levelLength, double noise) {
        double[] parameters = new double[parameters()];
        int lengths = deviations();
        int levels = lengths + numberLengths();
        int last = parameters.length - 1;
        Arrays.fill(parameters, 0, lengths, Math.log(deviation));
        Arrays.fill(parameters, lengths, levels, Math.log(numberLength));
        Arrays.fill(parameters, levels, last, Math.log(levelLength));
        parameters[last] = Math.log(noise);
        return parameters;
    }

    /** The least of each number that a search tries. */
    double[] least() {
        return parameters(LEAST_DEVIATION, LEAST_LENGTH, LEAST_LENGTH, LEAST_NOISE);
    }

    /** The greatest of each number that a search tries. */
    double[] most() {
        return parameters(MOST_DEVIATION, MOST_LENGTH, MOST_LENGTH, MOST_NOISE);
    }
}
