// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.project.RunRecord;
import org.gidn.workbench.internal.runs.RunJob;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** The tree of the navigator: projects, below each its experiment file and its runs, the latest first. */
public final class ProjectContent implements ITreeContentProvider {
    private static final Object[] NONE = {};
    private static final int LIVE_MILLISECONDS = 1000;

    private final RunModel model = PlatformUI.getWorkbench().getService(RunModel.class);
    private final Consumer<IProject> runsListener = this::showRuns;
    private final Map<IProject, List<RunNode>> shown = new HashMap<>();
    private final Runnable live = this::showLive;
    private final Runnable jobsListener =
            () -> PlatformUI.getWorkbench().getDisplay().asyncExec(live);
    private final IResourceChangeListener resourceListener = this::resourcesChanged;
    private StructuredViewer viewer;

    public ProjectContent() {
        model.index().addListener(runsListener);
        model.queue().addListener(jobsListener);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(resourceListener, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void inputChanged(Viewer newViewer, Object oldInput, Object newInput) {
        viewer = (StructuredViewer) newViewer;
    }

    @Override
    public void dispose() {
        model.index().removeListener(runsListener);
        model.queue().removeListener(jobsListener);
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
        children.addAll(model.index().runs(project));
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

    /** Where only some runs have gone on, the others are left alone, of which there may be thousands. */
    private void showRuns(IProject project) {
        if (viewer == null || viewer.getControl().isDisposed()) {
            return;
        }
        List<RunNode> now = model.index().runs(project);
        List<RunNode> before = shown.put(project, now);
        if (now.equals(before)) {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).label().equals(before.get(i).label())) {
                    viewer.refresh(project);
                } else if (!now.get(i).record().equals(before.get(i).record())) {
                    viewer.update(now.get(i), null);
                }
            }
        } else {
            viewer.refresh(project);
        }
    }

    /** Shows what the runs at work have found up to now, as long as there are any. */
    private void showLive() {
        if (viewer == null || viewer.getControl().isDisposed()) {
            return;
        }
        List<RunJob> jobs = model.queue().jobs();
        if (!jobs.isEmpty()) {
            viewer.getControl().getDisplay().timerExec(LIVE_MILLISECONDS, live);
        }
        for (RunJob job : jobs) {
            viewer.update(job.project(), null);
            RunRecord run = job.live().snapshot().record();
            if (run != null) {
                viewer.update(new RunNode(job.project(), run), null);
            }
        }
    }

    private void resourcesChanged(IResourceChangeEvent event) {
        List<IProject> gone = new ArrayList<>();
        Map<IProject, IProject> moved = new HashMap<>();
        boolean projects = false;
        List<IProject> touched = new ArrayList<>();
        for (IResourceDelta delta : event.getDelta().getAffectedChildren()) {
            IProject project = (IProject) delta.getResource();
            boolean openedOrClosed = (delta.getFlags() & IResourceDelta.OPEN) != 0;
            if (delta.getKind() != IResourceDelta.CHANGED || openedOrClosed) {
                projects = true;
                model.index().forget(project);
                if ((delta.getFlags() & IResourceDelta.MOVED_TO) != 0) {
                    moved.put(
                            project,
                            project.getWorkspace()
                                    .getRoot()
                                    .getProject(delta.getMovedToPath().segment(0)));
                } else if (!project.isAccessible()) {
                    gone.add(project);
                }
            } else if (delta.findMember(Projects.experimentFile(project).getProjectRelativePath()) != null) {
                touched.add(project);
            }
        }
        if (projects || !touched.isEmpty()) {
            boolean all = projects;
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> update(gone, moved, all, touched));
        }
    }

    private void update(List<IProject> gone, Map<IProject, IProject> moved, boolean all, List<IProject> touched) {
        moved.forEach(model.focus()::moved);
        moved.keySet().forEach(shown::remove);
        gone.forEach(model.focus()::forget);
        gone.forEach(shown::remove);
        if (viewer != null && !viewer.getControl().isDisposed()) {
            if (all) {
                List<?> selected = viewer.getStructuredSelection().toList();
                viewer.refresh();
                if (selected.stream().anyMatch(moved::containsKey)) {
                    viewer.setSelection(new StructuredSelection(selected.stream()
                            .map(one -> moved.containsKey(one) ? moved.get(one) : one)
                            .toList()));
                }
            } else {
                touched.forEach(viewer::refresh);
            }
        }
    }
}
