package org.gidn.experiments.internal.store;

import java.util.stream.IntStream;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunResults;

/** Computes the figures of the paper's Table S2. */
final class DesignStatistics {
    private DesignStatistics() {}

    static RunResults.Statistics of(RunResults.Values all, Goal goal, long distinct) {
        // Sorted once, so that each of the means below finds its values in order.
        int[] good = IntStream.range(0, all.size())
                .filter(i -> !Double.isNaN(all.values()[i]))
                .boxed()
                .sorted((a, b) -> goal.sign() * Double.compare(all.values()[b], all.values()[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = IntStream.of(good).mapToDouble(i -> all.values()[i]).toArray();
        int[] counts = IntStream.of(good).map(i -> all.counts()[i]).toArray();
        long total = IntStream.of(counts).asLongStream().sum();
        boolean largest = goal == Goal.MAXIMISE;
        return new RunResults.Statistics(
                total,
                distinct,
                values.length == 0 ? Double.NaN : values[0],
                Statistics.meanOfBest(values, counts, 0.01, largest),
                Statistics.meanOfBest(values, counts, 0.1, largest),
                Statistics.meanOfBest(values, counts, 1, largest));
    }
}
