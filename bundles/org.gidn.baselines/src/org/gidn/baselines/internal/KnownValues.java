// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;

/**
 * The designs that a method has evaluated, and how good they are on a scale that a model learns well: greater is better, and
 * values that are all above 0 count by their logarithms, so that a factor is worth the same for good and bad designs.
 */
public final class KnownValues {
    private final Goal goal;
    private final DesignIndex index = new DesignIndex();
    private DesignBatch designs;
    private double[] values = {};

    public KnownValues(int variables, Goal goal) {
        this.goal = goal;
        this.designs = DesignBatch.ofValues(variables, new double[0]);
    }

    /** Adds designs with their values, NaN for those that failed; those that are known already are left alone. */
    public void add(DesignBatch more, double[] theirs) {
        int[] fresh = IntStream.range(0, more.size())
                .filter(i -> index.find(more, i) < 0)
                .filter(i -> index.add(more, i) >= 0)
                .toArray();
        designs = size() == 0 ? more.select(fresh) : DesignBatch.join(List.of(designs, more.select(fresh)));
        values = Arrays.copyOf(values, values.length + fresh.length);
        for (int k = 0; k < fresh.length; k++) {
            values[values.length - fresh.length + k] = theirs[fresh[k]];
        }
    }

    /** The number of designs, those that failed among them. */
    public int size() {
        return values.length;
    }

    /** Those of some designs that are not known, each once. */
    public int[] unknown(DesignBatch batch) {
        DesignIndex met = new DesignIndex();
        return IntStream.range(0, batch.size())
                .filter(i -> index.find(batch, i) < 0)
                .filter(i -> met.find(batch, i) < 0 && met.add(batch, i) >= 0)
                .toArray();
    }

    /** The best designs that have a value, best first, with their scores. */
    public TrainingData best(int most) {
        int[] chosen = Arrays.stream(Statistics.ranking(values, goal == Goal.MAXIMISE))
                .filter(i -> Double.isFinite(values[i]))
                .limit(most)
                .toArray();
        return new TrainingData(
                designs.select(chosen),
                Arrays.stream(chosen).mapToDouble(i -> score(values[i])).toArray());
    }

    /** Whether there are different values to learn from. */
    public boolean varied() {
        return Arrays.stream(values)
                        .filter(Double::isFinite)
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    private boolean logarithmic() {
        return Arrays.stream(values).filter(Double::isFinite).allMatch(value -> value > 0);
    }

    private double score(double value) {
        return goal.sign() * (logarithmic() ? StrictMath.log(value) : value);
    }

    /** The value that has a score. */
    public double value(double score) {
        return logarithmic() ? StrictMath.exp(goal.sign() * score) : goal.sign() * score;
    }
}
