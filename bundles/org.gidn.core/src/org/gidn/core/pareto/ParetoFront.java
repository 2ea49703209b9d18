// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Goal;

/**
 * The designs of some that no other one dominates, which is as good in all objectives and better in one.
 *
 * @since 1.0
 */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * The places of the designs on the front, from the best value of the first objective on; of designs with equal values the
     * first. Designs that failed, which have a NaN, are left out.
     *
     * @param values {@code [objective][design]}
     * @param goals one an objective
     * @throws InvalidInputException if there are not as many goals as objectives, or not as many values of each
     */
    public static int[] of(double[][] values, List<Goal> goals) {
        check(values, goals);
        Comparator<Integer> order =
                Comparator.comparingDouble(i -> -goals.get(0).sign() * values[0][i]);
        for (int objective = 1; objective < values.length; objective++) {
            int next = objective;
            order = order.thenComparingDouble(i -> -goals.get(next).sign() * values[next][i]);
        }
        int[] sorted = IntStream.range(0, values[0].length)
                .filter(i -> Arrays.stream(values).noneMatch(column -> Double.isNaN(column[i])))
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        // What dominates a design comes before it.
        int[] front = new int[sorted.length];
        int size = 0;
        for (int design : sorted) {
            if (!reached(values, goals, front, size, design)) {
                front[size++] = design;
            }
        }
        return Arrays.copyOf(front, size);
    }

    /** Whether one on the front is as good as a design in all objectives. */
    private static boolean reached(double[][] values, List<Goal> goals, int[] front, int size, int design) {
        // Of two objectives the last on the front has the best second value.
        for (int k = size - 1; k >= (values.length == 2 ? Math.max(0, size - 1) : 0); k--) {
            if (asGood(values, goals, front[k], design)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one design is as good as another one in all objectives, or better. */
    private static boolean asGood(double[][] values, List<Goal> goals, int one, int other) {
        for (int objective = 0; objective < values.length; objective++) {
            if (goals.get(objective).better(values[objective][other], values[objective][one])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether one design dominates another one: is as good in all objectives, and better in one. One that failed dominates
     * none, and is dominated by all that did not.
     *
     * @param values {@code [objective][design]}
     * @param goals one an objective
     */
    public static boolean dominates(double[][] values, List<Goal> goals, int one, int other) {
        return asGood(values, goals, one, other) && !asGood(values, goals, other, one);
    }

    static void check(double[][] values, List<Goal> goals) {
        if (values.length == 0 || values.length != goals.size()) {
            throw new InvalidInputException("Values of " + values.length + " objectives do not go with the goals of "
                    + goals.size() + "; there must be one or more, and as many goals.");
        }
        for (double[] column : values) {
            if (column.length != values[0].length) {
                throw new InvalidInputException("All objectives need as many values, but there are " + values[0].length
                        + " of the first and " + column.length + " of another one.");
            }
        }
    }
}
