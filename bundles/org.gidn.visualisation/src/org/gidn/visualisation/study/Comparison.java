// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.study;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Metric;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.DesignStatistics;
import org.gidn.visualisation.comparison.BudgetComparison;
import org.gidn.visualisation.comparison.MethodRuns;
import org.gidn.visualisation.internal.Messages;

/**
 * One number of one part of a study beside the printed one.
 *
 * @param part the part's name
 * @param measure what is compared
 * @param label the measure as the user sees it
 * @param values ours, one a run, ascending; NaN where a run has no such number
 * @param paper the printed one; NaN if none was printed
 * @since 1.0
 */
public record Comparison(String part, Study.Measure measure, String label, double[] values, double paper) {
    private static final String AT = " at ";
    private static final Pattern BUDGET = Pattern.compile("after (\\d{1,18})|area from (\\d{1,18}) to (\\d{1,18})");

    static Comparison of(PartRuns part, Study.Measure measure) {
        Goal goal = part.runs().get(0).run().objective().goal();
        int row = DesignStatistics.ROWS.indexOf(measure.name());
        return new Comparison(
                part.part().name(),
                measure,
                measure.metric() || measure.budget() || row < 0 ? measure.name() : DesignStatistics.rowName(row, goal),
                part.runs().stream()
                        .mapToDouble(run -> value(run, measure))
                        .sorted()
                        .toArray(),
                part.part().paper().getOrDefault(measure, Double.NaN));
    }

    private static double value(RunResults run, Study.Measure measure) {
        if (measure.budget()) {
            return spent(run, measure.name());
        }
        return measure.metric()
                ? metric(run, measure.name())
                : DesignStatistics.value(run.statistics(run.sets(measure.source())), measure.name());
    }

    private static double spent(RunResults run, String name) {
        Matcher asked = BUDGET.matcher(name);
        if (!asked.matches()) {
            throw new InvalidInputException(NLS.bind(Messages.studyBudget, name));
        }
        if (run.convergence().isEmpty()) {
            return Double.NaN;
        }
        MethodRuns one = new MethodRuns("", List.of(run.run()), List.of(run.convergence()), List.of());
        List<Long> budgets = Stream.of(asked.group(1), asked.group(2), asked.group(3))
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .toList();
        BudgetComparison comparison = new BudgetComparison(List.of(one), budgets);
        return (comparison.hasArea() ? comparison.area(one) : comparison.after(one, budgets.get(0))).median();
    }

    private static double metric(RunResults run, String name) {
        int at = name.lastIndexOf(AT);
        List<Metric> metrics = run.metrics(at < 0 ? name : name.substring(0, at));
        return metrics.stream()
                .filter(metric ->
                        at < 0 || (metric.iteration() + " " + metric.step()).equals(name.substring(at + AT.length())))
                .reduce((first, last) -> last)
                .map(Metric::value)
                .orElse(Double.NaN);
    }

    /** The middle one of ours, or the mean of the two in the middle. */
    public double median() {
        return Statistics.median(values);
    }

    public double least() {
        return stream().min().orElse(Double.NaN);
    }

    public double greatest() {
        return stream().max().orElse(Double.NaN);
    }

    /** By how much our median lies above the printed value. */
    public double difference() {
        return median() - paper;
    }

    private DoubleStream stream() {
        return Arrays.stream(values);
    }
}
