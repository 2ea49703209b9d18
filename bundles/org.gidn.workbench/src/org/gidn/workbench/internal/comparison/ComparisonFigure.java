// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.gidn.core.problem.Output;
import org.gidn.experiments.Project;
import org.gidn.experiments.ProvedBound;
import org.gidn.experiments.project.RunCurve;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.TimedImprovement;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.comparison.BudgetComparison;
import org.gidn.visualisation.comparison.RunComparison;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** The best value of some runs against the evaluations that they spent. Reads them in the background. */
final class ComparisonFigure {
    private static final int AGAIN_MILLISECONDS = 5_000;

    private static final BudgetComparison NONE = BudgetComparison.of(List.of());

    private final FigureControl control;
    private final Runnable changed;
    private Wanted wanted = new Wanted(List.of(), List.of(), false, ComparisonKind.EVALUATIONS);
    private boolean reading;
    private BudgetComparison byBudget = NONE;
    private Measured measured = Measured.NOTHING;

    /**
     * What is known of the runs beyond what they say themselves.
     *
     * @param hypervolumes that of each run, up to a point behind the fronts of all that have the objectives of those shown
     * @param bounds beyond which no design of a run's problem is, where some run has proved that
     */
    record Measured(Map<RunRecord, Double> hypervolumes, Map<RunRecord, Double> bounds) {
        static final Measured NOTHING = new Measured(Map.of(), Map.of());
    }

    /** What is to be shown, and how: some runs of all, and whether those that were cancelled or have failed count. */
    private record Wanted(List<RunNode> runs, List<RunNode> all, boolean unfinished, ComparisonKind kind) {}

    /**
     * @param changed called when another figure is shown
     */
    ComparisonFigure(Composite parent, Runnable changed) {
        control = new FigureControl(parent);
        control.setEmptyText(Messages.comparisonEmpty);
        this.changed = changed;
    }

    FigureControl control() {
        return control;
    }

    /** The methods whose curves are shown, by what they had found after so many evaluations; of none where nothing is shown. */
    BudgetComparison byBudget() {
        return byBudget;
    }

    /** What is known of the runs that are shown or compared with those. */
    Measured measured() {
        return measured;
    }

    /**
     * Shows some runs; the figure before stays until they have been read.
     *
     * @param all those that they are compared with by their hypervolumes, themselves among them
     * @param unfinished whether runs that were cancelled or have failed count in medians and bands
     */
    void show(List<RunNode> runs, List<RunNode> all, boolean unfinished, ComparisonKind kind) {
        wanted = new Wanted(runs, all, unfinished, kind);
        if (!reading) {
            read();
        }
    }

    private void read() {
        Wanted now = wanted;
        Display display = control.getDisplay();
        reading = true;
        Job job = Job.create(Messages.comparisonReading, (ICoreRunnable) monitor -> {
            Runnable outcome = outcome(now);
            if (!display.isDisposed()) {
                display.asyncExec(() -> finish(now, outcome));
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    /** What could not be read a moment ago, such as a store that was just being closed, is asked for again. */
    private void readAgain(Wanted failed) {
        if (!control.isDisposed() && wanted == failed && !reading) {
            read();
        }
    }

    private Runnable outcome(Wanted now) {
        try {
            RunComparison comparison = RunComparison.of(curves(now.runs()), now.unfinished());
            Measured found = new Measured(hypervolumes(now), bounds(now.all()));
            List<RunRecord> records = now.runs().stream().map(RunNode::record).toList();
            Figure figure = now.kind().figure(comparison, records, () -> times(now.runs()));
            String empty = now.runs().isEmpty() ? Messages.comparisonEmpty : Messages.comparisonNothing;
            return () -> put(figure, BudgetComparison.of(comparison.methods()), found, figure == null ? empty : "");
        } catch (Throwable e) {
            String sentence = Failures.sentence(e);
            return () -> {
                put(null, NONE, Measured.NOTHING, sentence);
                control.getDisplay().timerExec(AGAIN_MILLISECONDS, () -> readAgain(now));
            };
        }
    }

    /** Compares all runs that have the same several objectives as the first one shown. */
    private static Map<RunRecord, Double> hypervolumes(Wanted now) {
        Optional<List<Output>> objectives = now.runs().stream()
                .map(RunNode::record)
                .filter(RunRecord::readable)
                .map(RunRecord::objectives)
                .findFirst();
        if (objectives.isEmpty() || objectives.get().size() == 1) {
            return Map.of();
        }
        List<RunNode> alike = now.all().stream()
                .filter(run ->
                        run.record().readable() && run.record().objectives().equals(objectives.get()))
                .toList();
        RunComparison all = RunComparison.of(curves(alike), true);
        Map<RunRecord, Double> volumes = new HashMap<>();
        all.reference()
                .ifPresent(point -> all.hypervolumes(point).forEach((run, volume) -> volumes.put(run, volume.value())));
        return volumes;
    }

    /** What is proved of the problem of each run, by any run of the projects. */
    private static Map<RunRecord, Double> bounds(List<RunNode> runs) {
        Map<IProject, List<RunRecord>> records = byProject(runs);
        List<Project> projects = records.keySet().stream()
                .map(project -> Project.open(Projects.folder(project)))
                .toList();
        Map<Object, Optional<ProvedBound>> ofProblems = new HashMap<>();
        Map<RunRecord, Double> bounds = new HashMap<>();
        records.values().stream().flatMap(List::stream).forEach(run -> ofProblems
                .computeIfAbsent(run.settings().get("problem"), problem -> ProvedBound.of(run, projects))
                .ifPresent(bound -> bounds.put(run, bound.value())));
        return bounds;
    }

    private static List<RunCurve> curves(List<RunNode> runs) {
        List<RunCurve> curves = new ArrayList<>();
        byProject(runs)
                .forEach((project, records) ->
                        curves.addAll(Project.open(Projects.folder(project)).curves(records)));
        return curves;
    }

    private static Map<RunRecord, List<TimedImprovement>> times(List<RunNode> runs) {
        Map<RunRecord, List<TimedImprovement>> times = new LinkedHashMap<>();
        byProject(runs)
                .forEach((project, records) ->
                        times.putAll(Project.open(Projects.folder(project)).curvesByTime(records)));
        return times;
    }

    private static Map<IProject, List<RunRecord>> byProject(List<RunNode> runs) {
        return runs.stream()
                .filter(run -> run.record().readable())
                .collect(Collectors.groupingBy(
                        RunNode::project,
                        LinkedHashMap::new,
                        Collectors.mapping(RunNode::record, Collectors.toList())));
    }

    private void finish(Wanted shown, Runnable outcome) {
        reading = false;
        if (control.isDisposed()) {
            return;
        }
        if (wanted == shown) {
            outcome.run();
        } else {
            read();
        }
    }

    private void put(Figure figure, BudgetComparison methods, Measured found, String empty) {
        control.setEmptyText(empty);
        control.setFigure(figure);
        byBudget = methods;
        measured = found;
        changed.run();
    }
}
