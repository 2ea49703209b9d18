// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.experiments.Overrides;

/** Runs the experiments of the selected projects, as they stand in their editors. */
public final class RunHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!Targets.projects(context).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        for (IProject project : Targets.projects(event.getApplicationContext())) {
            if (saved(window.getActivePage(), project)) {
                Targets.model().queue().start(project, Overrides.NONE);
            }
        }
        return null;
    }

    /** Saves what is edited of a project; false if that did not succeed. */
    static boolean saved(IWorkbenchPage page, IProject project) {
        for (IEditorReference reference : page.getEditorReferences()) {
            IEditorPart editor = reference.isDirty() ? reference.getEditor(false) : null;
            if (editor != null
                    && project.equals(Targets.project(editor.getEditorInput()))
                    && !page.saveEditor(editor, false)) {
                return false;
            }
        }
        return true;
    }
}
