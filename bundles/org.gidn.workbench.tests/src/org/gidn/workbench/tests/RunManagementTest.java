// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonViewer;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunRecord;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.commands.CopyHandler;
import org.gidn.workbench.internal.commands.LabelHandler;
import org.gidn.workbench.internal.preferences.TreePreferences;
import org.gidn.workbench.internal.projects.ProjectsView;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs are named, found, put in order, archived and deleted. */
class RunManagementTest {
    private IProject first;
    private IProject second;
    private ProjectsView view;
    private CommonViewer tree;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @BeforeEach
    void makeRuns() throws Exception {
        first = Window.project("first", CurrentRunTest.QUICK);
        second = Window.project("second", CurrentRunTest.QUICK);
        for (String seed : List.of("seed=1", "seed=2", "seed=3")) {
            CurrentRunTest.store(first, List.of(seed));
        }
        CurrentRunTest.store(second, List.of("optimiser=org.gidn.baselines.swapSearch", "optimiser.starts=1"));
        view = (ProjectsView) Window.page().showView(Ids.NAVIGATOR);
        tree = view.getCommonViewer();
        Window.await(
                "the runs to be read",
                () -> Window.model().index().runs(first).size() == 3
                        && Window.model().index().runs(second).size() == 1);
        Window.rest();
        tree.expandAll();
    }

    @AfterEach
    void tidy() throws Exception {
        view.find("");
        TreePreferences.setBestFirst(false);
        Window.model().deleted().purge();
        Window.tidy();
    }

