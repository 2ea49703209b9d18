// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gidn.core.pareto.Hypervolume;
import org.gidn.core.pareto.ParetoFront;
import org.gidn.core.pareto.Volume;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.Improvement;

/**
 * The Pareto front of a run of several objectives: the designs found that no other one beats. Designs that failed, miss
 * bounds or break rules are none of them.
 *
 * @param objectives what they are judged by
 * @param values theirs, {@code [objective][design]}, from the best value of the first objective on
 * @param sets all sets of the run, as they were then
 * @param places theirs among the values of these sets, see {@link RunResults#values}
 * @param reference up to which hypervolumes are measured: that of the experiment, else {@link Hypervolume#reference}
 * @since 1.0
 */
public record RunFront(
        List<Output> objectives, double[][] values, List<CandidateSet> sets, int[] places, double[] reference) {
    /** A curve of the hypervolume has so many points at most, the more the earlier they are. */
    private static final int POINTS = 100;

    public RunFront {
        objectives = List.copyOf(objectives);
        sets = List.copyOf(sets);
    }

    /** The front of a run; nothing if it has one objective only, or has found nothing yet. */
    public static Optional<RunFront> of(RunResults results) {
        List<Output> objectives = results.run().objectives();
        if (objectives.size() < 2) {
            return Optional.empty();
        }
        List<CandidateSet> sets = results.sets();
        double[][] values = values(results, sets);
        int[] places = ParetoFront.of(values, goals(objectives));
        if (places.length == 0) {
            return Optional.empty();
        }
        double[][] front = selected(values, places);
        double[] reference =
                results.run().referencePoint().orElseGet(() -> Hypervolume.reference(front, goals(objectives)));
        return Optional.of(new RunFront(objectives, front, sets, places, reference));
    }

    private static double[][] values(RunResults results, List<CandidateSet> sets) {
        return IntStream.range(0, results.run().objectives().size())
                .mapToObj(objective -> results.values(sets, objective))
                .toArray(double[][]::new);
    }

    private static double[][] selected(double[][] values, int[] places) {
        return Arrays.stream(values)
                .map(column -> Arrays.stream(places).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    private static List<Goal> goals(List<Output> objectives) {
        return objectives.stream().map(Output::goal).toList();
    }

    /** The goals of the objectives, in their order. */
    public List<Goal> goals() {
        return goals(objectives);
    }

    /** The number of designs. */
    public int size() {
        return places.length;
    }

    /** Its hypervolume up to the reference point. */
    public Volume hypervolume() {
        return hypervolume(reference);
    }

    /** Its hypervolume up to another point. */
    public Volume hypervolume(double[] point) {
        return Hypervolume.measured(values, goals(), point);
    }

    /** The designs, in the order of the values. */
    public List<FoundDesign> designs(RunResults results) {
        return results.found(sets, places);
    }

    /**
     * How the hypervolume of a run grew with the evaluations spent, up to the reference point of its front; empty if it has
     * none.
     */
    public static List<Improvement> growth(RunResults results) {
        Optional<RunFront> last = of(results);
        if (last.isEmpty()) {
            return List.of();
        }
        RunFront front = last.get();
        double[][] values = values(results, front.sets());
        long[] spent = results.spent(front.sets());
        int[] order = IntStream.range(0, spent.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> spent[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] counts = IntStream.rangeClosed(1, order.length == 0 ? 0 : POINTS)
                .map(point -> (int) Math.round(Math.pow(order.length, (double) point / POINTS)))
                .distinct()
                .toArray();
        List<Volume> volumes = Hypervolume.growth(selected(values, order), front.goals(), front.reference(), counts);
        return IntStream.range(0, counts.length)
                .mapToObj(k -> new Improvement(
                        spent[order[counts[k] - 1]], volumes.get(k).value()))
                .toList();
    }
}
