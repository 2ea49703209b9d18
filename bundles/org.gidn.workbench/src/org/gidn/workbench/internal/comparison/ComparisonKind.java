// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.comparison;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.TimedImprovement;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.comparison.BudgetComparison;
import org.gidn.visualisation.comparison.RunComparison;
import org.gidn.visualisation.comparison.SettingsComparison;
import org.gidn.workbench.internal.Messages;

/** What a comparison of runs draws. */
public enum ComparisonKind {
    EVALUATIONS(Messages.comparisonByEvaluations),
    TIME(Messages.comparisonByTime),
    BUDGET(Messages.comparisonByBudget),
    PARALLEL(Messages.comparisonParallel),
    IMPORTANCE(Messages.comparisonImportance);

    private final String text;

    ComparisonKind(String text) {
        this.text = text;
    }

    /** What the user sees. */
    String text() {
        return text;
    }

    /**
     * The figure; null if these runs give none of this kind.
     *
     * @param times how the best value of each run grew with time
     */
    Figure figure(
            RunComparison comparison, List<RunRecord> runs, Supplier<Map<RunRecord, List<TimedImprovement>>> times) {
        boolean curves =
                !comparison.methods().isEmpty() || !comparison.leftOut().isEmpty();
        return switch (this) {
            case EVALUATIONS -> curves ? comparison.convergence() : null;
            case TIME -> curves ? comparison.convergenceOverTime(times.get()) : null;
            case BUDGET -> {
                BudgetComparison budgets = BudgetComparison.of(comparison.methods());
                yield budgets.methods().isEmpty() || budgets.budgets().isEmpty() ? null : budgets.plot();
            }
            case PARALLEL -> {
                SettingsComparison settings = SettingsComparison.of(runs);
                yield settings.isEmpty() ? null : settings.parallel();
            }
            case IMPORTANCE -> {
                SettingsComparison settings = SettingsComparison.of(runs);
                yield settings.importance().isEmpty() ? null : settings.importancePlot();
            }
        };
    }
}
