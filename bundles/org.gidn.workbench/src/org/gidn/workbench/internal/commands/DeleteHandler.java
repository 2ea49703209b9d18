// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.actions.DeleteResourceAction;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * Deletes the selected runs, which can be undone until the workbench closes; else removes the selected projects from the workspace,
 * with their files if the user wants that; neither while one is running.
 */
public final class DeleteHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!projects(context).isEmpty() || !runs(context).isEmpty());
    }

    private static StructuredSelection projects(Object context) {
        return new StructuredSelection(Targets.selection(context).stream()
                .filter(element -> element instanceof IProject project
                        && Targets.model().queue().job(project) == null)
                .toList());
    }

    /** The runs that are selected; none if one of them is at work. */
    private static List<RunNode> runs(Object context) {
        List<RunNode> runs = Targets.selection(context).stream()
                .filter(RunNode.class::isInstance)
                .map(RunNode.class::cast)
                .map(Targets.model().index()::current)
                .toList();
        boolean atWork = runs.stream()
                .anyMatch(run -> run.record().state() == RunState.RUNNING
                        || Targets.model().queue().live(run) != null);
        return atWork ? List.of() : runs;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        List<RunNode> runs = runs(event.getApplicationContext());
        if (!runs.isEmpty()) {
            delete(HandlerUtil.getActiveShell(event), runs);
            return null;
        }
        DeleteResourceAction action = new DeleteResourceAction(HandlerUtil.getActiveWorkbenchWindow(event));
        action.selectionChanged(projects(event.getApplicationContext()));
        action.run();
        return null;
    }

    private static void delete(Shell shell, List<RunNode> runs) {
        String what = runs.size() == 1 ? describe(runs.get(0)) : NLS.bind(Messages.deleteRuns, runs.size());
        int answer = MessageDialog.open(
                MessageDialog.QUESTION,
                shell,
                Messages.deleteTitle,
                NLS.bind(Messages.deleteQuestion, what),
                0,
                Messages.deleteDo,
                IDialogConstants.CANCEL_LABEL);
        if (answer == 0) {
            Targets.model().deleted().delete(runs);
        }
    }

    private static String describe(RunNode run) {
        RunRecord record = run.record();
        String best = Double.isNaN(record.best()) ? "" : String.format(Locale.ROOT, ", %.5g", record.best());
        return NLS.bind(Messages.deleteRun, new Object[] {
            run.title(), record.optimiser(), String.format(Locale.ROOT, "%,d", record.evaluations()), best
        });
    }
}
