// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.ProjectCheck;
import org.gidn.experiments.project.Repair;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunIndex;
import org.gidn.workbench.internal.workspace.Projects;

/** Verifies all that the selected projects have stored; where a database is damaged, it offers to save what is whole. */
public final class CheckHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!Targets.projects(context).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        for (IProject project : Targets.projects(event.getApplicationContext())) {
            Commands.inBackground(NLS.bind(Messages.jobChecking, project.getName()), () -> {
                ProjectCheck check = Project.open(Projects.folder(project)).check();
                display.asyncExec(() -> show(project, check));
            });
        }
        return null;
    }

    private static void show(IProject project, ProjectCheck check) {
        String text = text(check.sentences(Path::toString));
        if (check.damages().isEmpty()) {
            tell(project, text, check.sound() ? MessageDialog.INFORMATION : MessageDialog.WARNING);
            return;
        }
        String[] buttons = {Messages.checkRepair, IDialogConstants.CANCEL_LABEL};
        if (open(project, text, MessageDialog.WARNING, buttons) == 0) {
            Display display = Display.getCurrent();
            RunIndex index = Targets.model().index();
            Commands.inBackground(NLS.bind(Messages.jobRepairing, project.getName()), () -> {
                Repair repair = Project.open(Projects.folder(project)).repair();
                index.refresh(project);
                display.asyncExec(() -> tell(project, text(repair.sentences()), MessageDialog.INFORMATION));
            });
        }
    }

    private static String text(List<String> sentences) {
        return String.join("\n", sentences);
    }

    private static void tell(IProject project, String text, int kind) {
        open(project, text, kind, IDialogConstants.OK_LABEL);
    }

    private static int open(IProject project, String text, int kind, String... buttons) {
        return MessageDialog.open(
                kind,
                Display.getCurrent().getActiveShell(),
                NLS.bind(Messages.checkTitle, project.getName()),
                text,
                0,
                buttons);
    }
}
