// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Example;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;

/** Projects of the workspace that hold an experiment. The files are those of the command line; the workspace only lists them. */
public final class Projects {
    private Projects() {}

    /** Whether a project is open and holds an experiment. */
    public static boolean isExperiment(IProject project) {
        return project.isAccessible() && project.getLocation() != null && Project.is(folder(project));
    }

    /**
     * The project's folder.
     *
     * @throws InvalidInputException if the project is gone
     */
    public static Path folder(IProject project) {
        IPath location = project.getLocation();
        if (location == null) {
            throw new InvalidInputException(NLS.bind(Messages.projectGone, project.getName()));
        }
        return location.toPath();
    }

    /** The project's experiment file. */
    public static IFile experimentFile(IProject project) {
        return project.getFile(Experiment.FILE);
    }

    /** Opens the experiment of a project in its editor. */
    public static void openExperiment(IWorkbenchPage page, IProject project) throws PartInitException {
        IDE.openEditor(page, experimentFile(project), Ids.EDITOR);
    }

    /** Why no project can have that name; empty if one can. */
    public static Optional<String> nameProblem(String name) {
        IStatus status = workspace().validateName(name, IResource.PROJECT);
        if (!status.isOK()) {
            return Optional.of(name.isBlank() ? Messages.projectNameMissing : status.getMessage());
        }
        boolean taken = workspace().getRoot().getProject(name).exists() || Files.exists(inWorkspace(name));
        return taken ? Optional.of(NLS.bind(Messages.projectNameTaken, name)) : Optional.empty();
    }

    /** A name that no project has yet: the given one, or the given one with a number. */
    public static String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; nameProblem(name).isPresent() && i < 1000; i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    /** Makes a project out of an example, in the workspace's folder. */
    public static IProject create(String name, Example example, IProgressMonitor monitor) throws CoreException {
        return add(name, Project.create(inWorkspace(name), example).folder(), monitor);
    }

    /** Makes a project with the given experiment file, in the workspace's folder. */
    public static IProject create(String name, String experiment, IProgressMonitor monitor) throws CoreException {
        return add(name, Project.create(inWorkspace(name), experiment).folder(), monitor);
    }

    /** Makes a project with another experiment and the files of a project, without its results, in the workspace's folder. */
    public static IProject create(String name, Project other, String experiment, IProgressMonitor monitor)
            throws CoreException {
        return add(name, Project.create(inWorkspace(name), other, experiment).folder(), monitor);
    }

    /**
     * Lists a project folder that is there already, e.g. one made by the command line, unless it is listed; it stays where it is.
     *
     * @throws InvalidInputException if it is no project, or another of its name is listed
     */
    public static IProject open(Path folder, IProgressMonitor monitor) throws CoreException {
        Project project = Project.open(folder);
        IProject listed = workspace().getRoot().getProject(project.name());
        if (listed.exists()) {
            IPath place = listed.getLocation();
            if (listed.isOpen() && place != null && place.toPath().equals(project.folder())) {
                return listed;
            }
            throw new InvalidInputException(NLS.bind(Messages.projectNameTaken, project.name()));
        }
        return add(project.name(), project.folder(), monitor);
    }

    /** Renames a project, whatever others have done to its files; its folder too if that lies in the workspace's. */
    public static IProject rename(IProject project, String name, IProgressMonitor monitor) throws CoreException {
        SubMonitor parts = SubMonitor.convert(monitor, 2);
        project.refreshLocal(IResource.DEPTH_INFINITE, parts.split(1));
        IProjectDescription description = project.getDescription();
        description.setName(name);
        project.move(description, IResource.FORCE, parts.split(1));
        return workspace().getRoot().getProject(name);
    }

    private static IProject add(String name, Path folder, IProgressMonitor monitor) throws CoreException {
        IProject project = workspace().getRoot().getProject(name);
        IProjectDescription description = workspace().newProjectDescription(name);
        if (!folder.equals(inWorkspace(name))) {
            description.setLocation(IPath.fromPath(folder));
        }
        description.setNatureIds(new String[] {Ids.NATURE});
        workspace()
                .run(
                        inner -> {
                            project.create(description, inner);
                            project.open(inner);
                        },
                        monitor);
        return project;
    }

    /** Where a project of that name lies in the workspace's folder. */
    public static Path inWorkspace(String name) {
        return workspace().getRoot().getLocation().append(name).toPath();
    }

    private static IWorkspace workspace() {
        return ResourcesPlugin.getWorkspace();
    }
}
