// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.workbench.internal.runs.RunJob;

/** Stops the runs of the selected projects; if none of them has one, the run that is at work. */
public final class StopHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        List<IProject> projects = Targets.projects(event.getApplicationContext());
        List<RunJob> jobs = Targets.model().queue().jobs();
        List<RunJob> meant =
                jobs.stream().filter(job -> projects.contains(job.project())).toList();
        (meant.isEmpty() ? jobs.stream().limit(1).toList() : meant).forEach(Job::cancel);
        return null;
    }
}
