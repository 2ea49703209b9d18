// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.Project;
import org.gidn.visualisation.report.Report;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.pages.PageInput;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** Writes the report of the selected run and opens it in the user's browser. */
public final class ReportHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!Targets.runs(context).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        List<RunNode> runs = Targets.runs(event.getApplicationContext());
        Display display = PlatformUI.getWorkbench().getDisplay();
        for (RunNode run : runs) {
            String name = NLS.bind(Messages.jobReport, run.project().getName(), run.number());
            Commands.inBackground(name, () -> {
                URL page = write(run);
                display.asyncExec(() -> open(page));
            });
        }
        return null;
    }

    private static URL write(RunNode run) {
        Path report = Report.write(Project.open(Projects.folder(run.project())), run.number());
        try {
            return report.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void open(URL page) {
        try {
            PlatformUI.getWorkbench().getBrowserSupport().getExternalBrowser().openURL(page);
        } catch (PartInitException e) {
            openHere(page);
        }
    }

    /** Shows it in the workbench where the machine names no browser. */
    private static void openHere(URL page) {
        try {
            PlatformUI.getWorkbench()
                    .getActiveWorkbenchWindow()
                    .getActivePage()
                    .openEditor(
                            new PageInput(page), Ids.PAGE, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        } catch (PartInitException e) {
            Commands.refuse(NLS.bind(Messages.noBrowser, page, e.getMessage()));
        }
    }
}
