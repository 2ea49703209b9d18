package org.gidn.workbench.internal.commands;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.Project;
import org.gidn.visualisation.export.ExportFormat;
import org.gidn.visualisation.export.RunExport;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.projects.Projects;
import org.gidn.workbench.internal.runs.RunNode;

/** Writes the selected run to a file, in one of the installed formats. */
public final class ExportHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Targets.runs(context).size() == 1);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        RunNode run = Targets.runs(event.getApplicationContext()).get(0);
        List<ExportFormat> formats = ExportFormat.installed();
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
        dialog.setText(
                NLS.bind(Messages.exportTitle, run.number(), run.project().getName()));
        dialog.setFilterExtensions(
                formats.stream().map(format -> "*." + format.suffix()).toArray(String[]::new));
        dialog.setFilterNames(formats.stream().map(ExportFormat::name).toArray(String[]::new));
        dialog.setFileName(run.project().getName() + "-" + run.number());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            ExportFormat format = formats.get(Math.max(0, dialog.getFilterIndex()));
            boolean complete = chosen.endsWith("." + format.suffix());
            Path file = Path.of(complete ? chosen : chosen + "." + format.suffix());
            Commands.inBackground(
                    NLS.bind(Messages.jobWriting, file.getFileName()),
                    () -> format.export(
                            new RunExport(
                                    Project.open(Projects.folder(run.project())), run.number(), Catalogue.installed()),
                            file));
        }
        return null;
    }
}
