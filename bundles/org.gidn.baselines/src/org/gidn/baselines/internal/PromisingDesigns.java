// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Problem;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.work.Cancellation;

/**
 * Looks for designs that promise much by climbs side by side: each goes to the most promising of some random neighbours as long
 * as that is better than where it is. Designs keep to the limits and rules of the problem.
 */
public final class PromisingDesigns {
    private final FeasibleNeighbours neighbours;
    private final Function<DesignBatch, double[]> promise;
    private final int looks;
    private final int steps;

    /**
     * @param promise how much each design promises; greater is better
     * @param looks neighbours looked at in a step of a climb
     * @param steps the most steps of a climb
     */
    public PromisingDesigns(Problem problem, Function<DesignBatch, double[]> promise, int looks, int steps) {
        this.neighbours = new FeasibleNeighbours(problem);
        this.promise = promise;
        this.looks = looks;
        this.steps = steps;
    }

    /** The ends of the climbs, most promising first, and after them all other designs looked at. */
    public DesignBatch from(DesignBatch starts, RandomGenerator random, Cancellation cancellation) {
        int climbs = starts.size();
        int[] repeated = IntStream.range(0, climbs * looks).map(i -> i / looks).toArray();
        DesignBatch places = starts;
        double[] heights = promise.apply(starts);
        List<DesignBatch> met = new ArrayList<>();
        List<double[]> theirs = new ArrayList<>();
        boolean climbing = true;
        for (int step = 0; step < steps && climbing; step++) {
            cancellation.check();
            DesignBatch around = neighbours.of(places.select(repeated), random);
            double[] seen = promise.apply(around);
            met.add(around);
            theirs.add(seen);
            int[] kept = new int[climbs];
            climbing = false;
            for (int climb = 0; climb < climbs; climb++) {
                kept[climb] = climb;
                for (int look = climb * looks; look < (climb + 1) * looks; look++) {
                    if (seen[look] > heights[climb]) {
                        heights[climb] = seen[look];
                        kept[climb] = climbs + look;
                        climbing = true;
                    }
                }
            }
            places = DesignBatch.join(List.of(places, around)).select(kept);
        }
        DesignBatch ends = places.select(Statistics.ranking(heights, true));
        if (met.isEmpty()) {
            return ends;
        }
        DesignBatch others = DesignBatch.join(met);
        double[] promised = theirs.stream().flatMapToDouble(Arrays::stream).toArray();
        return DesignBatch.join(List.of(ends, others.select(Statistics.ranking(promised, true))));
    }
}
