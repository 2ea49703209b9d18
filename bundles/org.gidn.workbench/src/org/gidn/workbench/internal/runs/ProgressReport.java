// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.run.Progress;
import org.gidn.experiments.run.RunListener;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.workspace.Projects;

/** Passes what a run tells on to its live state and to the platform's progress; shows the run in the views as it begins. */
final class ProgressReport implements RunListener {
    private static final int PARTS = 1000;

    private final RunQueue queue;
    private final RunJob job;
    private final LiveRun live;
    private final IProgressMonitor monitor;
    private int shown;

    ProgressReport(RunQueue queue, RunJob job, IProgressMonitor monitor) {
        this.queue = queue;
        this.job = job;
        this.live = job.live();
        this.monitor = monitor;
    }

    @Override
    public void started(RunRecord run) {
        live.started(run);
        Failures.contained(
                () -> live.resumed(Project.open(Projects.folder(job.project())).results(run.number())));
        queue.began(job, run);
    }

    @Override
    public void phaseStarted(Progress progress) {
        live.phaseStarted(progress);
        boolean known = progress.total() > 0;
        monitor.beginTask(job.getName(), known ? PARTS : IProgressMonitor.UNKNOWN);
        shown = 0;
        report(progress);
    }

    @Override
    public void progress(Progress progress) {
        live.progress(progress);
        report(progress);
    }

    @Override
    public void phaseEnded(Progress progress) {
        live.phaseEnded(progress);
        report(progress);
    }

    private void report(Progress progress) {
        monitor.subTask(progress.text());
        if (progress.total() > 0) {
            int parts = (int) (PARTS * progress.share());
            monitor.worked(Math.max(0, parts - shown));
            shown = Math.max(parts, shown);
        }
    }

    @Override
    public void event(String message) {
        live.event(message);
    }

    @Override
    public void improved(FoundDesign design, long evaluations) {
        live.improved(design, evaluations);
    }

    @Override
    public void ended(RunRecord run) {
        live.ended(run);
    }
}
