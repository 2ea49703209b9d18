// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.Improvement;

/**
 * Runs of one method that differ in their seeds only.
 *
 * @param name what the method is called among those that it is compared with
 * @param runs the runs
 * @param curves the best value of each against evaluations spent, at least one point each
 * @param fronts the front of each; empty if any of them has none
 * @since 1.0
 */
public record MethodRuns(String name, List<RunRecord> runs, List<List<Improvement>> curves, List<RunFront> fronts) {
    /** Best values are published with about five digits; a target is reached with these alike. */
    private static final double ROUNDING = 1e-5;

    public MethodRuns {
        runs = List.copyOf(runs);
        curves = List.copyOf(curves);
        fronts = List.copyOf(fronts);
    }

    private Goal goal() {
        return runs.get(0).objective().goal();
    }

    /** The best values of the runs, best first. */
    public double[] best() {
        return ranked(curves.stream()
                .mapToDouble(curve -> curve.get(curve.size() - 1).best())
                .toArray());
    }

    /** The middle of the runs' best values; of an even number the worse of the two in the middle. */
    public double medianBest() {
        return best()[runs.size() / 2];
    }

    /** The middle of the runs' hypervolumes up to a point; of an even number the worse of the two in the middle. */
    public double medianHypervolume(double[] reference) {
        double[] volumes = fronts.stream()
                .mapToDouble(front -> front.hypervolume(reference).value())
                .sorted()
                .toArray();
        return volumes.length == 0 ? Double.NaN : volumes[(volumes.length - 1) / 2];
    }

    /** The median number of evaluations that the runs have spent. */
    public long medianEvaluations() {
        long[] spent = runs.stream().mapToLong(RunRecord::evaluations).sorted().toArray();
        return spent[spent.length / 2];
    }

    /** The median of the times that the runs took, in seconds; of those under way until now. */
    public double medianSeconds() {
        double[] seconds =
                runs.stream().mapToDouble(MethodRuns::seconds).sorted().toArray();
        return seconds[seconds.length / 2];
    }

    /** How long a run took, in seconds; until now if it is under way. */
    public static double seconds(RunRecord run) {
        Instant end = run.finished() == null ? Instant.now() : run.finished();
        return Math.max(0, Duration.between(run.started(), end).toMillis()) / 1000.0;
    }

    /** How many of the runs came as close to a reference as a share of it: 1 for the reference itself. */
    public int reaching(double share, double reference) {
        return (int) reached(share, reference)
                .filter(spent -> spent < Long.MAX_VALUE)
                .count();
    }

    /** The median number of evaluations that this took; nothing if half of the runs or more did not get there. */
    public OptionalLong evaluationsToReach(double share, double reference) {
        long[] spent = reached(share, reference).sorted().toArray();
        long median = spent[spent.length / 2];
        return median == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(median);
    }

    private LongStream reached(double share, double reference) {
        double worst = -(1 - share + ROUNDING) * Math.abs(reference);
        return curves.stream().mapToLong(curve -> curve.stream()
                .filter(point -> goal().sign() * (point.best() - reference) >= worst)
                .mapToLong(Improvement::evaluations)
                .min()
                .orElse(Long.MAX_VALUE));
    }

    /** Evaluations at which the best value of any run changes, from where each run has one. */
    long[] changes() {
        long first = curves.stream()
                .mapToLong(curve -> curve.get(0).evaluations())
                .max()
                .orElseThrow();
        return curves.stream()
                .flatMapToLong(curve -> curve.stream().mapToLong(Improvement::evaluations))
                .filter(spent -> spent >= first)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The most evaluations that one of the runs has spent; those that ended by themselves would have found no more with their budget. */
    public long mostEvaluations() {
        return runs.stream()
                .mapToLong(
                        run -> !run.state().unfinished() && run.settingsByPath().get("budget") instanceof Number budget
                                ? Math.max(run.evaluations(), budget.longValue())
                                : run.evaluations())
                .max()
                .orElseThrow();
    }

    /**
     * The best values of the runs after so many evaluations, best first; runs that ended before keep theirs, those that had
     * found nothing by then have NaN and stand last.
     */
    public double[] bestAfter(long evaluations) {
        return ranked(curves.stream()
                .mapToDouble(curve -> bestAfter(curve, evaluations))
                .toArray());
    }

    private static double bestAfter(List<Improvement> curve, long evaluations) {
        double best = Double.NaN;
        for (Improvement point : curve) {
            best = point.evaluations() <= evaluations ? point.best() : best;
        }
        return best;
    }

    /**
     * The area under the curve of each run, best first: the mean of its best value so far over the logarithm of the
     * evaluations spent. Those that had found nothing at its beginning have NaN and stand last.
     *
     * @param from evaluations where it begins, at least 1
     * @param to evaluations where it ends, more than that
     */
    public double[] areas(long from, long to) {
        return ranked(
                curves.stream().mapToDouble(curve -> area(curve, from, to)).toArray());
    }

    private static double area(List<Improvement> curve, long from, long to) {
        double best = bestAfter(curve, from);
        double sum = 0;
        double at = Math.log(from);
        for (Improvement point : curve) {
            if (point.evaluations() > from && point.evaluations() < to) {
                double next = Math.log(point.evaluations());
                sum += best * (next - at);
                at = next;
                best = point.best();
            }
        }
        sum += best * (Math.log(to) - at);
        return sum / (Math.log(to) - Math.log(from));
    }

    private double[] ranked(double[] values) {
        return Arrays.stream(Statistics.ranking(values, goal() == Goal.MAXIMISE))
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
