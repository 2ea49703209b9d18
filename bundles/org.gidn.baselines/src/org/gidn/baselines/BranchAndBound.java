// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gidn.baselines.internal.Certificate;
import org.gidn.baselines.internal.IteratedClimb;
import org.gidn.baselines.internal.OpenPart;
import org.gidn.baselines.internal.Requirements;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Checkpoint;
import org.gidn.core.run.Neighbourhoods;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Phase;

/**
 * Branch and bound (Land and Doig 1960): proves which design is the best, without evaluating all of them. After some climbs, so that there
 * is something to beat, the designs are divided into parts, again and again, until the evaluator shows of each part that none of its
 * designs is better than the best one known. At any time the best design, a bound of all others and the gap between are known; with
 * a gap of 0 the search ends with a proof. What is proved does not depend on the number of threads.
 *
 * @since 1.0
 */
public final class BranchAndBound implements Optimiser {
    private static final String METHOD = "Branch and bound";
    private static final String CLIMBED = "swap";
    private static final String BOUNDED = "bounded";

    private final int climbs;
    private final int together;
    private final double gap;

    /**
     * @param climbs climbs by best swaps from random designs at the beginning, at least 0; none where the evaluator offers no swaps
     * @param together how many parts are bounded side by side, at least 1
     * @param gap the search ends where no design can be better than the best one by a greater share, at least 0
     */
    public BranchAndBound(int climbs, int together, double gap) {
        this.climbs = climbs;
        this.together = together;
        this.gap = gap;
    }

    @Override
    public void check(Problem problem) {
        Requirements.fixedZerosOnly(problem, METHOD);
        Requirements.capability(problem, Capability.BOUNDS, METHOD, "org.gidn.baselines.exhaustive");
    }

    @Override
    public void optimise(RunContext run) {
        Problem problem = run.problem();
        Certificate certificate = new Certificate(
                problem.objective().goal(), problem.space().count().doubleValue());
        TreeSet<OpenPart> open = new TreeSet<>(OpenPart.ORDER);
        Checkpoint checkpoint = new Checkpoint(run, "bounds");
        Optional<double[]> state = checkpoint.restore();
        if (state.isEmpty()) {
            climb(run, certificate);
        }
        try (Phase phase = run.phase("proving", 100, "per cent of the designs")) {
            long round = state.map(numbers -> restore(numbers, problem, certificate, open, phase))
                    .orElseGet(() -> {
                        open.add(OpenPart.whole(
                                problem.space().variables(),
                                problem.space().zeros().getAsInt()));
                        return 0L;
                    });
            while (!open.isEmpty() && certificate.gap(open.first().bound()) > gap) {
                advance(run, certificate, open, round++);
                certificate.tell(run, phase, worst(open), round);
                long reached = round;
                checkpoint.offer(() -> state(reached, problem, certificate, open));
            }
        }
        run.event((open.isEmpty() ? "Proved of all designs: " : "Proved as far as asked for: ")
                + certificate.text(worst(open)) + ".");
        run.done(
                open.isEmpty()
                        ? "its best design is proved to be the best"
                        : "the gap is as small as it was asked for");
    }

    private static double worst(TreeSet<OpenPart> open) {
        return open.isEmpty() ? Double.NEGATIVE_INFINITY : open.first().bound();
    }

