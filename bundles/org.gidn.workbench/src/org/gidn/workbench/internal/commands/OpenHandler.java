// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** Opens what is selected: an experiment in its editor, a run in the views, a closed project. */
public final class OpenHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        for (Object element : Targets.selection(event.getApplicationContext())) {
            try {
                open(page, element);
            } catch (CoreException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }

    private static void open(IWorkbenchPage page, Object element) throws CoreException {
        if (element instanceof RunNode run) {
            Targets.model().focus().show(run);
            page.showView(Ids.GALLERY);
        } else if (element instanceof IProject project && !project.isOpen()) {
            project.open(null);
        } else if (element instanceof IProject project) {
            Projects.openExperiment(page, project);
        } else if (element instanceof IFile file) {
            IDE.openEditor(page, file);
        }
    }
}
