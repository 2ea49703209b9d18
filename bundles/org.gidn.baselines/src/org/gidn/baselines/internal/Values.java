package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gidn.core.problem.Goal;

/** Sums up the values of some designs for one objective; designs that failed have NaN. */
public final class Values {
    private Values() {}

    /** The places of all values, best value first; equal values in their order, NaN last. */
    public static int[] ranking(double[] values, Goal goal) {
        // Double.compare puts NaN above all numbers, so that it comes last here for either sign.
        Comparator<Integer> order = Comparator.comparingDouble(i -> -goal.sign() * values[i]);
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The best of some values; NaN if there is none. */
    public static double best(double[] values, Goal goal) {
        double best = Double.NaN;
        for (double value : values) {
            best = goal.better(value, best) ? value : best;
        }
        return best;
    }

    /** The mean of all values that are numbers; NaN if there is none. */
    public static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
