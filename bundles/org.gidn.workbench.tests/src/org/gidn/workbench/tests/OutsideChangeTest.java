// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.gidn.experiments.Experiment;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another program changes an experiment file whose editor is open, and text that is not saved says nothing of the file. */
class OutsideChangeTest {
    private static final String OUTSIDE = WorkbenchTest.SMALL.replace("samples: 200", "samples: 250");

    private IProject project;
    private ExperimentEditor editor;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @BeforeEach
    void open() throws Exception {
        project = Window.project("shared", WorkbenchTest.SMALL);
        Projects.openExperiment(Window.page(), project);
        editor = (ExperimentEditor) Window.page().getActiveEditor();
        Window.rest();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    private void changeOutside() throws Exception {
        Files.writeString(Projects.folder(project).resolve(Experiment.FILE), OUTSIDE);
    }

    @Test
    void textThatIsSavedIsReadAgainAndThatIsSaid() throws Exception {
        changeOutside();
        Window.await("the editor to show it", () -> editor.model().text().equals(OUTSIDE));
        Window.await("it to be said", () -> Window.controls(Window.window().getShell()).stream()
                .anyMatch(control -> String.valueOf(control.getToolTipText()).contains("Another program has changed")
                        || control.toString().contains("Another program has changed")));
        assertFalse(editor.isDirty());
    }

    @Test
    void theUserSaysWhetherTextThatIsNotSavedStays() throws Exception {
        for (String answer : List.of("Reload", "Keep My Text")) {
            editor.model().set(List.of("seed"), answer.equals("Reload") ? "7" : "8");
            StringBuilder said = new StringBuilder();
            boolean[] over = new boolean[1];
            Window.answerDialogs(List.of(answer), said, over);
            Files.writeString(Projects.folder(project).resolve(Experiment.FILE), OUTSIDE + "# before " + answer + "\n");
            Window.await("the question", () -> over[0]);
            Window.rest();
            assertTrue(said.toString().contains("Another program has changed shared/experiment.yaml"), said::toString);
            if (answer.equals("Reload")) {
                assertEquals(OUTSIDE + "# before Reload\n", editor.model().text());
                assertFalse(editor.isDirty());
            } else {
                assertTrue(editor.model().text().contains("seed: 8"));
                editor.doSave(null);
                assertTrue(Projects.experimentFile(project).readString().contains("seed: 8"));
            }
        }
    }

    @Test
    void textThatIsNotSavedLeavesNoMarkersOnTheFile() throws Exception {
        editor.model().set(List.of("seed"), "none");
        Window.rest();
        Window.settle();
        assertEquals(0, markers(), "the file is as it was");
        editor.doSave(null);
        Window.await("the file to be marked", () -> markers() == 1);
        editor.model().set(List.of("seed"), "1");
        Window.rest();
        assertEquals(1, markers(), "the file is still wrong");
        editor.doSave(null);
        Window.await("the mark to go", () -> markers() == 0);
        editor.model().set(List.of("seed"), "none");
        Window.rest();
        Window.page().closeAllEditors(false);
        Window.rest();
        assertEquals(0, markers(), "what was never saved is forgotten");
    }

    private int markers() {
        try {
            IMarker[] markers = project.findMarkers(Ids.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
            return markers.length;
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
