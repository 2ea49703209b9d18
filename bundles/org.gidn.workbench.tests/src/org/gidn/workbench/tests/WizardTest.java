// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.wizards.ExampleWizard;
import org.gidn.workbench.internal.wizards.ExperimentWizard;
import org.gidn.workbench.internal.wizards.MeasuredWizard;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** New projects. */
class WizardTest {
    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @Test
    void takesMeasuredValuesAfterAPreview() throws Exception {
        IProject project = Window.project("rig", CurrentRunTest.QUICK);
        CurrentRunTest.store(project, List.of());
        Project folder = Project.open(Projects.folder(project));
        FoundDesign best = folder.results(1).best(1).get(0);
        Path file = Files.writeString(
                folder.folder().resolve("measured.csv"), "design,toughness\n" + best.text() + ",12.5\n");
        MeasuredWizard wizard = new MeasuredWizard(project, Window.model().index());
        WizardDialog dialog = new WizardDialog(Window.window().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        wizard.choose(file.resolveSibling("none.csv"));
        Window.await("the file to be missed", () -> wizard.getPages()[0].getErrorMessage() != null);
        assertFalse(wizard.canFinish());
        wizard.choose(file);
        Window.await("the preview", () -> wizard.canFinish());
        assertEquals(List.of(List.of(best.text(), "12.5")), wizard.preview());
        Window.photograph(dialog.getShell(), "import-measured");
        assertTrue(wizard.performFinish());
        dialog.close();
        assertEquals(12.5, folder.run(2).best());
        assertEquals("Imported from measured.csv", folder.run(2).title());
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    private static WizardDialog open(IWorkbenchWizard wizard) {
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        WizardDialog dialog = new WizardDialog(Window.window().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        return dialog;
    }

    @Test
    void makesAnExperimentStepByStepAndRunsIt() throws Exception {
        ExperimentWizard wizard = new ExperimentWizard();
        WizardDialog dialog = open(wizard);
        for (IWizardPage page : wizard.getPages()) {
            Window.await(page.getTitle() + " to be checked", page::isPageComplete);
            assertFalse(dialog.getShell().isDisposed());
            Window.photograph(dialog.getShell(), "wizard-" + page.getTitle().toLowerCase(Locale.ROOT));
            if (page.getNextPage() != null) {
                assertFalse(wizard.canFinish(), "it ends on its last page");
                dialog.showPage(page.getNextPage());
            }
        }
        assertTrue(wizard.canFinish());
        assertTrue(wizard.performFinish());
        dialog.close();
        IProject[] projects = ResourcesPlugin.getWorkspace().getRoot().getProjects();
        assertEquals(1, projects.length);
        assertTrue(Projects.isExperiment(projects[0]));
        assertTrue(Window.page().getActiveEditor() instanceof ExperimentEditor);
        assertEquals(1, Window.model().queue().jobs().size(), "it runs at once");
    }

    @Test
    void asksInWordsOfTheProblemAndHidesWhatDoesNotApply() {
        ExperimentWizard wizard = new ExperimentWizard();
        WizardDialog dialog = open(wizard);
        Window.await("the share in words of the problem", () -> label(dialog, "Share of soft elements:"));
        assertTrue(label(dialog, "Size:"));
        assertFalse(label(dialog, "Rows:"), "as many as the size");
        Window.await(
                "what it is about",
                () -> wizard.preview().startsWith("One of 10,518,300 designs of 32 variables.")
                        && wizard.preview().contains("at most 100"));
        dialog.close();
    }

    private static boolean label(WizardDialog dialog, String text) {
        return Window.controls(dialog.getShell()).stream()
                .anyMatch(control -> control instanceof Label label
                        && label.isVisible()
                        && label.getText().equals(text));
    }

    @Test
    void copiesAnExample() throws Exception {
        ExampleWizard wizard = new ExampleWizard();
        WizardDialog dialog = open(wizard);
        Window.photograph(dialog.getShell(), "wizard-example");
        assertTrue(wizard.canFinish());
        assertTrue(wizard.performFinish());
        dialog.close();
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProjects()[0];
        assertTrue(Projects.experimentFile(project).readString().contains("format: 2"));
    }
}
