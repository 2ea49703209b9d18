// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs the experiments of the selected projects with five seeds each, by which a method can be judged. */
public final class SeedsHandler extends AbstractHandler {
    private static final int SEEDS = 5;

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!Targets.projects(context).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        for (IProject project : Targets.projects(event.getApplicationContext())) {
            if (RunHandler.saved(window.getActivePage(), project)) {
                Targets.model().queue().seeds(project, SEEDS);
            }
        }
        return null;
    }
}
