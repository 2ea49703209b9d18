package org.gidn.baselines.internal;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.gidn.core.problem.Goal;

/** Orders values by how good they are. */
public final class Ranking {
    private Ranking() {}

    /**
     * The places of all values, best value first; equal values in their order, NaN last.
     *
     * @param values values of one objective
     */
    public static int[] of(double[] values, Goal goal) {
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
}
