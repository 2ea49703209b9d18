// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.ProjectArchive;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.workspace.Projects;

/** Makes a project of the workspace out of an archive that one was exported to, and opens its experiment. */
public final class ImportHandler extends AbstractHandler {
    private static final String SUFFIX = "\\.(crate\\.)?zip$";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
        dialog.setText(Messages.importTitle);
        dialog.setFilterExtensions(new String[] {"*.zip"});
        dialog.setFilterNames(new String[] {Messages.importZip});
        String chosen = dialog.open();
        if (chosen != null) {
            Path archive = Path.of(chosen);
            Commands.inBackground(NLS.bind(Messages.jobImporting, archive.getFileName()), () -> {
                IProject project = unpack(archive);
                window.getShell().getDisplay().asyncExec(() -> open(window, project));
            });
        }
        return null;
    }

    /** Unpacks an archive under a name that is free. */
    public static IProject unpack(Path archive) {
        String name = Projects.freeName(archive.getFileName().toString().replaceFirst(SUFFIX, ""));
        Path folder = ProjectArchive.unpack(archive, Projects.inWorkspace(name), ProjectArchive.Limits.ofProcess())
                .folder();
        try {
            return Projects.open(folder, null);
        } catch (CoreException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    private static void open(IWorkbenchWindow window, IProject project) {
        if (window.getActivePage() != null) {
            try {
                Projects.openExperiment(window.getActivePage(), project);
            } catch (PartInitException e) {
                Platform.getLog(ImportHandler.class).log(e.getStatus());
            }
        }
    }
}
