// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** What a command is about: what is selected, else what the views show, else what the active editor edits. */
final class Targets {
    private Targets() {}

    /** What the window knows of runs: what the registry makes, such as a handler, has it of the workbench. */
    static RunModel model() {
        return PlatformUI.getWorkbench().getService(RunModel.class);
    }

    /** The projects that a command is about. */
    static List<IProject> projects(Object context) {
        Set<IProject> projects = new LinkedHashSet<>();
        for (Object element : selection(context)) {
            IProject project = project(element);
            if (project != null && Projects.isExperiment(project)) {
                projects.add(project);
            }
        }
        if (projects.isEmpty()) {
            IProject edited = project(variable(context, ISources.ACTIVE_EDITOR_INPUT_NAME));
            IProject shown = model().focus().project();
            if (shown != null && Projects.isExperiment(shown)) {
                projects.add(shown);
            } else if (edited != null) {
                projects.add(edited);
            }
        }
        return List.copyOf(projects);
    }

    /** The runs that are selected, else the one that the views show. */
    static List<RunNode> runs(Object context) {
        List<RunNode> runs = selection(context).stream()
                .filter(RunNode.class::isInstance)
                .map(RunNode.class::cast)
                .map(model().index()::current)
                .toList();
        RunNode shown = model().focus().run();
        return !runs.isEmpty() || shown == null ? runs : List.of(shown);
    }

    /** The project that something stands for; null if for none. */
    static IProject project(Object element) {
        if (element instanceof RunNode run) {
            return run.project();
        }
        IResource resource = element instanceof IEditorInput input
                ? Adapters.adapt(input, IResource.class)
                : Adapters.adapt(element, IResource.class);
        return resource == null ? null : resource.getProject();
    }

    /** What is selected. */
    static List<?> selection(Object context) {
        return variable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME) instanceof IStructuredSelection selection
                ? selection.toList()
                : List.of();
    }

    private static Object variable(Object context, String name) {
        Object value = context instanceof IEvaluationContext variables ? variables.getVariable(name) : null;
        return value == IEvaluationContext.UNDEFINED_VARIABLE ? null : value;
    }
}
