// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.eclipse.ui.part.FileEditorInput;
import org.gidn.experiments.Experiment;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A project gets another name. */
class RenameTest {
    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    @Test
    void aProjectIsRenamedThoughItsFilesWereChangedOutside() throws Exception {
        IProject project = Window.project("before", WorkbenchTest.SMALL);
        CommonViewer tree = ((CommonNavigator) Window.page().showView(Ids.NAVIGATOR)).getCommonViewer();
        Window.await("the tree to show it", () -> tree.testFindItem(project) != null);
        tree.setSelection(new StructuredSelection(project));
        Projects.openExperiment(Window.page(), project);
        ExperimentEditor editor = (ExperimentEditor) Window.page().getActiveEditor();
        editor.setActivePage("optimiser");
        editor.model().set(List.of("optimiser", "samples"), "300");
        Path folder = Projects.folder(project);
        Files.writeString(folder.resolve("notes.txt"), "a file that the workspace has not seen");
        Files.writeString(folder.resolve(Experiment.FILE), WorkbenchTest.SMALL + "# changed\n");

        IProject renamed = Projects.rename(project, "after", null);
        Window.await(
                "the editor to go on",
                () -> Window.page().getActiveEditor() instanceof ExperimentEditor after
                        && after.getTitle().equals("after"));
        Window.rest();
        ExperimentEditor after = (ExperimentEditor) Window.page().getActiveEditor();
        assertEquals(1, Window.page().getEditorReferences().length);
        assertEquals("optimiser", after.getActivePageInstance().getId());
        assertTrue(after.model().text().contains("samples: 300"), "what was not saved is there");
        assertEquals(renamed, Window.model().focus().project());
        assertEquals(renamed, tree.getStructuredSelection().getFirstElement());
        assertTrue(Files.exists(Projects.folder(renamed).resolve("notes.txt")));
        after.doSave(null);
        assertTrue(Projects.experimentFile(renamed).readString().contains("samples: 300"));
    }

    @Test
    void anEditorThatWasNeverDrawnFollowsToo() throws Exception {
        IProject first = Window.project("one", WorkbenchTest.SMALL);
        IProject second = Window.project("two", WorkbenchTest.SMALL);
        IEditorInput[] inputs = {
            new FileEditorInput(Projects.experimentFile(first)), new FileEditorInput(Projects.experimentFile(second))
        };
        Window.page().openEditors(inputs, new String[] {Ids.EDITOR, Ids.EDITOR}, 0);
        assertNull(reference("two").getEditor(false), "only the one in front is drawn");
        Projects.rename(second, "three", null);
        Window.await("the editor to follow", () -> reference("three") != null);
        Window.rest();
        assertTrue(reference("three").getEditor(true) instanceof ExperimentEditor);
        assertEquals(2, Window.page().getEditorReferences().length);
        second.getWorkspace().getRoot().getProject("three").delete(true, true, null);
        Window.await("the editor of a project that is gone to close", () -> reference("three") == null);
    }

    private static IEditorReference reference(String name) {
        for (IEditorReference reference : Window.page().getEditorReferences()) {
            try {
                if (reference.getEditorInput() instanceof FileEditorInput input
                        && input.getFile().getProject().getName().equals(name)) {
                    return reference;
                }
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        }
        return null;
    }
}
