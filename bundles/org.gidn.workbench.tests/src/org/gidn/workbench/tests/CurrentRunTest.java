// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.gallery.GalleryView;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.progress.DashboardView;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown is what is selected: the tree, the editors and the views agree on one current run. */
class CurrentRunTest {
    static final String QUICK = """
        format: 1
        seed: 1
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random}
        budget: 60
        """;

    private IProject first;
    private IProject second;
    private CommonViewer tree;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @BeforeEach
    void makeTwoProjectsWithRuns() throws Exception {
        first = Window.project("first", QUICK);
        second = Window.project("second", QUICK);
        for (List<String> changes : List.of(List.of("seed=1"), List.of("seed=2"))) {
            for (IProject project : List.of(first, second)) {
                store(project, changes);
            }
        }
        for (IProject project : List.of(first, second)) {
            Window.model().index().refresh(project);
            Window.await(
                    "the runs to be read",
                    () -> Window.model().index().runs(project).size() == 2);
        }
        tree = ((CommonNavigator) Window.page().showView(Ids.NAVIGATOR)).getCommonViewer();
        Window.await("the tree to show the projects", () -> Stream.of(first, second)
                .allMatch(project -> tree.testFindItem(project) != null));
        tree.expandAll();
        Window.await("the tree to show the runs", () -> Stream.of(first, second)
                .allMatch(project -> tree.testFindItem(run(project, 1)) != null));
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    /** Runs an experiment as another program does, without a word to the window. */
    static void store(IProject project, List<String> changes) {
        store(project, changes, Cancellation.NONE);
    }

    static void store(IProject project, List<String> changes, Cancellation cancellation) {
        Project folder = Project.open(Projects.folder(project));
        Catalogue catalogue = Catalogue.installed();
        Experiment experiment = new ExperimentReader(catalogue).read(folder.experimentFile(), Overrides.parse(changes));
        new Runner(catalogue).run(folder, experiment, RunListener.NONE, cancellation);
    }

    private static RunNode run(IProject project, int number) {
        return Window.model().index().runs(project).stream()
                .filter(run -> run.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void select(Object... elements) {
        tree.setSelection(new StructuredSelection(elements), true);
    }

    private Object selected() {
        return tree.getStructuredSelection().getFirstElement();
    }

    private static void awaitTitle(GalleryView gallery, String start) {
        Window.await("the gallery to show " + start + " instead of " + gallery.title(), () -> gallery.title()
                .startsWith(start));
    }

    @Test
    void aViewThatComesToTheFrontDoesNotBringAnotherRunBack() throws Exception {
        GalleryView gallery = (GalleryView) Window.page().showView(Ids.GALLERY);
        FigureView histogram = (FigureView) Window.page().showView(Ids.HISTOGRAM);
        select(first);
        awaitTitle(gallery, "first, run 2");
        gallery.choose(3);
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        Window.await("the inspector to show the design", () -> inspector.title().startsWith("first, run 2"));
        Window.page().showView(Ids.NAVIGATOR);
        select(second);
        Window.await("the inspector to follow", () -> inspector.title().startsWith("second, run 2"));
        Window.page().showView(Ids.GALLERY);
        awaitTitle(gallery, "second, run 2");
        Window.rest();
        assertEquals(second, Window.model().focus().project());
        assertEquals(second, selected());
        assertEquals("second, run 2: best designs by toughness", gallery.title());
        assertEquals("second, run 2", histogram.title());
        assertTrue(histogram.getTitleToolTip().startsWith("Histogram — second, run 2\n"), histogram::getTitleToolTip);
        DashboardView dashboard = (DashboardView) Window.page().showView(Ids.DASHBOARD);
        Window.await(
                "the Run view to name the run",
                () -> dashboard.getTitleToolTip().equals("Run — second, run 2"));
        Window.photograph(Window.window().getShell(), "current-run");
    }

    @Test
    void theTreeFollowsARunAFolderOrAnEditorThatIsOpened() throws Exception {
        select(run(first, 1));
        assertEquals(run(first, 1), Window.model().focus().run());
        Projects.openExperiment(Window.page(), second);
        Window.await("the tree to follow the editor", () -> selected().equals(run(second, 2)));
        Projects.openExperiment(Window.page(), first);
        Window.await("the tree to follow the other editor", () -> selected().equals(run(first, 2)));
        Window.model().focus().show(run(second, 1));
        Window.await("the tree to follow the run", () -> selected().equals(run(second, 1)));
        Window.await("the editor to follow", () -> edited().equals("second"));
        select(run(first, 1));
        Window.await("the editor to come back", () -> edited().equals("first"));
        assertEquals(run(first, 1), Window.model().focus().run(), "the editor that came to the front changes no run");
        assertEquals(2, Window.page().getEditorReferences().length);
    }

    @Test
    void anEditorThatNobodyTurnedToMakesRoomForTheNext() throws Exception {
        IProject third = Window.project("third", QUICK);
        Window.await("the tree to show it", () -> tree.testFindItem(third) != null);
        Projects.openExperiment(Window.page(), first);
        select(second);
        Window.await("the experiment to be shown", () -> edited().equals("second"));
        select(third);
        Window.await("the next one to be shown", () -> edited().equals("third"));
        assertEquals(List.of("first", "third"), editors());
        Window.page().closeAllEditors(false);
        select(first);
        Window.rest();
        assertEquals(List.of(), editors(), "where all are closed none is opened");
    }

    private static String edited() {
        IEditorPart editor = Window.page().getActiveEditor();
        return editor == null ? "" : editor.getTitle();
    }

    private static List<String> editors() {
        return List.of(Window.page().getEditorReferences()).stream()
                .map(IEditorReference::getPartName)
                .sorted()
                .toList();
    }

    @Test
    void aPinnedViewKeepsItsRunAndSaysSo() throws Exception {
        FigureView curve = (FigureView) Window.page().showView(Ids.CONVERGENCE);
        select(run(first, 1));
        Window.await("the curve to show it", () -> curve.title().equals("first, run 1"));
        curve.pin(curve.shownRun());
        select(run(second, 2));
        GalleryView gallery = (GalleryView) Window.page().showView(Ids.GALLERY);
        awaitTitle(gallery, "second, run 2");
        Window.rest();
        assertEquals("first, run 1 (pinned)", curve.title());
        assertTrue(curve.getTitleToolTip().contains("first, run 1 (pinned)"), curve::getTitleToolTip);
        curve.pin(null);
        Window.await("the curve to follow again", () -> curve.title().equals("second, run 2"));
        gallery.pin(gallery.shownRun());
        first.delete(true, true, null);
        second.delete(true, true, null);
        Window.await("a run that is gone to be let go", () -> gallery.shownRun() == null);
    }

    @Test
    void showsARunOfAnotherProgramAndItsEnd() throws Exception {
        select(first);
        GalleryView gallery = (GalleryView) Window.page().showView(Ids.GALLERY);
        awaitTitle(gallery, "first, run 2");
        store(first, List.of("seed=3"));
        Window.await(
                "the third run to be noticed",
                () -> Window.model().index().runs(first).size() == 3);
        assertEquals(run(first, 2), Window.model().focus().run(), "what others begin takes no one's place");
    }

    @Test
    void aRunThatBeginsLaterLeavesTheUserAtWhatWasChosenMeanwhile() throws Exception {
        select(first);
        Job job = Window.model().queue().start(first, Overrides.NONE);
        select(run(second, 1));
        Window.await("the run to end", () -> job.getResult() != null);
        Window.await(
                "the third run to be noticed",
                () -> Window.model().index().runs(first).size() == 3);
        assertEquals(run(second, 1), Window.model().focus().run());
        assertFalse(tree.getStructuredSelection().isEmpty());
        assertEquals(run(second, 1), selected());
    }
}
