// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Metric;

/**
 * How good any design of a problem can be at most, as a run has proved so far; valid however that run ended.
 *
 * @param project where the run is
 * @param run the run that proved it
 * @param value no design has a better first objective
 * @since 1.0
 */
public record ProvedBound(Project project, RunRecord run, double value) {
    private static final double ROUNDING = 1e-6;

    /**
     * The tightest bound that runs of some projects have proved of the problem of a run.
     *
     * @param run a run of any project that can be read
     */
    public static Optional<ProvedBound> of(RunRecord run, List<Project> projects) {
        Goal goal = run.objective().goal();
        return projects.stream()
                .flatMap(project -> project.runs().stream()
                        .filter(other -> other.readable() && sameProblem(run, other))
                        .flatMap(other -> last(project, other).stream()))
                .reduce((a, b) -> goal.better(b.value, a.value) ? a : b);
    }

    private static boolean sameProblem(RunRecord one, RunRecord other) {
        return Objects.equals(one.settings().get("problem"), other.settings().get("problem"));
    }

    private static Optional<ProvedBound> last(Project project, RunRecord run) {
        RunResults results = project.results(run.number());
        if (!results.metricNames().contains(Bound.METRIC)) {
            return Optional.empty();
        }
        List<Metric> bounds = results.metrics(Bound.METRIC);
        return Optional.of(
                new ProvedBound(project, run, bounds.get(bounds.size() - 1).value()));
    }

    /**
     * By which share of a value a design might be better than it; 0 if by no more than rounding.
     *
     * @param best a value of the first objective, such as the best known
     */
    public double gap(double best) {
        double gap = run.objective().goal().sign() * (value - best) / Math.abs(best);
        return gap < ROUNDING ? 0 : gap;
    }
}
