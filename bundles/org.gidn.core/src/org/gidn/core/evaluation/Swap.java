// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.gidn.core.problem.Goal;

/**
 * A swap of a 0 with a 1 in a binary design.
 *
 * @param raised the variable that becomes 1
 * @param lowered the variable that becomes 0
 * @param value the value of the design that it leads to
 * @since 1.0
 */
public record Swap(int raised, int lowered, double value) {
    /** Smaller relative gains are rounding errors of a neighbourhood's low-rank updates. */
    private static final double LEAST_GAIN = 1e-8;

    /** How many swaps a binary design has: the number of its zeros times that of its ones. */
    public static long count(double[] design) {
        long ones = (long) DoubleStream.of(design).sum();
        return ones * (design.length - ones);
    }

    /**
     * The swap that leads to the best value, if that is better than the design itself.
     *
     * @param design values 0 or 1
     * @param value its value
     * @param swaps value {@code [z][o]} of each swap, as {@link SwapEvaluator#swaps} gives them
     */
    public static Optional<Swap> best(double[] design, double value, double[][] swaps, Goal goal) {
        return best(design, value, swaps, goal, swapped -> true);
    }

    /**
     * The same among the swaps that lead to designs which are allowed.
     *
     * @param allowed asked of designs with values 0 or 1
     */
    public static Optional<Swap> best(
            double[] design, double value, double[][] swaps, Goal goal, Predicate<double[]> allowed) {
        Swap best = new Swap(-1, -1, value);
        int zero = 0;
        for (int i = 0; i < design.length; i++) {
            int one = 0;
            for (int j = 0; j < design.length && design[i] == 0; j++) {
                if (design[j] == 1) {
                    double swapped = swaps[zero][one++];
                    if (goal.better(swapped, best.value)) {
                        Swap next = new Swap(i, j, swapped);
                        best = allowed.test(next.of(design)) ? next : best;
                    }
                }
            }
            zero += design[i] == 0 ? 1 : 0;
        }
        return Optional.of(best).filter(swap -> better(swap.value, value, goal));
    }

    /** Whether a value is better than another by more than rounding errors. */
    public static boolean better(double a, double b, Goal goal) {
        return goal.better(a, b) && !(Math.abs(a - b) <= LEAST_GAIN * Math.abs(b));
    }

    /** A copy of a design with the swap made. */
    public double[] of(double[] design) {
        double[] swapped = design.clone();
        swapped[raised] = 1;
        swapped[lowered] = 0;
        return swapped;
    }
}
