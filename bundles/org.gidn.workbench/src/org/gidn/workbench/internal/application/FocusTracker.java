// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.runs.RunFocus;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * Keeps the editors of a window and the current project together: the editor that the user turns to makes its project the current
 * one, and the experiment of the project that becomes current comes to the front of the editors. If it is not open it takes the
 * place of the last one that was opened so and that nobody turned to; where all editors are closed none is opened.
 */
final class FocusTracker implements IPartListener2 {
    /** Whoever goes through the tree by keys opens no editor on the way. */
    private static final int PAUSE_MILLISECONDS = 250;

    private final IWorkbenchWindow window;
    private final RunFocus focus;
    private final Display display;
    private final Runnable show = this::showEditor;
    private IEditorPart passing;
    private boolean opening;

    private FocusTracker(IWorkbenchWindow window) {
        this.window = window;
        this.focus = window.getService(RunModel.class).focus();
        this.display = window.getShell().getDisplay();
    }

    static void install(IWorkbenchWindow window) {
        FocusTracker tracker = new FocusTracker(window);
        window.getPartService().addPartListener(tracker);
        Runnable listener = () -> tracker.display.timerExec(PAUSE_MILLISECONDS, tracker.show);
        tracker.focus.addListener(listener);
        window.getShell().addDisposeListener(event -> tracker.focus.removeListener(listener));
        // The editors of the last session are there only after the window has opened.
        tracker.display.asyncExec(() -> tracker.begin(window.getActivePage()));
    }

    /** A window opens on the experiment that was edited last, else on the first project. */
    private void begin(IWorkbenchPage page) {
        if (page == null || focus.project() != null) {
            return;
        }
        IEditorPart editor = page.getActiveEditor();
        IProject[] projects = ResourcesPlugin.getWorkspace().getRoot().getProjects();
        if (editor != null) {
            follow(project(editor));
        } else if (projects.length > 0) {
            follow(projects[0]);
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof IEditorPart editor && !opening) {
            if (editor == passing) {
                passing = null;
            }
            follow(project(editor));
        }
    }

    private static IProject project(IEditorPart editor) {
        IResource resource = Adapters.adapt(editor.getEditorInput(), IResource.class);
        return resource == null ? null : resource.getProject();
    }

    private void follow(IProject project) {
        if (project != null && Projects.isExperiment(project)) {
            focus.show(project);
        }
    }

    private void showEditor() {
        IWorkbenchPage page = window.getShell() == null ? null : window.getActivePage();
        IProject project = focus.project();
        if (page == null || project == null || !Projects.isExperiment(project)) {
            return;
        }
        IFile file = Projects.experimentFile(project);
        IEditorPart active = page.getActiveEditor();
        if (active == null || !file.exists() || project.equals(project(active))) {
            return;
        }
        try {
            opening = true;
            IEditorPart open = page.findEditor(new FileEditorInput(file));
            if (open != null) {
                page.bringToTop(open);
            } else {
                openInPassing(page, file);
            }
        } catch (PartInitException e) {
            Platform.getLog(getClass()).log(e.getStatus());
        } finally {
            opening = false;
        }
    }

    private void openInPassing(IWorkbenchPage page, IFile file) throws PartInitException {
        IEditorPart before = passing;
        passing = IDE.openEditor(page, file, Ids.EDITOR, false);
        if (before != null && !before.isDirty() && isOpen(page, before)) {
            page.closeEditor(before, false);
        }
    }

    private static boolean isOpen(IWorkbenchPage page, IEditorPart editor) {
        for (IEditorReference reference : page.getEditorReferences()) {
            if (reference.getEditor(false) == editor) {
                return true;
            }
        }
        return false;
    }
}
