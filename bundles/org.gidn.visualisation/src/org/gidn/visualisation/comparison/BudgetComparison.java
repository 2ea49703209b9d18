// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Output;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * Methods by what they have found after so many evaluations: the median of their runs, and the band between the worst and the
 * best. The area is the mean of the best value so far over the logarithm of the evaluations, from the first budget to the last.
 *
 * @param methods what is compared
 * @param budgets numbers of evaluations, from 1 on, ascending
 * @since 1.0
 */
public record BudgetComparison(List<MethodRuns> methods, List<Long> budgets) {
    private static final double[] STEPS = {1, 2.5, 5};
    /** Budgets begin here, or at a tenth of all that was spent. */
    private static final double FIRST = 100;

    private static final double SHARE = 0.1;

    /**
     * What the runs of a method have, for one budget or as area; NaN where no run could spend so much, and for a run that had
     * found nothing by then.
     *
     * @param median the middle of the runs; of an even number the worse of the two in the middle
     * @param worst of the runs
     * @param best of the runs
     */
    public record Band(double median, double worst, double best) {
        private static final Band NONE = new Band(Double.NaN, Double.NaN, Double.NaN);

        private static Band of(double[] ranked) {
            return new Band(ranked[ranked.length / 2], ranked[ranked.length - 1], ranked[0]);
        }
    }

    /** @throws InvalidInputException if budgets are no ascending numbers from 1 on */
    public BudgetComparison {
        methods = List.copyOf(methods);
        budgets = List.copyOf(budgets);
        long before = 0;
        for (long budget : budgets) {
            if (budget <= before) {
                throw new InvalidInputException(NLS.bind(Messages.budgetsDescend, budget));
            }
            before = budget;
        }
    }

    /** Compares by 1, 2.5 and 5 times powers of ten, from 100 on or from a tenth of the most that a run has spent. */
    public static BudgetComparison of(List<MethodRuns> methods) {
        long most =
                methods.stream().mapToLong(MethodRuns::mostEvaluations).max().orElse(0);
        List<Long> budgets = new ArrayList<>();
        for (double power = 10; power <= most; power *= 10) {
            for (double step : STEPS) {
                double budget = step * power;
                if (budget >= Math.min(FIRST, SHARE * most) && budget <= most) {
                    budgets.add((long) budget);
                }
            }
        }
        return new BudgetComparison(methods, budgets);
    }

    /** What a method had found after so many evaluations. */
    public Band after(MethodRuns method, long budget) {
        return budget > method.mostEvaluations() ? Band.NONE : Band.of(method.bestAfter(budget));
    }

    /** Whether there are budgets between which there is an area. */
    public boolean hasArea() {
        return budgets.size() > 1;
    }

    /** The area below a method's curves. */
    public Band area(MethodRuns method) {
        long last = budgets.get(budgets.size() - 1);
        return last > method.mostEvaluations() ? Band.NONE : Band.of(method.areas(budgets.get(0), last));
    }

    /** The median of each method after each budget, and the band between the worst and the best of its runs. */
    public Plot plot() {
        List<Series> bands = new ArrayList<>();
        List<Series> lines = new ArrayList<>();
        double[] x = IntStream.range(0, budgets.size()).mapToDouble(i -> i).toArray();
        for (MethodRuns method : methods) {
            List<Band> all =
                    budgets.stream().map(budget -> after(method, budget)).toList();
            Hue hue = Hue.of(lines.size());
            double[] median = all.stream().mapToDouble(Band::median).toArray();
            lines.add(new Series.Line(method.name(), hue, x, median, false, true));
            if (method.runs().size() > 1) {
                double[] worst = all.stream().mapToDouble(Band::worst).toArray();
                double[] best = all.stream().mapToDouble(Band::best).toArray();
                bands.add(new Series.Band("", hue, x, worst, best));
            }
        }
        bands.addAll(lines);
        Output objective = methods.get(0).runs().get(0).objective();
        return new Plot(
                NLS.bind(Messages.budgetTitle, objective.name()),
                NLS.bind(Messages.budgetCaption, objective.name()),
                Axis.categories(
                        Messages.budgetAxis,
                        budgets.stream().map(Numbers::whole).toList()),
                Axis.linear(NLS.bind(Messages.convergenceBest, objective.name()), objective.unit()),
                bands);
    }

    /** All numbers, with a row of headings: a row for each method and budget, and one for its area. */
    public List<List<?>> table() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("method", "runs", "evaluations", "median", "worst", "best"));
        for (MethodRuns method : methods) {
            budgets.forEach(budget -> rows.add(row(method, budget.toString(), after(method, budget))));
            if (hasArea()) {
                rows.add(row(method, "area", area(method)));
            }
        }
        return rows;
    }

    private static List<?> row(MethodRuns method, String evaluations, Band band) {
        return Arrays.asList(
                method.name(), method.runs().size(), evaluations, band.median(), band.worst(), band.best());
    }
}
