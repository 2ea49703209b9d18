// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.export.ExportFormat;
import org.gidn.export.RunExport;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * Writes the selected run to a file, in one of the installed formats; or the whole project, if {@code project} stands
 * behind the class in {@code plugin.xml}.
 */
public final class ExportHandler extends AbstractHandler implements IExecutableExtension {
    private static final String PROJECT = "project";

    private boolean whole;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        whole = PROJECT.equals(data);
    }

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled((whole ? Targets.projects(context) : Targets.runs(context)).size() == 1);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        if (whole) {
            IProject project = Targets.projects(event.getApplicationContext()).get(0);
            String title = NLS.bind(Messages.exportProjectTitle, project.getName());
            export(shell, title, project.getName(), ExportFormat::ofProject, project, 0);
        } else {
            RunNode run = Targets.runs(event.getApplicationContext()).get(0);
            String project = run.project().getName();
            String title = NLS.bind(Messages.exportTitle, run.number(), project);
            String name = project + "-" + run.number();
            export(shell, title, name, format -> !format.ofProject(), run.project(), run.number());
        }
        return null;
    }

    /** Asks for a file and writes it in the background. */
    private static void export(
            Shell shell, String title, String name, Predicate<ExportFormat> fits, IProject project, int run) {
        List<ExportFormat> formats =
                ExportFormat.installed().stream().filter(fits).toList();
        ExportFormat wanted = formats.size() == 1 ? formats.get(0) : FormatDialog.ask(shell, title, formats);
        if (wanted == null) {
            return;
        }
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFilterExtensions(new String[] {"*." + wanted.suffix()});
        dialog.setFilterNames(new String[] {wanted.name()});
        dialog.setFileName(name + "." + wanted.suffix());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            ExportFormat format = meant(shell, wanted, formats, chosen);
            if (format == null) {
                return;
            }
            boolean complete = chosen.endsWith("." + format.suffix());
            Path file = Path.of(complete ? chosen : chosen + "." + format.suffix());
            Commands.inBackground(
                    NLS.bind(Messages.jobWriting, file.getFileName()),
                    () -> format.export(
                            new RunExport(Project.open(Projects.folder(project)), run, Catalogue.installed()), file));
        }
    }

    /** The format that is chosen in the dialog, or the one of the name that is typed, as the user says; null if neither. */
    private static ExportFormat meant(Shell shell, ExportFormat chosen, List<ExportFormat> formats, String file) {
        ExportFormat typed = ExportFormat.endingOf(Path.of(file)).orElse(chosen);
        if (typed.suffix().equals(chosen.suffix())
                || formats.stream().noneMatch(format -> format.id().equals(typed.id()))) {
            return chosen;
        }
        String question = NLS.bind(
                Messages.exportWhichFormat, new Object[] {Path.of(file).getFileName(), typed.name(), chosen.name()});
        int answer = MessageDialog.open(
                MessageDialog.QUESTION_WITH_CANCEL,
                shell,
                Messages.productName,
                question,
                SWT.SHEET,
                typed.name(),
                chosen.name(),
                IDialogConstants.CANCEL_LABEL);
        return switch (answer) {
            case 0 -> typed;
            case 1 -> chosen;
            default -> null;
        };
    }
}
