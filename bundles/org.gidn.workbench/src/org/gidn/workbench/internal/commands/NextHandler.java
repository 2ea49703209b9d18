// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.gidn.workbench.internal.runs.RunJob;

/** Lets what waits of the selected projects run before all else that waits. */
public final class NextHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!waiting(context).isEmpty());
    }

    private static List<RunJob> waiting(Object context) {
        List<IProject> projects = Targets.projects(context);
        return Targets.model().queue().waiting().stream()
                .filter(job -> projects.contains(job.project()))
                .toList();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Targets.model().queue().next(waiting(event.getApplicationContext()).get(0));
        return null;
    }
}
