// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.workspace.Projects;

/**
 * Keeps the editors of a window to files that are there: that of a project which was renamed goes on with the file in its new
 * place, one whose file is gone is closed; those not drawn yet since the start too.
 */
final class EditorKeeper {
    private final IWorkbenchWindow window;

    private EditorKeeper(IWorkbenchWindow window) {
        this.window = window;
    }

    static void install(IWorkbenchWindow window) {
        EditorKeeper keeper = new EditorKeeper(window);
        Display display = window.getShell().getDisplay();
        IResourceChangeListener listener = event -> {
            Map<IProject, IProject> moved = moved(event.getDelta());
            if (moved != null && !display.isDisposed()) {
                display.asyncExec(() -> keeper.keep(moved));
            }
        };
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
        window.getShell()
                .addDisposeListener(event -> ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener));
        keeper.keep(Map.of());
    }

    /** Projects that were renamed, each with what it is now; null if no file of an experiment is gone. */
    private static Map<IProject, IProject> moved(IResourceDelta delta) {
        Map<IProject, IProject> moved = new HashMap<>();
        boolean gone = false;
        for (IResourceDelta child : delta.getAffectedChildren()) {
            IProject project = (IProject) child.getResource();
            gone |= !Projects.experimentFile(project).exists();
            if ((child.getFlags() & IResourceDelta.MOVED_TO) != 0) {
                moved.put(
                        project,
                        project.getWorkspace()
                                .getRoot()
                                .getProject(child.getMovedToPath().segment(0)));
            }
        }
        return gone ? moved : null;
    }

    private void keep(Map<IProject, IProject> moved) {
        IWorkbenchPage page = window.getShell() == null ? null : window.getActivePage();
        if (page == null) {
            return;
        }
        moved.forEach(window.getService(RunModel.class).focus()::moved);
        for (IEditorReference reference : page.getEditorReferences()) {
            IFile file = file(reference);
            if (file != null && !file.exists()) {
                IProject now = moved.get(file.getProject());
                try {
                    keep(page, reference, now == null ? null : Projects.experimentFile(now));
                } catch (PartInitException e) {
                    Platform.getLog(getClass()).log(e.getStatus());
                }
            }
        }
    }

    private static IFile file(IEditorReference reference) {
        try {
            return reference.getId().equals(Ids.EDITOR)
                    ? Adapters.adapt(reference.getEditorInput(), IFile.class)
                    : null;
        } catch (PartInitException e) {
            // It says itself what it lacks.
            return null;
        }
    }

    /**
     * @param file what is edited further; null if there is nothing
     */
    private static void keep(IWorkbenchPage page, IEditorReference reference, IFile file) throws PartInitException {
        boolean front = page.getActiveEditor() != null && page.getActiveEditor() == reference.getEditor(false);
        ExperimentEditor before = reference.getEditor(false) instanceof ExperimentEditor editor ? editor : null;
        if (file != null && file.exists()) {
            ExperimentEditor after = (ExperimentEditor)
                    page.openEditor(new FileEditorInput(file), Ids.EDITOR, front, IWorkbenchPage.MATCH_INPUT);
            if (before != null) {
                after.takeOver(before);
            }
        }
        page.closeEditors(new IEditorReference[] {reference}, false);
    }
}
