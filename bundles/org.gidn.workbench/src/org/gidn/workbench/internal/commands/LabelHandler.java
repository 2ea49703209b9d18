// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunLabel;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.projects.RunLabelDialog;
import org.gidn.workbench.internal.runs.RunIndex;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * Says something of the selected runs: stars or archives them, or takes that back if all are, as stands behind the class in {@code
 * plugin.xml}; without a word there it asks for a name, a note and tags of one run.
 */
public final class LabelHandler extends AbstractHandler implements IExecutableExtension {
    private static final String STAR = "star";

    private String what;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        what = (String) data;
    }

    @Override
    public void setEnabled(Object context) {
        int runs = Targets.runs(context).size();
        setBaseEnabled(what == null ? runs == 1 : runs > 0);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        List<RunNode> runs = Targets.runs(event.getApplicationContext());
        if (what == null) {
            RunLabelDialog dialog = new RunLabelDialog(HandlerUtil.getActiveShell(event), runs.get(0));
            if (dialog.open() == Window.OK) {
                RunLabel label = dialog.label();
                label(runs, before -> label);
            }
        } else if (what.equals(STAR)) {
            boolean star = !runs.stream().allMatch(run -> run.label().star());
            label(runs, label -> label.starred(star));
        } else {
            boolean archived = !runs.stream().allMatch(run -> run.label().archived());
            label(runs, label -> label.archived(archived));
        }
        return null;
    }

    /** Says something else of some runs, in the background: one that is at work may have to be waited for. */
    public static void label(List<RunNode> runs, UnaryOperator<RunLabel> change) {
        Map<IProject, List<Integer>> byProject = runs.stream()
                .collect(Collectors.groupingBy(
                        RunNode::project, Collectors.mapping(RunNode::number, Collectors.toList())));
        RunIndex index = Targets.model().index();
        byProject.forEach((project, numbers) -> Commands.inBackground(Messages.jobLabel, () -> {
            Project.open(Projects.folder(project)).label(numbers, change);
            index.refresh(project);
        }));
    }
}
