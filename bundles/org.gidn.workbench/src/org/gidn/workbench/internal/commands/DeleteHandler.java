package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.actions.DeleteResourceAction;
import org.eclipse.ui.handlers.HandlerUtil;

/** Removes the selected projects from the workspace, with their files if the user wants that. */
public final class DeleteHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!projects(context).isEmpty());
    }

    private static StructuredSelection projects(Object context) {
        return new StructuredSelection(Targets.selection(context).stream()
                .filter(IProject.class::isInstance)
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