    private static RunNode run(IProject project, int number) {
        return Window.model().index().runs(project).stream()
                .filter(run -> run.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void label(RunNode run, RunLabel label) {
        LabelHandler.label(List.of(run), before -> label);
        Window.await(
                "the run to be labelled",
                () -> run(run.project(), run.number()).label().equals(label));
        Window.rest();
    }

    /** The beginnings of what the tree shows of the runs of a project. */
    private List<String> shown(IProject project) {
        TreeItem item = (TreeItem) tree.testFindItem(project);
        return item == null
                ? List.of()
                : Arrays.stream(item.getItems())
                        .skip(1)
                        .map(each -> each.getText().split(" {2}")[0])
                        .toList();
    }

    private static void execute(String command) throws Exception {
        Window.window().getService(IHandlerService.class).executeCommand(command, null);
    }

    @Test
    void whatIsSaidOfARunStandsInTheTreeAndInTheViews() throws Exception {
        label(run(first, 2), new RunLabel("a wide crack", "", List.of("paper"), true, false));
        assertEquals(List.of("Run 3", "Run 2 a wide crack ★ #paper", "Run 1"), shown(first));
        assertEquals("first, run 2 “a wide crack”", run(first, 2).title());
        Window.photograph(Window.window().getShell(), "labels");
        label(run(first, 1), RunLabel.NONE.archived(true));
        assertEquals(List.of("Run 3", "Run 2 a wide crack ★ #paper"), shown(first));
        TreePreferences.setBestFirst(true);
        tree.refresh();
        List<Double> best = new ArrayList<>();
        shown(first)
                .forEach(text -> best.add(run(first, Integer.parseInt(text.split(" ")[1]))
                        .record()
                        .best()));
        assertTrue(best.get(0) >= best.get(1), best::toString);
    }

    @Test
    void runsAreFoundByWords() throws Exception {
        label(run(first, 2), new RunLabel("wide", "", List.of("paper"), true, false));
        view.find("swap");
        assertEquals(List.of("Run 1"), shown(second));
        assertEquals(List.of(), shown(first), "a project of which nothing is found is not there");
        view.find("first #PAPER starred");
        assertEquals(List.of("Run 2 wide ★ #paper"), shown(first));
        assertEquals(List.of(), shown(second));
        view.find("");
        Window.rest();
        tree.expandAll();
        assertEquals(3, shown(first).size());
        assertEquals(1, shown(second).size());
    }

    @Test
    void aRunIsMadeAgainAndItsSettingsMakeAProject() throws Exception {
        Job job = Window.model().queue().again(run(second, 1));
        Window.await("the run to end", () -> job.getResult() != null);
        assertTrue(job.getResult().isOK(), () -> job.getResult().getMessage());
        Window.await(
                "the run to be read", () -> Window.model().index().runs(second).size() == 2);
        RunRecord again = run(second, 2).record();
        assertEquals(2, again.seed());
        assertEquals(run(second, 1).record().optimiser(), again.optimiser(), "not the method of the file");
        IProject copy = CopyHandler.copy(second);
        assertEquals("second-copy", copy.getName());
        assertEquals(
                Projects.experimentFile(second).readString(),
                Projects.experimentFile(copy).readString());
        assertEquals(0, Project.open(Projects.folder(copy)).runs().size());
        IProject own = CopyHandler.copy(run(second, 1));
        assertEquals("second-run-1", own.getName());
        Experiment made = new ExperimentReader(Catalogue.installed())
                .read(Project.open(Projects.folder(own)).experimentFile(), Overrides.NONE);
        assertEquals(run(second, 1).record().settings(), made.tree());
    }

    @Test
    void whatWaitsSaysWhatItIsAndCanBeTheNext() throws Exception {
        Overrides endlessly = Overrides.parse(List.of(
                "optimiser=org.gidn.baselines.geneticAlgorithm", "optimiser.generations=100_000", "budget=400_000"));
        Job endless = Window.model().queue().start(first, endlessly);
        Window.await("the first run to begin", () -> endless.getState() == Job.RUNNING);
        Job waiting = Window.model().queue().again(run(first, 1));
        Job last = Window.model().queue().start(second, Overrides.parse(List.of("seed=9")));
        String second2 = "second (queued, no. 2: Running second (seed 9))";
        Window.await(
                "the tree to say it, not " + text(second)
                        + Window.model().queue().waiting(),
                () -> text(second).equals(second2));
        assertTrue(endless.getName().startsWith("Running first (optimiser "), endless::getName);
        assertEquals("first (queued, no. 1: Running first with the settings of run 1 and seed 4)", text(first));
        Window.model().queue().next(Window.model().queue().job(second));
        assertEquals(List.of(last, waiting), List.copyOf(Window.model().queue().waiting()));
        endless.cancel();
        Window.await("both to end", () -> waiting.getResult() != null && last.getResult() != null);
        Window.await(
                "both to be read",
                () -> Window.model().index().runs(first).size() == 5
                        && Window.model().index().runs(second).size() == 2);
        assertTrue(
                run(second, 2)
                        .record()
                        .started()
                        .isBefore(run(first, 5).record().started()),
                "the one that was put before began before");
    }

    private String text(IProject project) {
        return ((TreeItem) tree.testFindItem(project)).getText();
    }

    @Test
    void aDeletedRunComesBackUntilTheWorkbenchCloses() throws Exception {
        tree.setSelection(new StructuredSelection(run(first, 3)), true);
        view.setFocus();
        StringBuilder said = new StringBuilder();
        boolean[] over = new boolean[1];
        Window.answerDialogs(List.of("Delete"), said, over);
        execute(IWorkbenchCommandConstants.EDIT_DELETE);
        Window.await("the question", () -> over[0]);
        assertTrue(
                said.toString().contains("first, run 3 (Random search, 60 evaluations, "), () -> "what goes: " + said);
        Window.await("the run to go", () -> shown(first).equals(List.of("Run 2", "Run 1")));
        Window.await(
                "the views to turn to another",
                () -> Window.model().focus().run().number() == 2);
        assertEquals(3, Project.open(Projects.folder(first)).runs().size(), "nothing is lost yet");
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        Window.await("the run to come back", () -> shown(first).equals(List.of("Run 3", "Run 2", "Run 1")));
        Window.model().deleted().delete(List.of(run(first, 1), run(second, 1)));
        Window.await("the runs to go", () -> shown(first).equals(List.of("Run 3", "Run 2")));
        Window.model().deleted().purge();
        assertFalse(Window.model().deleted().any());
        assertEquals(2, Project.open(Projects.folder(first)).runs().size());
        assertEquals(0, Project.open(Projects.folder(second)).runs().size());
    }
}
