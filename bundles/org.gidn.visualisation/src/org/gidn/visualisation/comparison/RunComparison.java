// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.pareto.Hypervolume;
import org.gidn.core.pareto.Volume;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.RunCurve;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.experiments.project.TimedImprovement;
import org.gidn.experiments.run.Progress;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.internal.curves.StepCurve;

/**
 * Runs side by side, of any projects. Those that differ in nothing but the seed are taken together as runs of one method;
 * all are compared by the evaluations that they spent.
 *
 * @param methods in the order in which they were given
 * @param leftOut runs that are still at work, were cancelled or have failed, each by itself: what they reached is no measure of
 *     their method
 * @since 1.0
 */
public record RunComparison(List<MethodRuns> methods, List<MethodRuns> leftOut) {
    private static final double MILLISECONDS = 1000;

    public RunComparison {
        methods = List.copyOf(methods);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Compares runs.
     *
     * @param runs any number; those that have evaluated nothing yet are left out
     * @param unfinished whether runs that are at work, were cancelled or have failed count like others, with what they have
     * @throws InvalidInputException if they have different objectives
     */
    public static RunComparison of(List<RunCurve> runs, boolean unfinished) {
        Map<Map<String, Object>, List<RunCurve>> entries = new LinkedHashMap<>();
        for (RunCurve curve : runs) {
            checkObjective(runs.get(0).run(), curve.run());
            if (!curve.points().isEmpty()) {
                entries.computeIfAbsent(MethodNames.settings(curve.run()), key -> new ArrayList<>())
                        .add(curve);
            }
        }
        Map<Map<String, Object>, List<RunRecord>> records = new LinkedHashMap<>();
        entries.forEach((settings, of) ->
                records.put(settings, of.stream().map(RunCurve::run).toList()));
        Map<Map<String, Object>, String> names = MethodNames.of(records);
        List<MethodRuns> methods = new ArrayList<>();
        List<MethodRuns> leftOut = new ArrayList<>();
        entries.forEach((settings, all) -> {
            String name = names.get(settings);
            Map<Boolean, List<RunCurve>> counted = all.stream()
                    .collect(Collectors.partitioningBy(
                            entry -> unfinished || !entry.run().state().unfinished()));
            if (!counted.get(true).isEmpty()) {
                methods.add(method(name, counted.get(true)));
            }
            counted.get(false)
                    .forEach(entry -> leftOut.add(method(
                            NLS.bind(
                                    Messages.comparisonLeftOut,
                                    name,
                                    entry.run().state().title()),
                            List.of(entry))));
        });
        return new RunComparison(methods, leftOut);
    }

    private static MethodRuns method(String name, List<RunCurve> entries) {
        return new MethodRuns(
                name,
                entries.stream().map(RunCurve::run).toList(),
                entries.stream().map(RunCurve::points).toList(),
                entries.stream().allMatch(entry -> entry.front().isPresent())
                        ? entries.stream()
                                .flatMap(entry -> entry.front().stream())
                                .toList()
                        : List.of());
    }

    private static void checkObjective(RunRecord first, RunRecord run) {
        if (!run.objective().equals(first.objective())) {
            throw new InvalidInputException(NLS.bind(Messages.comparisonObjectives, new Object[] {
                run.number(), run.title(), run.objective().name(),
                first.number(), first.title(), first.objective().name()
            }));
        }
    }

    /** The best value of all runs that count; NaN if there is none. */
    public double best() {
        double best = Double.NaN;
        for (MethodRuns method : methods) {
            double value = method.best()[0];
            best = method.runs().get(0).objective().goal().better(value, best) ? value : best;
        }
        return best;
    }

    /**
     * The point up to which the hypervolumes of all runs compare: that of their experiments if they have the same, else one a
     * little behind all their fronts together. Nothing if they have not the same objectives, or only one.
     */
    public Optional<double[]> reference() {
        List<RunFront> fronts =
                methods.stream().flatMap(method -> method.fronts().stream()).toList();
        if (fronts.isEmpty()
                || fronts.stream().map(RunFront::objectives).distinct().count() > 1
                || methods.stream().anyMatch(method -> method.fronts().isEmpty())) {
            return Optional.empty();
        }
        List<double[]> given = methods.stream()
                .flatMap(method -> method.runs().stream())
                .map(run -> run.referencePoint().orElse(new double[0]))
                .toList();
        double[] first = given.get(0);
        if (first.length > 0 && given.stream().allMatch(other -> Arrays.equals(first, other))) {
            return Optional.of(first);
        }
        double[][] values = IntStream.range(0, fronts.get(0).objectives().size())
                .mapToObj(objective -> fronts.stream()
                        .flatMapToDouble(front -> Arrays.stream(front.values()[objective]))
                        .toArray())
                .toArray(double[][]::new);
        return Optional.of(Hypervolume.reference(values, fronts.get(0).goals()));
    }

    /**
     * The hypervolume of each run that has a front, whether it counts or not.
     *
     * @param reference up to where, see {@link #reference}
     */
    public Map<RunRecord, Volume> hypervolumes(double[] reference) {
        Map<RunRecord, Volume> volumes = new LinkedHashMap<>();
        Stream.concat(methods.stream(), leftOut.stream()).forEach(method -> {
            for (int i = 0; i < method.fronts().size(); i++) {
                volumes.put(method.runs().get(i), method.fronts().get(i).hypervolume(reference));
            }
        });
        return volumes;
    }

    /**
     * The best value against the evaluations spent: the median of each method's runs, and the band between its best and its
     * worst; a dashed line for each run that does not count.
     *
     * @throws java.util.NoSuchElementException if there is no run
     */
    public Plot convergence() {
        Output objective = objective();
        return new Plot(
                NLS.bind(Messages.convergenceTitle, objective.name()),
                NLS.bind(Messages.comparisonCaption, objective.name()),
                Axis.logarithmic(Messages.convergenceEvaluations, ""),
                Axis.linear(NLS.bind(Messages.convergenceBest, objective.name()), objective.unit()),
                lines(1));
    }

    /**
     * The same against the time since each run was begun.
     *
     * @param times how the best value of each run grew; runs that are not there are left out
     * @throws java.util.NoSuchElementException if there is no run
     */
    public Plot convergenceOverTime(Map<RunRecord, List<TimedImprovement>> times) {
        Output objective = objective();
        RunComparison timed = new RunComparison(timed(methods, times), timed(leftOut, times));
        return new Plot(
                NLS.bind(Messages.timeTitle, objective.name()),
                NLS.bind(Messages.timeCaption, objective.name()),
                Axis.logarithmic(Messages.timeAxis, "s"),
                Axis.linear(NLS.bind(Messages.convergenceBest, objective.name()), objective.unit()),
                timed.lines(MILLISECONDS));
    }

    /** The same methods, with milliseconds in the place of evaluations. */
    private static List<MethodRuns> timed(List<MethodRuns> methods, Map<RunRecord, List<TimedImprovement>> times) {
        List<MethodRuns> timed = new ArrayList<>();
        for (MethodRuns method : methods) {
            List<RunRecord> known = method.runs().stream()
                    .filter(run -> !times.getOrDefault(run, List.of()).isEmpty())
                    .toList();
            List<List<Improvement>> curves = known.stream()
                    .map(run -> times.get(run).stream()
                            .map(point -> new Improvement(
                                    Math.max(1, Math.round(MILLISECONDS * point.seconds())), point.best()))
                            .toList())
                    .toList();
            if (!known.isEmpty()) {
                timed.add(new MethodRuns(method.name(), known, curves, List.of()));
            }
        }
        return timed;
    }

    private Output objective() {
        return Stream.concat(methods.stream(), leftOut.stream())
                .findFirst()
                .orElseThrow()
                .runs()
                .get(0)
                .objective();
    }

    /**
     * @param parts how many steps of the curves make one of the axis
     */
    private List<Series> lines(double parts) {
        List<Series> bands = new ArrayList<>();
        List<Series> lines = new ArrayList<>();
        for (MethodRuns method : methods) {
            Hue hue = Hue.of(lines.size());
            long[] changes = method.changes();
            int points = 2 * changes.length - 1;
            double[] x = new double[points];
            double[][] y = new double[3][points];
            for (int i = 0; i < points; i++) {
                // Steps: between two changes all values stay.
                x[i] = changes[(i + 1) / 2] / parts;
                double[] best = method.bestAfter(changes[i / 2]);
                y[0][i] = best[best.length - 1];
                y[1][i] = best[best.length / 2];
                y[2][i] = best[0];
            }
            lines.add(new Series.Line(name(method), hue, x, y[1]));
            if (method.runs().size() > 1) {
                bands.add(new Series.Band("", hue, x, y[0], y[2]));
            }
        }
        for (MethodRuns run : leftOut) {
            Series.Line steps =
                    StepCurve.of(name(run), Hue.of(lines.size()), run.curves().get(0), true);
            double[] x = Arrays.stream(steps.x()).map(each -> each / parts).toArray();
            lines.add(new Series.Line(steps.name(), steps.hue(), x, steps.y(), true, false));
        }
        bands.addAll(lines);
        return bands;
    }

    private static String name(MethodRuns method) {
        int runs = method.runs().size();
        String time = Progress.time(method.medianSeconds());
        return runs == 1
                ? NLS.bind(Messages.comparisonMethod, method.name(), time)
                : NLS.bind(Messages.comparisonMethodRuns, new Object[] {method.name(), Numbers.whole(runs), time});
    }
}
