// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.actions.DeleteResourceAction;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.workbench.internal.runs.Runs;

/** Removes the selected projects from the workspace, with their files if the user wants that; not while one is running. */
public final class DeleteHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!projects(context).isEmpty());
    }

    private static StructuredSelection projects(Object context) {
        return new StructuredSelection(Targets.selection(context).stream()
                .filter(element ->
                        element instanceof IProject project && Runs.get().job(project) == null)
                .toList());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        DeleteResourceAction action = new DeleteResourceAction(HandlerUtil.getActiveWorkbenchWindow(event));
        action.selectionChanged(projects(event.getApplicationContext()));
        action.run();
        return null;
    }
}
