// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.eclipse.ui.texteditor.ITextEditor;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.text.Finding;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.comparison.ComparisonView;
import org.gidn.workbench.internal.editor.ExperimentCheck;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.gallery.GalleryView;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.progress.DashboardView;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user's way through the workbench. */
class WorkbenchTest {
    static final String SMALL = """
        format: 1
        title: A small one
        seed: 1
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.designer.gidn
          samples: 200
          starts: 500
          predictor: {use: org.gidn.predictor.mlp, layers: 2, neurons: 16, epochs: 40}
        """;
    private static final String ENDLESS = SMALL.replace("epochs: 40", "epochs: 1_000_000");

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    @Test
    void opensANewWorkspaceOnTheExample() throws Exception {
        Window.FirstStart start = Window.begin();
        assertEquals(Ids.PERSPECTIVE, start.perspective());
        List<String> views = List.of(Ids.NAVIGATOR, Ids.GALLERY, Ids.INSPECTOR, Ids.DASHBOARD, Ids.HISTOGRAM);
        assertTrue(start.views().containsAll(views), () -> "views behind Welcome: " + start.views());
        assertEquals(
                List.of("composite-8x8"),
                start.projects().stream().map(IProject::getName).toList());
        assertEquals(0, start.markers(), "the example has no problems");
    }

    @Test
    void givesAllPartsTheSameModelOfRuns() throws Exception {
        RunModel model = Window.model();
        assertSame(model, Window.window().getService(RunModel.class));
        for (IViewReference view : Window.page().getViewReferences()) {
            assertSame(model, view.getView(true).getSite().getService(RunModel.class), view.getId());
        }
        // A view that goes takes nothing along that others use.
        Window.page().hideView(Window.page().showView(Ids.COMPARISON));
        assertSame(model, Window.page().showView(Ids.COMPARISON).getSite().getService(RunModel.class));
    }

    @Test
    void runsAnExperimentToItsEndAndShowsWhatItFound() throws Exception {
        IProject project = Window.project("small", SMALL);
        Projects.openExperiment(Window.page(), project);
        CommonViewer tree = ((CommonNavigator) Window.page().showView(Ids.NAVIGATOR)).getCommonViewer();
        tree.expandToLevel(project, 1);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the run to end", () -> job.getResult() != null);
        Window.await(
                "the tree to show it as done",
                () -> label(tree, project).startsWith("Run 1")
                        && !label(tree, project).contains("running"));
        assertTrue(job.getResult().isOK(), () -> job.getResult().getMessage());
        Window.await(
                "the views to follow",
                () -> latest(project) != null
                        && latest(project).record().state() == RunState.DONE
                        && latest(project).equals(Window.model().focus().run()));
        RunRecord run = latest(project).record();
        assertTrue(run.best() > 2, "better than a random design: " + run.best());

        GalleryView gallery = (GalleryView) Window.page().showView(Ids.GALLERY);
        Window.await("the gallery to fill", () -> gallery.count() > 200);
        DashboardView dashboard = (DashboardView) Window.page().showView(Ids.DASHBOARD);
        Window.await("the phases to show", () -> dashboard.phases() >= 4);
        for (String id : new String[] {Ids.HISTOGRAM, Ids.CONVERGENCE, Ids.TRAINING_LOSS, Ids.PREDICTION}) {
            FigureView view = (FigureView) Window.page().showView(id);
            Window.await(id + " to draw", () -> view.figure() != null);
        }
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        Window.await("the inspector to evaluate the best design", () -> inspector.value() == run.best());
        inspector.switchElement(0);
        Window.await("the changed design to be evaluated", () -> Math.abs(inspector.value() - run.best()) > 1e-6);
        Window.photograph(Window.window().getShell(), "inspector");
        Window.page().showView(Ids.GALLERY);
        Window.page().showView(Ids.HISTOGRAM);
        Window.photograph(Window.window().getShell(), "run-done");
    }

