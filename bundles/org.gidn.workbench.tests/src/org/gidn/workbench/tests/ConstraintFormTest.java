// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The constraints of an experiment as a form. */
class ConstraintFormTest {
    private static final String CONSTRAINED = """
        format: 2
        title: Constrained
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          constraints:
            - {use: org.gidn.core.share, of: soft, is: 0.25}   # a quarter
        optimiser: {use: org.gidn.baselines.random, samples: 20}
        """;
    private static final List<String> SECOND = List.of("problem", "constraints", "2", "use");

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    @Test
    void constraintsAreAddedChangedAndRemoved() throws Exception {
        IProject project = Window.project("constrained", CONSTRAINED);
        Projects.openExperiment(Window.page(), project);
        ExperimentEditor editor = (ExperimentEditor) Window.page().getActiveEditor();
        editor.setActivePage("problem.evaluator");
        Window.await(
                "the constraint of the file",
                () -> links("Remove this constraint").size() == 1);

        links("Add a constraint").get(0).setFocus();
        press(links("Add a constraint").get(0));
        Window.await("another constraint", () -> links("Remove this constraint").size() == 2);
        assertTrue(editor.model().value(SECOND).isPresent());
        choose("Connected");
        assertEquals("org.gidn.core.connected", editor.model().value(SECOND).orElseThrow());
        Window.settle();
        Window.photograph(Window.window().getShell(), "constraints");

        press(links("Remove this constraint").get(0));
        Window.await(
                "the first to be gone", () -> links("Remove this constraint").size() == 1);
        assertEquals(
                CONSTRAINED.replace(
                        "{use: org.gidn.core.share, of: soft, is: 0.25}   # a quarter", "org.gidn.core.connected"),
                editor.model().text());
        press(links("Remove this constraint").get(0));
        Window.await("none to be left", () -> links("Remove this constraint").isEmpty());
        assertTrue(!editor.model().text().contains("constraints"), editor.model()::text);
        editor.doSave(null);
    }

    @Test
    void theWheelOfTheMouseScrollsThePageAndLeavesWhatIsChosen() throws Exception {
        IProject project = Window.project("scrolled", CONSTRAINED);
        Projects.openExperiment(Window.page(), project);
        ExperimentEditor editor = (ExperimentEditor) Window.page().getActiveEditor();
        editor.setActivePage("problem.evaluator");
        List<Control> choices = Window.controls(Window.window().getShell()).stream()
                .filter(control -> control.isVisible() && (control instanceof CCombo || control instanceof Combo))
                .filter(control -> control.isListening(SWT.MouseVerticalWheel))
                .toList();
        assertTrue(choices.size() >= 3, choices::toString);
        for (Control choice : choices) {
            Event down = new Event();
            down.count = -3;
            choice.notifyListeners(SWT.MouseVerticalWheel, down);
            assertFalse(down.doit, choice::toString);
        }
        assertEquals(CONSTRAINED, editor.model().text());
    }

    private static List<Hyperlink> links(String text) {
        return Window.controls(Window.window().getShell()).stream()
                .filter(control ->
                        control instanceof Hyperlink link && link.getText().equals(text) && link.isVisible())
                .map(Hyperlink.class::cast)
                .toList();
    }

    private static void press(Hyperlink link) {
        link.setFocus();
        Event event = new Event();
        event.character = SWT.CR;
        event.keyCode = SWT.CR;
        link.notifyListeners(SWT.KeyDown, event);
        link.notifyListeners(SWT.DefaultSelection, event);
    }

    /** Chooses another kind for the last constraint. */
    private static void choose(String name) {
        CCombo combo = Window.controls(Window.window().getShell()).stream()
                .filter(control -> control instanceof CCombo kinds
                        && kinds.isVisible()
                        && Arrays.stream(kinds.getItems()).anyMatch(item -> item.startsWith(name)))
                .map(CCombo.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
        combo.select(Arrays.stream(combo.getItems())
                .map(item -> item.startsWith(name))
                .toList()
                .indexOf(true));
        combo.notifyListeners(SWT.Selection, new Event());
    }
}
