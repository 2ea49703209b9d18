package org.gidn.experiments.internal.store;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunResults;

/** Computes the figures of the paper's Table S2. */
final class DesignStatistics {
    private DesignStatistics() {}

    static RunResults.Statistics of(RunResults.Values all, Goal goal, long distinct) {
        int[] good = IntStream.range(0, all.size())
                .filter(i -> !Double.isNaN(all.values()[i]))
                .toArray();
        double[] values = IntStream.of(good).mapToDouble(i -> all.values()[i]).toArray();
        int[] counts = IntStream.of(good).map(i -> all.counts()[i]).toArray();
        long total = IntStream.of(counts).asLongStream().sum();
        boolean largest = goal == Goal.MAXIMISE;
        double best = (largest
                        ? DoubleStream.of(values).max()
                        : DoubleStream.of(values).min())
                .orElse(Double.NaN);
        return new RunResults.Statistics(
                total,
                distinct,
                best,
                Statistics.meanOfBest(values, counts, 0.01, largest),
                Statistics.meanOfBest(values, counts, 0.1, largest),
                Statistics.meanOfBest(values, counts, 1, largest));
    }
}
