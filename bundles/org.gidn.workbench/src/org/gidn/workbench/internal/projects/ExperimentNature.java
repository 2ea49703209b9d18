// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectNature;

/** Marks a project as one with an experiment. */
public final class ExperimentNature implements IProjectNature {
    private IProject project;

    @Override
    public void configure() {
        // nothing is built
    }

    @Override
    public void deconfigure() {
        // nothing was built
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
