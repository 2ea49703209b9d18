// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.core.InvalidInputException;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.workspace.Projects;

/** Lists a project folder that is there already, and opens its experiment. */
public final class OpenFolderHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        DirectoryDialog dialog = new DirectoryDialog(window.getShell());
        dialog.setText(Messages.openFolderTitle);
        dialog.setMessage(Messages.openFolderMessage);
        String folder = dialog.open();
        if (folder != null) {
            open(window, Path.of(folder));
        }
        return null;
    }

    /** Lists a project folder, given itself or by its experiment, and opens the experiment; tells the user what is wrong with it. */
    public static void open(IWorkbenchWindow window, Path experiment) throws ExecutionException {
        try {
            Path folder = Files.isDirectory(experiment) ? experiment : experiment.getParent();
            IProject project = Projects.open(folder, new NullProgressMonitor());
            Projects.openExperiment(window.getActivePage(), project);
        } catch (InvalidInputException e) {
            Commands.refuse(e.getMessage());
        } catch (CoreException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }
}
