// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gidn.baselines.internal.IteratedClimb;
import org.gidn.baselines.internal.Requirements;
import org.gidn.baselines.internal.SideBySide;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Checkpoint;
import org.gidn.core.run.Neighbourhoods;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * Swap search with restarts: from a random design the best swap of a 0 with a 1 is made, again and again, until none is
 * better; swaps that would break a constraint are left out, and where the number of zeros may change, flips are tried too. A start then goes on from its best design with a few random swaps made (an iterated local search), until that has
 * failed a number of times in a row; then the next start is drawn. Some starts run side by side, so that all cores have work;
 * fewer where the budget ends ({@link Neighbourhoods}).
 *
 * @since 1.0
 */
public final class SwapSearch implements Optimiser {
    private static final String SOURCE = "swap";

    private final int starts;
    private final int kicks;
    private final int kickSwaps;
    private final int sideBySide;

    /**
     * @param starts number of random starts, at least 1
     * @param kicks how often in a row a start may go on from its best design in vain; 0 ends it with its first climb
     * @param kickSwaps random swaps made on the best design then, at least 1
     * @param sideBySide how many starts run at a time, at least 1, if the budget lets them
     */
    public SwapSearch(int starts, int kicks, int kickSwaps, int sideBySide) {
        this.starts = starts;
        this.kicks = kicks;
        this.kickSwaps = kickSwaps;
        this.sideBySide = Math.min(sideBySide, starts);
    }

    @Override
    public void check(Problem problem) {
        Requirements.binary(problem, "Swap search");
        if (!problem.demands().isEmpty()) {
            // Neighbours are evaluated as designs, which counts what they miss.
            return;
        }
        Requirements.capability(problem, Capability.SWAPS, "Swap search", "org.gidn.baselines.annealing");
    }

    @Override
    public void optimise(RunContext run) {
        Neighbourhoods neighbourhoods = new Neighbourhoods(run, SOURCE, 0);
        List<IteratedClimb> climbs = IntStream.range(0, neighbourhoods.atOnce(sideBySide))
                .mapToObj(lane -> new IteratedClimb(run.problem(), run.random(), kicks, kickSwaps))
                .toList();
        Checkpoint checkpoint = new Checkpoint(run, "swaps");
        try (Phase phase = run.phase("swap search", starts, "starts")) {
            checkpoint.restore().ifPresentOrElse(state -> restore(state, climbs), () -> begin(run, climbs));
            SideBySide progress = new SideBySide(phase, starts);
            progress.skip(climbs.stream()
                    .mapToInt(climb -> climb.start() / climbs.size())
                    .sum());
            for (List<IteratedClimb> active = active(climbs); !active.isEmpty(); active = active(climbs)) {
                checkpoint.offer(() -> state(climbs));
                List<IteratedClimb> going = Arrays.stream(neighbourhoods.goingOn(values(active)))
                        .mapToObj(active::get)
                        .toList();
                List<Optional<double[]>> better = neighbourhoods.best(designs(going, run), values(going));
                for (int i = 0; i < better.size(); i++) {
                    IteratedClimb climb = going.get(i);
                    progress.step(climb.start());
                    if (!climb.step(better.get(i))) {
                        run.metric("best of start", 0, climb.start(), climb.bestValue());
                        progress.end(climb.start());
                        climb.begin(climb.start() + climbs.size());
                    }
                }
                progress.show();
                evaluate(run, active(climbs));
            }
        }
        run.done("it was asked for " + Count.of(starts, "start") + " only");
    }

    private static void begin(RunContext run, List<IteratedClimb> climbs) {
        for (int lane = 0; lane < climbs.size(); lane++) {
            climbs.get(lane).begin(lane);
        }
        evaluate(run, climbs);
    }

    private List<IteratedClimb> active(List<IteratedClimb> climbs) {
        return climbs.stream().filter(climb -> climb.start() < starts).toList();
    }

    private static double[] values(List<IteratedClimb> climbs) {
        return climbs.stream().mapToDouble(IteratedClimb::value).toArray();
    }

    private static void evaluate(RunContext run, List<IteratedClimb> climbs) {
        if (climbs.isEmpty()) {
            return;
        }
        double[] values =
                run.evaluate(Candidates.of(designs(climbs, run), SOURCE, 0)).values(0);
        for (int i = 0; i < values.length; i++) {
            climbs.get(i).value(values[i]);
        }
    }

    private static DesignBatch designs(List<IteratedClimb> climbs, RunContext run) {
        DesignBuilder designs = new DesignBuilder(run.problem().space(), climbs.size());
        climbs.forEach(climb -> designs.add(climb.current()));
        return designs.batch();
    }

    private static double[] state(List<IteratedClimb> climbs) {
        return climbs.stream()
                .map(IteratedClimb::state)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static void restore(double[] state, List<IteratedClimb> climbs) {
        int length = state.length / climbs.size();
        for (int i = 0; i < climbs.size(); i++) {
            climbs.get(i).restore(Arrays.copyOfRange(state, i * length, (i + 1) * length));
        }
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new SwapSearch(
                    settings.integer("starts"),
                    settings.integer("kicks"),
                    settings.integer("kickSwaps"),
                    settings.integer("sideBySide"));
        }
    }
}
