// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Goal;
import org.gidn.core.run.Candidates;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Statistics;
import org.gidn.visualisation.internal.Messages;

/**
 * How good the designs of a run are, in the rows of the paper's Tables S1 and S2, for the report and the terminal.
 *
 * @param columns names of the groups of designs, such as training samples and inverse designs
 * @param statistics what is known of each group, as many
 * @since 1.0
 */
public record DesignStatistics(List<String> columns, List<Statistics> statistics) {
    /** The names of the rows of values in {@code published.csv} and in studies; the user reads {@link #rowName}. */
    public static final List<String> ROWS = List.of("maximum", "mean of the top 1 %", "mean of the top 10 %", "mean");

    /** Of more iterations than these the inverse designs are one group. */
    public static final int MOST_ITERATIONS = 12;

    public DesignStatistics {
        columns = List.copyOf(columns);
        statistics = List.copyOf(statistics);
    }

    /**
     * The statistics of a run: training samples, then inverse designs by iteration, or all together if the iterations
     * are more than {@link #MOST_ITERATIONS}; else one group a source.
     *
     * @param objective place in the problem's list of objectives, from 0
     */
    public static DesignStatistics of(RunResults results, int objective) {
        Map<String, List<CandidateSet>> groups = new LinkedHashMap<>();
        long iterations = results.sets(Candidates.INVERSE).size();
        for (CandidateSet set : results.sets()) {
            String name =
                    switch (set.source()) {
                        case Candidates.SAMPLE -> Messages.statisticTraining;
                        case Candidates.INVERSE ->
                            iterations == 1 || iterations > MOST_ITERATIONS
                                    ? Messages.statisticInverse
                                    : NLS.bind(Messages.statisticInverseIteration, set.iteration() + 1);
                        default -> set.source();
                    };
            groups.computeIfAbsent(name, key -> new ArrayList<>()).add(set);
        }
        return new DesignStatistics(
                new ArrayList<>(groups.keySet()),
                groups.values().stream()
                        .map(sets -> results.statistics(sets, objective))
                        .toList());
    }

    /** How a row is called where the objective has the given goal: the best value may be a minimum. */
    public static String rowName(int row, Goal goal) {
        return switch (row) {
            case 0 -> goal == Goal.MINIMISE ? Messages.statisticMinimum : Messages.statisticMaximum;
            case 1 -> Messages.statisticTopPercent;
            case 2 -> Messages.statisticTopTenth;
            case 3 -> Messages.statisticMean;
            default -> throw new IndexOutOfBoundsException(row);
        };
    }

    /** The value of one of the {@link #ROWS} for a group. */
    public double value(int row, int column) {
        return value(statistics.get(column), ROWS.get(row));
    }

    /**
     * The value of the statistic of that name.
     *
     * @throws InvalidInputException if it is none of {@link #ROWS}
     */
    public static double value(Statistics group, String name) {
        return switch (ROWS.indexOf(name)) {
            case 0 -> group.best();
            case 1 -> group.topPercent();
            case 2 -> group.topTenth();
            case 3 -> group.mean();
            default -> throw new InvalidInputException(NearestName.unknown(Messages.kindStatistic, name, ROWS));
        };
    }
}
