// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gidn.core.design.Binarisation;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Neighbourhoods;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Phase;

/**
 * Improves designs by the best swap of a 0 with a 1, again and again, until no swap is better. Every swap that is looked at
 * counts as an evaluation; the designs passed on the way are stored with the source {@value #SOURCE}.
 */
final class Polishing {
    static final String SOURCE = "polished";

    private final RunContext run;
    private final Problem problem;
    private final int iteration;
    private final Neighbourhoods neighbourhoods;
    /** Designs that a climb has passed; another one that meets them would go the same way. */
    private final Set<String> passed = new HashSet<>();

    Polishing(RunContext run, int iteration) {
        this.run = run;
        this.problem = run.problem();
        this.iteration = iteration;
        this.neighbourhoods = new Neighbourhoods(run, SOURCE, iteration);
    }

    /** Climbs from evaluated designs and returns all designs passed on the way, these starts among them. */
    Finds climb(Finds starts) {
        long before = run.evaluations();
        List<Finds> fronts = new ArrayList<>(List.of(starts));
        try (Phase phase = run.phase("polishing by swaps", -1, "neighbourhoods")) {
            for (Finds front = starts; front.size() > 0; ) {
                int[] going = neighbourhoods.goingOn(front.values());
                DesignBatch next = climbed(front.select(going));
                phase.advance(going.length);
                Finds reached = new Finds(
                        next,
                        run.evaluate(Candidates.of(next, SOURCE, iteration)).values(0));
                fronts.add(reached);
                front = Finds.join(List.of(reached, front.select(others(going, front.size()))));
            }
        } finally {
            run.metric("evaluations of polishing", iteration, 0, run.evaluations() - before);
        }
        return Finds.join(fronts);
    }

    private static int[] others(int[] going, int all) {
        return IntStream.range(0, all)
                .filter(i -> Arrays.binarySearch(going, i) < 0)
                .toArray();
    }

    /** One swap further: the new designs, without those where no swap is better. */
    private DesignBatch climbed(Finds front) {
        double[] values = neighbourhoods.best(front.designs(), front.values()).stream()
                .flatMap(Optional::stream)
                .flatMapToDouble(DoubleStream::of)
                .toArray();
        DesignBatch designs =
                Binarisation.of(DesignBatch.ofValues(problem.space().variables(), values), problem.space());
        return designs.select(IntStream.range(0, designs.size())
                .filter(i -> passed.add(DesignText.format(run.problem().space(), designs, i)))
                .toArray());
    }
}