    /** Bounds the parts of which least is known, closes or divides them, and evaluates the designs that come up. */
    private void advance(RunContext run, Certificate certificate, TreeSet<OpenPart> open, long round) {
        List<OpenPart> parts = new ArrayList<>();
        while (parts.size() < together && !open.isEmpty()) {
            parts.add(open.pollFirst());
        }
        int sign = run.problem().objective().goal().sign();
        double toBeat = certificate.bestValue();
        List<Bound> bounds = run.bounds(parts.stream().map(OpenPart::decided).toList(), toBeat);
        evaluate(run, certificate, bounds);
        int zeros = run.problem().space().zeros().getAsInt();
        for (int i = 0; i < parts.size(); i++) {
            OpenPart part = parts.get(i);
            double bound = Math.min(part.bound(), sign * bounds.get(i).value());
            if (bounds.get(i).closed()) {
                certificate.close(sign * bounds.get(i).value(), part.designs());
                continue;
            }
            long number = (round * together + i) * 2 + 1;
            int branch = bounds.get(i).branch();
            for (int value = 0; value <= 1; value++) {
                OpenPart child = part.with(branch, value, bound, zeros, number + value);
                if (child.designs() > 0) {
                    open.add(child);
                }
            }
        }
        // Parts whose bounds were overtaken by a better design are closed by that alone.
        while (!open.isEmpty() && open.last().bound() <= certificate.best()) {
            OpenPart part = open.pollLast();
            certificate.close(part.bound(), part.designs());
        }
    }

    private static void evaluate(RunContext run, Certificate certificate, List<Bound> bounds) {
        DesignBuilder designs = new DesignBuilder(run.problem().space(), bounds.size());
        bounds.stream().map(Bound::design).filter(design -> design != null).forEach(designs::add);
        if (bounds.stream().anyMatch(bound -> bound.design() != null)) {
            for (double value :
                    run.evaluate(Candidates.of(designs.batch(), BOUNDED, 0)).values(0)) {
                certificate.found(value);
            }
        }
    }

    /** Looks for a good design by climbs from random ones, on at most half of the budget. */
    private void climb(RunContext run, Certificate certificate) {
        Problem problem = run.problem();
        Neighbourhoods neighbourhoods = new Neighbourhoods(run, CLIMBED, 0);
        int affordable = neighbourhoods.atOnce(2 * climbs) / 2;
        if (affordable == 0 || !problem.capabilities().contains(Capability.SWAPS)) {
            return;
        }
        List<IteratedClimb> going = new ArrayList<>(IntStream.range(0, affordable)
                .mapToObj(start -> {
                    IteratedClimb climb = new IteratedClimb(problem, run.random(), 0, 1);
                    climb.begin(start);
                    return climb;
                })
                .toList());
        try (Phase phase = run.phase("climbing", affordable, "starts")) {
            while (!going.isEmpty()) {
                DesignBuilder designs = new DesignBuilder(problem.space(), going.size());
                going.forEach(climb -> designs.add(climb.current()));
                double[] values =
                        run.evaluate(Candidates.of(designs.batch(), CLIMBED, 0)).values(0);
                Arrays.stream(values).forEach(certificate::found);
                if (neighbourhoods.atOnce(going.size()) < going.size()) {
                    // What is left of the budget is for the proof.
                    return;
                }
                List<Optional<double[]>> better = neighbourhoods.best(designs.batch(), values);
                for (int i = going.size() - 1; i >= 0; i--) {
                    going.get(i).value(values[i]);
                    if (!going.get(i).step(better.get(i))) {
                        going.remove(i);
                        phase.advance(1);
                    }
                }
            }
        }
    }

    private static double[] state(long round, Problem problem, Certificate certificate, TreeSet<OpenPart> open) {
        int length = OpenPart.length(problem.space().variables());
        int at = 1 + Certificate.LENGTH;
        double[] state = new double[at + open.size() * length];
        state[0] = round;
        certificate.write(state, 1);
        for (OpenPart part : open) {
            part.write(state, at);
            at += length;
        }
        return state;
    }

    private static long restore(
            double[] state, Problem problem, Certificate certificate, TreeSet<OpenPart> open, Phase phase) {
        int variables = problem.space().variables();
        certificate.read(state, 1, phase);
        for (int at = 1 + Certificate.LENGTH; at < state.length; at += OpenPart.length(variables)) {
            open.add(OpenPart.read(state, at, variables));
        }
        return (long) state[0];
    }

    /** Makes the method from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Optimiser> {
        @Override
        public Optimiser create(Settings settings) {
            return new BranchAndBound(settings.integer("climbs"), settings.integer("together"), settings.real("gap"));
        }
    }
}
