package org.gidn.workbench.internal.application;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.project.Project;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.commands.OpenHandler;
import org.gidn.workbench.internal.projects.Projects;
import org.osgi.service.prefs.BackingStoreException;

/** Puts the first example into a new workspace, so that whoever opens it can run something at once. */
final class FirstStart {
    private static final String EXAMPLE = "composite-8x8";
    private static final String DONE = "welcomed";

    private FirstStart() {}

    /** Does so in the background, once in a workspace's life. */
    static void prepare(IWorkbenchWindow window) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Ids.PLUGIN);
        boolean empty = ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0;
        if (preferences.getBoolean(DONE, false) || !empty) {
            return;
        }
        preferences.putBoolean(DONE, true);
        Job job = Job.create(Messages.jobFirstStart, (ICoreRunnable) monitor -> {
            save(preferences);
            List<Example> examples = Catalogue.installed().examples();
            for (Example example : examples) {
                if (example.id().equals(EXAMPLE)) {
                    open(window, create(example));
                }
            }
        });
        job.schedule();
    }

    private static IProject create(Example example) throws CoreException {
        try {
            Path there = Projects.inWorkspace(example.id());
            return Project.is(there)
                    ? Projects.open(there, null)
                    : Projects.create(Projects.freeName(example.id()), example, null);
        } catch (InvalidInputException e) {
            throw new CoreException(Status.error(e.getMessage(), e));
        }
    }

    private static void save(IEclipsePreferences preferences) throws CoreException {
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            throw new CoreException(Status.error(e.getMessage(), e));
        }
    }

    private static void open(IWorkbenchWindow window, IProject project) {
        window.getShell().getDisplay().asyncExec(() -> {
            if (window.getActivePage() != null) {
                try {
                    OpenHandler.openExperiment(window.getActivePage(), project);
                } catch (PartInitException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }
}
