// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.actions.RenameResourceAction;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.workbench.internal.runs.Runs;

/** Renames the selected project, which moves its folder; not while one of its runs is at work or waits. */
public final class RenameHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Targets.selection(context).size() == 1
                && Targets.selection(context).get(0) instanceof IProject project
                && Runs.get().job(project) == null);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        RenameResourceAction action = new RenameResourceAction(HandlerUtil.getActiveWorkbenchWindow(event));
        action.selectionChanged(new StructuredSelection(Targets.selection(event.getApplicationContext())));
        action.run();
        return null;
    }
}
