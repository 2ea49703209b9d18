// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunIndex;

/** Looks at the project folders again, since the command line may have run something there. */
public final class RefreshHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        RunIndex index = Targets.model().index();
        Job.create(Messages.jobRefresh, (ICoreRunnable) monitor -> {
                    for (IProject project :
                            ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
                        project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
                        index.refresh(project);
                    }
                })
                .schedule();
        return null;
    }
}
