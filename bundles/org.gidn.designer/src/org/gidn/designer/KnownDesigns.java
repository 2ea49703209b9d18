// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;

/** All designs that a run has evaluated, those that failed among them, with their values and, where asked for, gradients. */
final class KnownDesigns {
    private final Goal goal;
    private final DesignIndex index = new DesignIndex();
    private final List<double[]> gradients = new ArrayList<>();
    private DesignBatch designs;
    private double[] values = {};
    /** Places of the designs that have a value, best first. */
    private int[] ranking = {};

    KnownDesigns(int variables, Goal goal) {
        this.goal = goal;
        this.designs = DesignBatch.ofValues(variables, new double[0]);
    }

    /** Adds evaluated designs; those that are known already are left alone. */
    void add(DesignBatch more, Evaluations results) {
        int[] fresh = IntStream.range(0, more.size())
                .filter(i -> index.find(more, i) < 0)
                .filter(i -> index.add(more, i) >= 0)
                .toArray();
        designs = size() == 0 ? more.select(fresh) : DesignBatch.join(List.of(designs, more.select(fresh)));
        values = Arrays.copyOf(values, values.length + fresh.length);
        for (int k = 0; k < fresh.length; k++) {
            values[values.length - fresh.length + k] = results.value(fresh[k], 0);
            gradients.add(results.gradient(fresh[k]));
        }
        ranking = Arrays.stream(Statistics.ranking(values, goal == Goal.MAXIMISE))
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
    }

    /** The number of designs, those that failed among them. */
    int size() {
        return values.length;
    }

    /** All designs, in the order in which they were added. */
    DesignBatch designs() {
        return designs;
    }

    /** Whether a design has been evaluated. */
    boolean contains(DesignBatch batch, int design) {
        return index.find(batch, design) >= 0;
    }

    /** The number of designs that have a value. */
    int ranked() {
        return ranking.length;
    }

    /** Whether there are different values to learn from. */
    boolean varied() {
        return ranked() > 1 && values[ranking[0]] != values[ranking[ranked() - 1]];
    }

    /** The designs that have a value, best first. */
    DesignBatch best() {
        return designs.select(ranking);
    }

    /** The values of {@link #best}. */
    double[] bestValues() {
        return Arrays.stream(ranking).mapToDouble(i -> values[i]).toArray();
    }

    /** The gradients of {@link #best}; null where there is none. */
    double[][] bestGradients() {
        return Arrays.stream(ranking).mapToObj(gradients::get).toArray(double[][]::new);
    }
}
