// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.stiffness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gidn.core.problem.Goal;

/** Which points of a plane no other one beats in both coordinates. */
final class ParetoFront {
    private ParetoFront() {}

    /**
     * The places of the points on the front, from the best first coordinate on; of equal points one.
     *
     * @param first first coordinates; points with NaN are left out
     * @param second second coordinates
     */
    static int[] of(double[] first, Goal firstGoal, double[] second, Goal secondGoal) {
        int[] order = IntStream.range(0, first.length)
                .filter(i -> !Double.isNaN(first[i]) && !Double.isNaN(second[i]))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -firstGoal.sign() * first[i])
                        .thenComparingDouble(i -> -secondGoal.sign() * second[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] front = new int[order.length];
        int size = 0;
        double best = Double.NaN;
        for (int i : order) {
            if (secondGoal.better(second[i], best)) {
                best = second[i];
                front[size++] = i;
            }
        }
        return Arrays.copyOf(front, size);
    }
}
