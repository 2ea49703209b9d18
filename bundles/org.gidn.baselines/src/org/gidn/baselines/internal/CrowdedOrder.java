// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.pareto.ParetoFront;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;

/**
 * Designs judged by several objectives in one order, as NSGA-II has it (Deb, Pratap, Agarwal and Meyarivan 2002): first those
 * that no other dominates, then those that only these dominate, and so on; among equals first those with the most room
 * around them. Of designs with equal values all but one wait for the next front. Behind them come those that keep to the
 * constraints less, the worse the later, and last those that failed.
 */
public final class CrowdedOrder {
    private CrowdedOrder() {}

    /**
     * The places of all designs, the best first.
     *
     * @param values {@code [objective][design]}; NaN for designs that failed
     * @param goals one an objective
     * @param violations by how much each design breaks constraints; 0 for those that keep to them
     */
    public static int[] of(double[][] values, List<Goal> goals, double[] violations) {
        int[] order = new int[violations.length];
        int count = 0;
        int[] left = IntStream.range(0, order.length)
                .filter(i -> violations[i] == 0 && !Double.isNaN(values[0][i]))
                .toArray();
        boolean[] placed = new boolean[order.length];
        while (left.length > 0) {
            int[] waiting = left;
            int[] front = Arrays.stream(ParetoFront.of(columns(values, waiting), goals))
                    .map(k -> waiting[k])
                    .toArray();
            for (int k : Statistics.ranking(room(columns(values, front)), true)) {
                order[count++] = front[k];
                placed[front[k]] = true;
            }
            left = Arrays.stream(left).filter(i -> !placed[i]).toArray();
        }
        double[] rest = violations.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Double.isNaN(values[0][i]) ? Double.NaN : rest[i];
        }
        for (int i : Statistics.ranking(rest, false)) {
            if (!placed[i]) {
                order[count++] = i;
            }
        }
        return order;
    }

    private static double[][] columns(double[][] values, int[] chosen) {
        return Arrays.stream(values)
                .map(column -> Arrays.stream(chosen).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    /**
     * How far the neighbours on both sides of each design are from each other, in widths of the front, summed up over the
     * objectives: the crowding distance. Infinite for those at the ends of the front.
     */
    private static double[] room(double[][] front) {
        double[] room = new double[front[0].length];
        for (double[] column : front) {
            int[] order = Statistics.ranking(column, false);
            int last = order.length - 1;
            double width = column[order[last]] - column[order[0]];
            room[order[0]] = Double.POSITIVE_INFINITY;
            room[order[last]] = Double.POSITIVE_INFINITY;
            for (int k = 1; k < last && width > 0; k++) {
                room[order[k]] += (column[order[k + 1]] - column[order[k - 1]]) / width;
            }
        }
        return room;
    }
}
