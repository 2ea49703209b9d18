// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.project.RunRecord;
import org.gidn.workbench.internal.runs.RunFocus;
import org.gidn.workbench.internal.runs.RunIndex;
import org.gidn.workbench.internal.runs.RunJob;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.runs.Runs;

/** The tree of the navigator: projects, below each its experiment file and its runs, the latest first. */
public final class ProjectContent implements ITreeContentProvider {
    private static final Object[] NONE = {};
    private static final int LIVE_MILLISECONDS = 1000;

    private final Consumer<IProject> runsListener = this::refresh;
    private final Runnable live = this::showLive;
    private final Runnable jobsListener =
            () -> PlatformUI.getWorkbench().getDisplay().asyncExec(live);
    private final IResourceChangeListener resourceListener = this::resourcesChanged;
    private StructuredViewer viewer;

    public ProjectContent() {
        RunIndex.get().addListener(runsListener);
        Runs.get().addListener(jobsListener);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(resourceListener, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void inputChanged(Viewer newViewer, Object oldInput, Object newInput) {
        viewer = (StructuredViewer) newViewer;
    }

    @Override
    public void dispose() {
        RunIndex.get().removeListener(runsListener);
        Runs.get().removeListener(jobsListener);
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(resourceListener);
    }

    @Override
    public Object[] getElements(Object input) {
        return getChildren(input);
    }

    @Override
    public Object[] getChildren(Object element) {
        if (element instanceof IWorkspaceRoot root) {
            return root.getProjects();
        }
        if (!(element instanceof IProject project) || !project.isAccessible()) {
            return NONE;
        }
        List<Object> children = new ArrayList<>();
        IFile file = Projects.experimentFile(project);
        if (file.exists()) {
            children.add(file);
        }
        children.addAll(RunIndex.get().runs(project));
        return children.toArray();
    }

    @Override
    public Object getParent(Object element) {
        return switch (element) {
            case RunNode run -> run.project();
            case IFile file -> file.getProject();
            case IProject project -> project.getParent();
            default -> null;
        };
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof IContainer container && container.isAccessible();
    }

    private void refresh(Object element) {
        if (viewer != null && !viewer.getControl().isDisposed()) {
            viewer.refresh(element);
        }
    }

    /** Shows what the runs at work have found up to now, as long as there are any. */
    private void showLive() {
        if (viewer == null || viewer.getControl().isDisposed()) {
            return;
        }
        List<RunJob> jobs = Runs.get().jobs();
        if (!jobs.isEmpty()) {
            viewer.getControl().getDisplay().timerExec(LIVE_MILLISECONDS, live);
        }
        for (RunJob job : jobs) {
            RunRecord run = job.live().snapshot().record();
            if (run != null) {
                viewer.update(new RunNode(job.project(), run), null);
            }
        }
    }

    private void resourcesChanged(IResourceChangeEvent event) {
        List<IProject> gone = new ArrayList<>();
        boolean projects = false;
        List<IProject> touched = new ArrayList<>();
        for (IResourceDelta delta : event.getDelta().getAffectedChildren()) {
            IProject project = (IProject) delta.getResource();
            boolean openedOrClosed = (delta.getFlags() & IResourceDelta.OPEN) != 0;
            if (delta.getKind() != IResourceDelta.CHANGED || openedOrClosed) {
                projects = true;
                RunIndex.get().forget(project);
                if (!project.isAccessible()) {
                    gone.add(project);
                }
            } else if (delta.findMember(Projects.experimentFile(project).getProjectRelativePath()) != null) {
                touched.add(project);
            }
        }
        if (projects || !touched.isEmpty()) {
            boolean all = projects;
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> update(gone, all, touched));
        }
    }

    private void update(List<IProject> gone, boolean all, List<IProject> touched) {
        gone.forEach(RunFocus.get()::forget);
        if (viewer != null && !viewer.getControl().isDisposed()) {
            if (all) {
                viewer.refresh();
            } else {
                touched.forEach(viewer::refresh);
            }
        }
    }
}
