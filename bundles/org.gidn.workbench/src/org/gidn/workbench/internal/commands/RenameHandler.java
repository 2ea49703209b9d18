// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.core.InvalidInputException;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * Renames the selected project, which moves its folder; not while one of its runs is at work or waits. Of a selected run it asks for
 * its name, and what else is to be said of it.
 */
public final class RenameHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(project(context) != null || run(context));
    }

    private static boolean run(Object context) {
        return Targets.selection(context).size() == 1
                && Targets.selection(context).get(0) instanceof RunNode;
    }

    private static IProject project(Object context) {
        List<?> selected = Targets.selection(context);
        return selected.size() == 1
                        && selected.get(0) instanceof IProject project
                        && project.isOpen()
                        && Targets.model().queue().job(project) == null
                ? project
                : null;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (run(event.getApplicationContext())) {
            return new LabelHandler().execute(event);
        }
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        IProject project = project(event.getApplicationContext());
        InputDialog dialog =
                new InputDialog(
                        window.getShell(),
                        Messages.renameTitle,
                        NLS.bind(Messages.renameMessage, project.getName()),
                        project.getName(),
                        name -> name.equals(project.getName())
                                ? ""
                                : Projects.nameProblem(name).orElse(null)) {
                    @Override
                    protected Control createDialogArea(Composite parent) {
                        Control area = super.createDialogArea(parent);
                        Named.name(getText(), () -> Messages.renameTitle);
                        return area;
                    }
                };
        if (dialog.open() == InputDialog.OK) {
            String name = dialog.getValue();
            Commands.inBackground(NLS.bind(Messages.jobRenaming, project.getName()), () -> rename(project, name));
        }
        return null;
    }

    private static void rename(IProject project, String name) {
        try {
            Projects.rename(project, name, null);
        } catch (CoreException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }
}