    @Test
    void stopsARunKeepsWhatItHasAndResumesIt() throws Exception {
        IProject project = Window.project("endless", ENDLESS);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the training to begin", () -> {
            var live = Window.model().queue().job(project);
            return live != null
                    && "training the predictor".equals(live.live().snapshot().current());
        });
        job.cancel();
        Window.await("the run to stop", () -> job.getResult() != null);
        Window.await(
                "the index to know",
                () -> latest(project) != null && latest(project).record().state() == RunState.CANCELLED);
        RunRecord stopped = latest(project).record();
        assertEquals(200, stopped.evaluations(), "what was evaluated is kept");

        Job resumed = Window.model().queue().resume(latest(project));
        Window.await("the run to go on", () -> {
            var live = Window.model().queue().job(project);
            return live != null
                    && "training the predictor".equals(live.live().snapshot().current());
        });
        assertEquals(
                List.of("evaluating sample designs 200", "training the predictor"),
                Window.model().queue().job(project).live().snapshot().phases().stream()
                        .map(phase -> phase.name() + (phase.unit().equals("designs") ? " " + phase.done() : ""))
                        .toList(),
                "what was done before stays shown, once");
        resumed.cancel();
        Window.await("the run to stop again", () -> resumed.getResult() != null);
        assertEquals(1, Project.open(Projects.folder(project)).runs().size(), "it was the same run that went on");
    }

    @Test
    void showsAnAmpersandInTheNameOfAProject() throws Exception {
        IProject project = Window.project("soft & tough", SMALL);
        Window.page().showView(Ids.GALLERY);
        Window.page().showView(Ids.DASHBOARD);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the run to end", () -> job.getResult() != null);
        // A label shows two ampersands as one, and takes one for a key.
        for (String text : List.of("soft && tough, run 1: best designs by toughness", "soft && tough, run 1: done")) {
            Window.await(text, () -> Window.controls(Window.window().getShell()).stream()
                    .anyMatch(control -> control instanceof Label label
                            && label.isVisible()
                            && label.getText().equals(text)));
        }
    }

    @Test
    void queuesASecondRunBehindTheFirst() throws Exception {
        IProject first = Window.project("first", ENDLESS);
        IProject second = Window.project("second", SMALL);
        Job running = Window.model().queue().start(first, Overrides.NONE);
        Window.await("the first run to begin", () -> running.getState() == Job.RUNNING);
        Job waiting = Window.model().queue().start(second, Overrides.NONE);
        Window.settle();
        assertEquals(2, Window.model().queue().jobs().size());
        assertEquals(Job.WAITING, waiting.getState());
        running.cancel();
        Window.await("the second run to end", () -> waiting.getResult() != null);
        assertTrue(waiting.getResult().isOK());
        assertTrue(Window.model().queue().jobs().isEmpty());
    }

    @Test
    void aRunThatIsStoppedWhileItWaitsIsGoneFromTheQueue() throws Exception {
        IProject first = Window.project("first", ENDLESS);
        IProject second = Window.project("second", SMALL);
        Job running = Window.model().queue().start(first, Overrides.NONE);
        Window.await("the first run to begin", () -> running.getState() == Job.RUNNING);
        Job waiting = Window.model().queue().start(second, Overrides.NONE);
        Window.settle();
        waiting.cancel();
        // As long as it stands there its project cannot be deleted.
        Window.await("the queue to forget it", () -> Window.model().queue().job(second) == null);
        assertNotNull(Window.model().queue().job(first), "the other one goes on");
    }

    @Test
    void aViewThatCannotShowARunShowsTheNextOne() throws Exception {
        IProject project = Window.project("shown", SMALL);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the run to end", () -> job.getResult() != null);
        Window.await(
                "the views to follow",
                () -> latest(project) != null && Window.model().focus().run() != null);
        BreakableFigure.broken = true;
        FigureView view = (FigureView) Window.page().showView(BreakableFigure.VIEW);
        Window.await("the view to break", () -> BreakableFigure.thrown);
        Window.settle();
        assertNull(view.figure());
        BreakableFigure.broken = false;
        Job again = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the second run to end", () -> again.getResult() != null);
        Window.await("the view to draw", () -> view.figure() != null);
    }

    @Test
    void setsRunsOfAProjectSideBySide() throws Exception {
        IProject project = Window.project("compared", SMALL);
        String random = "optimiser=org.gidn.baselines.random";
        for (List<String> changes : List.of(List.of(random), List.of(random, "seed=2"), List.<String>of())) {
            Job job = Window.model().queue().start(project, Overrides.parse(changes));
            Window.await("the run to end", () -> job.getResult() != null);
        }
        Window.model().focus().show(project);
        ComparisonView view = (ComparisonView) Window.page().showView(Ids.COMPARISON);
        Window.await(
                "two methods to be drawn",
                () -> view.figure() instanceof Plot plot && plot.series().size() == 3);
        List<String> names =
                ((Plot) view.figure()).series().stream().map(Series::name).toList();
        assertTrue(
                names.get(1).startsWith("Random search (2 runs, ")
                        || names.get(2).startsWith("Random search (2 runs, "),
                names::toString);
        Window.photograph(Window.window().getShell(), "comparison");
    }

    @Test
    void findsAnObjectiveThatIsNotThereWhereItStands() {
        String wrong = SMALL.replace("optimiser:", "  objectives: toughnes\noptimiser:")
                .replace("format: 1", "format: 2");
        List<Finding> findings = ExperimentCheck.findings(Catalogue.installed(), wrong);
        int line = wrong.substring(0, wrong.indexOf("objectives:")).split("\n", -1).length;
        assertEquals(1, findings.size(), findings::toString);
        assertEquals(line, findings.get(0).line(), findings::toString);
        assertEquals("  objectives: ".length() + 1, findings.get(0).column(), findings::toString);
        assertTrue(findings.get(0).message().startsWith("Unknown output 'toughnes'"), findings::toString);
    }

    @Test
    void saysInOneSentenceWhyAnExperimentCannotRun() throws Exception {
        IProject project = Window.project("wrong", SMALL.replace("samples: 200", "sampels: 200"));
        Projects.openExperiment(Window.page(), project);
        Window.await("the problem to be marked", () -> markers(project).length == 1);
        assertEquals(9, markers(project)[0].getAttribute(IMarker.LINE_NUMBER, 0));

        List<String> dialogs = Window.awaitDialog("refused");
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the dialog to say why", () -> !dialogs.isEmpty());
        assertEquals("wrong cannot run", dialogs.get(0));
        String sentence = job.getResult().getMessage();
        assertTrue(sentence.contains("sampels") && sentence.contains("did you mean 'samples'?"), sentence);

        Window.page().closeAllEditors(false);
        ExperimentEditor editor = (ExperimentEditor) IDE.openEditor(Window.page(), markers(project)[0]);
        assertEquals(editor.getAdapter(ITextEditor.class), editor.getSelectedPage());
        ITextSelection selected =
                (ITextSelection) editor.getSite().getSelectionProvider().getSelection();
        assertEquals(9, selected.getStartLine() + 1);
    }

    @Test
    void keepsFormsAndSourceInStep() throws Exception {
        IProject project = Window.project("edited", SMALL);
        Projects.openExperiment(Window.page(), project);
        IEditorPart part = Window.page().getActiveEditor();
        ExperimentEditor editor = (ExperimentEditor) part;
        for (String page : new String[] {"problem.evaluator", "optimiser", "executor", "overview"}) {
            assertNotNull(editor.setActivePage(page), page);
            Window.settle();
        }
        Window.await("the text to be there", () -> editor.getAdapter(ITextEditor.class) != null);
        editor.model().set(List.of("optimiser", "samples"), "300");
        assertTrue(part.isDirty());
        IActionBars bars = part.getEditorSite().getActionBars();
        bars.getGlobalActionHandler(ActionFactory.UNDO.getId()).run();
        assertEquals(SMALL, editor.model().text());
        bars.getGlobalActionHandler(ActionFactory.REDO.getId()).run();
        assertTrue(editor.model().text().contains("samples: 300"));
        part.doSave(null);
        IFile file = Projects.experimentFile(project);
        assertTrue(file.readString().contains("samples: 300"));
    }

    @Test
    void closesTheEditorOfAProjectThatIsDeleted() throws Exception {
        IProject project = Window.project("deleted", SMALL);
        Projects.openExperiment(Window.page(), project);
        Window.await(
                "the views to follow",
                () -> project.equals(Window.model().focus().project()));
        project.delete(true, true, null);
        Window.await("the editor to close", () -> Window.page().getEditorReferences().length == 0);
        Window.await("the views to let go", () -> Window.model().focus().project() == null);
    }

    private static IMarker[] markers(IProject project) {
        try {
            return project.findMarkers(Ids.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    /** What the tree shows of the latest run of a project. */
    private static String label(CommonViewer tree, IProject project) {
        TreeItem[] children = ((TreeItem) tree.testFindItem(project)).getItems();
        return children.length < 2 ? "" : children[1].getText();
    }

    private static RunNode latest(IProject project) {
        return Window.model().index().latest(project);
    }
}
