// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.gidn.workbench.internal.projects.Projects;
import org.gidn.workbench.internal.runs.RunFocus;
import org.gidn.workbench.internal.runs.RunNode;

/** Makes the views follow what is selected in a window, and the editor that is active. */
final class FocusTracker implements ISelectionListener, IPartListener2 {
    private FocusTracker() {}

    static void install(IWorkbenchWindow window) {
        FocusTracker tracker = new FocusTracker();
        window.getSelectionService().addSelectionListener(tracker);
        window.getPartService().addPartListener(tracker);
        // The editors of the last session are there only after the window has opened.
        window.getShell().getDisplay().asyncExec(() -> begin(window.getActivePage()));
    }

    /** A window opens on the experiment that was edited last, else on the first project. */
    private static void begin(IWorkbenchPage page) {
        if (page == null || RunFocus.get().project() != null) {
            return;
        }
        IEditorPart editor = page.getActiveEditor();
        IProject[] projects = ResourcesPlugin.getWorkspace().getRoot().getProjects();
        if (editor != null) {
            follow(Adapters.adapt(editor.getEditorInput(), IResource.class));
        } else if (projects.length > 0) {
            follow(projects[0]);
        }
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (selection instanceof IStructuredSelection structured && structured.size() == 1) {
            Object element = structured.getFirstElement();
            if (element instanceof RunNode run) {
                RunFocus.get().show(run);
            } else {
                follow(Adapters.adapt(element, IResource.class));
            }
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof IEditorPart editor) {
            follow(Adapters.adapt(editor.getEditorInput(), IResource.class));
        }
    }

    private static void follow(IResource resource) {
        IProject project = resource == null ? null : resource.getProject();
        if (project != null && Projects.isExperiment(project)) {
            RunFocus.get().show(project);
        }
    }
}
