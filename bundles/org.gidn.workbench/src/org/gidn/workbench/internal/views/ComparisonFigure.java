// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.gidn.experiments.project.Project;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.RunComparison;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.projects.Projects;
import org.gidn.workbench.internal.runs.RunNode;

/** The best value of some runs against the evaluations that they spent. Reads them in the background. */
final class ComparisonFigure {
    private final FigureControl control;
    private final Runnable changed;
    private List<RunNode> wanted = List.of();
    private boolean reading;

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

    /** Shows some runs; the figure before stays until they have been read. */
    void show(List<RunNode> runs) {
        wanted = runs;
        if (!reading) {
            read();
        }
    }

    private void read() {
        List<RunNode> runs = wanted;
        Display display = control.getDisplay();
        reading = true;
        Job job = Job.create(Messages.comparisonReading, (ICoreRunnable) monitor -> {
            Runnable outcome = outcome(runs);
            if (!display.isDisposed()) {
                display.asyncExec(() -> finish(runs, outcome));
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    private Runnable outcome(List<RunNode> runs) {
        try {
            RunComparison comparison = RunComparison.of(runs.stream()
                    .map(run -> Project.open(Projects.folder(run.project())).results(run.number()))
                    .toList());
            if (comparison.methods().isEmpty()) {
                return () -> put(null, runs.isEmpty() ? Messages.comparisonEmpty : Messages.figureWaiting);
            }
            Figure figure = comparison.convergence();
            return () -> put(figure, "");
        } catch (Throwable e) {
            String sentence = Failures.sentence(e);
            return () -> put(null, sentence);
        }
    }

    private void finish(List<RunNode> runs, Runnable outcome) {
        reading = false;
        if (control.isDisposed()) {
            return;
        }
        if (wanted == runs) {
            outcome.run();
        } else {
            read();
        }
    }

    private void put(Figure figure, String empty) {
        control.setEmptyText(empty);
        control.setFigure(figure);
        changed.run();
    }
}
