// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.welcome;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunQueue;
import org.gidn.workbench.internal.workspace.Projects;

/** Brings an example into the workspace, as the first start and the Welcome page do. */
public final class Examples {
    /** The one to begin with. */
    public static final String FIRST = "composite-8x8";

    private Examples() {}

    /** All that are installed, the one to begin with first. */
    public static List<Example> installed() {
        return Catalogue.installed().examples().stream()
                .sorted(Comparator.comparing(example -> !example.id().equals(FIRST)))
                .toList();
    }

    /** The same by their headings, that of the first one first; those without a heading together. */
    static Collection<List<Example>> groups() {
        return installed().stream()
                .collect(Collectors.groupingBy(Example::group, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /**
     * Opens the project of an example in the background; makes it if the workspace has none of that name.
     *
     * @param id the example's identifier
     * @param run whether to run it at once
     */
    public static void open(IWorkbenchWindow window, String id, boolean run) {
        makeThen(id, project -> show(window.getActivePage(), project, run));
    }

    /** Puts an example into the workspace, and opens it where the user has opened nothing else by then. */
    public static void offer(IWorkbenchWindow window, String id) {
        makeThen(id, project -> {
            IWorkbenchPage page = window.getActivePage();
            if (page != null && page.getEditorReferences().length == 0) {
                show(page, project, false);
            }
        });
    }

    private static void makeThen(String id, Consumer<IProject> action) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Commands.inBackground(NLS.bind(Messages.jobExample, id), () -> {
            for (Example example : installed()) {
                if (example.id().equals(id)) {
                    IProject project = project(example);
                    display.asyncExec(() -> action.accept(project));
                }
            }
        });
    }

    /** One at a time, since the first start and the user may ask for the same one at once. */
    private static synchronized IProject project(Example example) {
        IProject known = ResourcesPlugin.getWorkspace().getRoot().getProject(example.id());
        Path there = Projects.inWorkspace(example.id());
        try {
            if (Projects.isExperiment(known)) {
                return known;
            }
            return Project.is(there)
                    ? Projects.open(there, null)
                    : Projects.create(Projects.freeName(example.id()), example, null);
        } catch (CoreException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    private static void show(IWorkbenchPage page, IProject project, boolean run) {
        if (page == null) {
            return; // the window has been closed meanwhile
        }
        try {
            Projects.openExperiment(page, project);
        } catch (PartInitException e) {
            Platform.getLog(Examples.class).log(e.getStatus());
        }
        RunQueue queue = page.getWorkbenchWindow().getService(RunModel.class).queue();
        if (run && queue.job(project) == null) {
            queue.start(project, Overrides.NONE);
        }
    }
}
