// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Project;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * Makes a project of the selected one, with the files beside its experiment and without its runs; of the selected run, with the
 * settings of that run, if {@code run} stands behind the class in {@code plugin.xml}.
 */
public final class CopyHandler extends AbstractHandler implements IExecutableExtension {
    private static final String RUN = "run";

    private boolean ofRun;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        ofRun = RUN.equals(data);
    }

    @Override
    public void setEnabled(Object context) {
        List<RunNode> runs = Targets.runs(context);
        setBaseEnabled(
                ofRun
                        ? runs.size() == 1 && runs.get(0).record().readable()
                        : Targets.projects(context).size() == 1);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        RunNode run = ofRun ? Targets.runs(event.getApplicationContext()).get(0) : null;
        IProject project = ofRun
                ? run.project()
                : Targets.projects(event.getApplicationContext()).get(0);
        if (ofRun || RunHandler.saved(window.getActivePage(), project)) {
            Commands.inBackground(NLS.bind(Messages.jobCopying, project.getName()), () -> {
                IProject copy = ofRun ? copy(run) : copy(project);
                window.getShell().getDisplay().asyncExec(() -> open(window, copy));
            });
        }
        return null;
    }

    /** Makes a project with the experiment of another one. */
    public static IProject copy(IProject project) {
        return create(NLS.bind(Messages.copyName, project.getName()), project, null);
    }

    /** Makes a project with the settings of a run. */
    public static IProject copy(RunNode run) {
        String name = NLS.bind(Messages.copyRunName, run.project().getName(), run.number());
        return create(name, run.project(), ExperimentReader.text(run.record()));
    }

    /**
     * @param experiment what is to stand in the experiment file; null for what stands in that of the other project
     */
    private static IProject create(String wanted, IProject other, String experiment) {
        Project from = Project.open(Projects.folder(other));
        try {
            return Projects.create(
                    Projects.freeName(wanted),
                    from,
                    experiment == null ? ExperimentReader.text(from.experimentFile()) : experiment,
                    null);
        } catch (CoreException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    private static void open(IWorkbenchWindow window, IProject project) {
        if (window.getActivePage() != null) {
            try {
                Projects.openExperiment(window.getActivePage(), project);
            } catch (PartInitException e) {
                Platform.getLog(CopyHandler.class).log(e.getStatus());
            }
        }
    }
}
