// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.workbench.internal.workspace.Projects;

/** Sees soon what projects have stored and how their experiment files have changed, whoever did it: this window or another program. */
final class StoreWatch extends Job {
    private static final int PERIOD_MILLISECONDS = 300;

    private final RunIndex index;
    private boolean stopped;

    StoreWatch(RunIndex index) {
        super(StoreWatch.class.getSimpleName());
        setSystem(true);
        setPriority(DECORATE);
        this.index = index;
    }

    /** Begins to watch the projects of the workspace. */
    void begin() {
        schedule(PERIOD_MILLISECONDS);
    }

    /** Looks no more. */
    void end() {
        stopped = true;
        cancel();
    }

    @Override
    public boolean shouldSchedule() {
        return !stopped;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            try {
                if (Projects.isExperiment(project)) {
                    look(project);
                }
            } catch (CoreException | RuntimeException e) {
                Platform.getLog(getClass()).error(e.getMessage(), e);
            }
        }
        schedule(PERIOD_MILLISECONDS);
        return Status.OK_STATUS;
    }

    private void look(IProject project) throws CoreException {
        index.refreshIfChanged(project);
        IFile experiment = Projects.experimentFile(project);
        if (!experiment.isSynchronized(IResource.DEPTH_ZERO)) {
            experiment.refreshLocal(IResource.DEPTH_ZERO, null);
        }
    }
}
