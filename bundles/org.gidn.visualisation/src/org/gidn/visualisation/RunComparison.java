// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Objective;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.experiments.run.Progress;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.MethodNames;
import org.gidn.visualisation.internal.Numbers;

/**
 * Runs side by side, of any projects. Those that differ in nothing but the seed are taken together as runs of one method;
 * all are compared by the evaluations that they spent.
 *
 * @param methods in the order in which they were given
 * @since 1.0
 */
public record RunComparison(List<MethodRuns> methods) {
    public RunComparison {
        methods = List.copyOf(methods);
    }

    /**
     * Compares runs.
     *
     * @param runs any number; those that have evaluated nothing yet are left out
     * @throws InvalidInputException if they have different objectives
     */
    public static RunComparison of(List<RunResults> runs) {
        Map<Map<String, Object>, List<RunRecord>> records = new LinkedHashMap<>();
        Map<Map<String, Object>, List<List<Improvement>>> curves = new LinkedHashMap<>();
        RunRecord first = null;
        for (RunResults results : runs) {
            RunRecord run = results.run();
            first = first == null ? run : first;
            checkObjective(first, run);
            List<Improvement> curve = results.convergence();
            if (!curve.isEmpty()) {
                Map<String, Object> settings = MethodNames.settings(run);
                records.computeIfAbsent(settings, key -> new ArrayList<>()).add(run);
                curves.computeIfAbsent(settings, key -> new ArrayList<>()).add(curve);
            }
        }
        Map<Map<String, Object>, String> names = MethodNames.of(records);
        return new RunComparison(records.keySet().stream()
                .map(settings -> new MethodRuns(names.get(settings), records.get(settings), curves.get(settings)))
                .toList());
    }

    private static void checkObjective(RunRecord first, RunRecord run) {
        if (!run.objective().equals(first.objective())) {
            throw new InvalidInputException(NLS.bind(Messages.comparisonObjectives, new Object[] {
                run.number(), run.title(), run.objective().name(),
                first.number(), first.title(), first.objective().name()
            }));
        }
    }

    /** The best value of all runs; NaN if there is none. */
    public double best() {
        double best = Double.NaN;
        for (MethodRuns method : methods) {
            double value = method.best()[0];
            best = method.runs().get(0).objective().goal().better(value, best) ? value : best;
        }
        return best;
    }

    /**
     * The best value against the evaluations spent: the median of each method's runs, and the band between its best and its
     * worst.
     *
     * @throws java.util.NoSuchElementException if there is no method
     */
    public Plot convergence() {
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
                x[i] = changes[(i + 1) / 2];
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
        Objective objective =
                methods.stream().findFirst().orElseThrow().runs().get(0).objective();
        bands.addAll(lines);
        return new Plot(
                NLS.bind(Messages.convergenceTitle, objective.name()),
                NLS.bind(Messages.comparisonCaption, objective.name()),
                Axis.logarithmic(Messages.convergenceEvaluations, ""),
                Axis.linear(NLS.bind(Messages.convergenceBest, objective.name()), objective.unit()),
                bands);
    }

    private static String name(MethodRuns method) {
        int runs = method.runs().size();
        String time = Progress.time(method.medianSeconds());
        return runs == 1
                ? NLS.bind(Messages.comparisonMethod, method.name(), time)
                : NLS.bind(Messages.comparisonMethodRuns, new Object[] {method.name(), Numbers.whole(runs), time});
    }
}
