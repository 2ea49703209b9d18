// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunResults;

/** Computes the figures of the paper's Table S2. */
final class DesignStatistics {
    private static final double[] SHARES = {0.01, 0.1, 1};

    private DesignStatistics() {}

    static RunResults.Statistics of(double[] all, int[] found, Goal goal, long distinct) {
        int[] good = IntStream.range(0, all.length)
                .filter(i -> !Double.isNaN(all[i]))
                .toArray();
        double[] values = IntStream.of(good).mapToDouble(i -> all[i]).toArray();
        int[] counts = IntStream.of(good).map(i -> found[i]).toArray();
        long total = IntStream.of(counts).asLongStream().sum();
        int[] repeated = total == values.length ? null : counts;
        double[] means = Statistics.meansOfBest(values, repeated, SHARES, goal == Goal.MAXIMISE);
        return new RunResults.Statistics(
                total,
                distinct,
                goal.sign()
                        * Arrays.stream(values)
                                .map(value -> goal.sign() * value)
                                .max()
                                .orElse(Double.NaN),
                means[0],
                means[1],
                means[2]);
    }
}
