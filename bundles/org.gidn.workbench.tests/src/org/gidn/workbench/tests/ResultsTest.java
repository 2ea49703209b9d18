// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.screen.ChosenPoints;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.comparison.ComparisonView;
import org.gidn.workbench.internal.figures.FigureView;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.workspace.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the window makes of results that are damaged, were cut off, or have several objectives. */
class ResultsTest {
    private static final String RANDOM = """
        format: 1
        title: Random
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser: {use: org.gidn.baselines.random, samples: 300}
        """;
    private static final String TWO = """
        format: 1
        title: Two objectives
        problem: {evaluator: org.gidn.workbench.tests.twoObjectives}
        optimiser: {use: org.gidn.baselines.random, samples: 100}
        """;
    private static final String TURNED = """
        format: 2
        title: Objectives turned round
        problem: {evaluator: org.gidn.workbench.tests.twoObjectives, objectives: "changes, stiffness"}
        optimiser: {use: org.gidn.baselines.random, samples: 100}
        """;

    /** The upper half of the skin is mirrored in the lower one, and its middle is wood. */
    private static final String MIXED = """
        format: 2
        title: Designs of all kinds
        problem:
          evaluator: org.gidn.workbench.tests.mixed
          constraints:
            - {use: org.gidn.core.symmetry, kind: topBottom, block: skin}
            - {use: org.gidn.core.fixed, value: wood, rows: "2", columns: 2-3, block: skin}
        optimiser: {use: org.gidn.baselines.random, samples: 60}
        """;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @AfterEach
    void tidy() throws Exception {
        Window.tidy();
    }

    private static void run(IProject project) {
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await("the run to end", () -> job.getResult() != null);
        assertTrue(job.getResult().isOK(), () -> job.getResult().getMessage());
    }

    /** Gives the command that checks, and lets the dialogs that follow have their buttons pressed; returns what they say. */
    private static String check(IProject project, String... pressed) {
        Window.model().focus().show(project);
        StringBuilder said = new StringBuilder();
        boolean[] over = new boolean[1];
        Window.answerDialogs(List.of(pressed), said, over);
        Commands.execute(Window.window(), Ids.PLUGIN + ".check");
        Window.await("the dialogs", () -> over[0]);
        return said.toString();
    }

    @Test
    void storedResultsAreCheckedAndRepaired() throws Exception {
        IProject project = Window.project("kept", RANDOM);
        run(project);
        Project folder = Project.open(Projects.folder(project));
        assertEquals("All is as it was written: 1 run with 300 designs.\n", check(project, "OK"));

        spoil(folder);
        String said = check(project, "Repair", "OK");
        assertTrue(said.startsWith("Damaged: "), said);
        assertTrue(said.contains("\nSaved 299 "), said);
        assertTrue(said.contains(" designs of 1 run; the damaged database is kept as results-damaged.sqlite."), said);
        assertTrue(Files.exists(folder.folder().resolve("results-damaged.sqlite")));
        Window.await(
                "the run to count as cancelled",
                () -> Window.model().index().runs(project).get(0).record().state() == RunState.CANCELLED);
        assertTrue(check(project, "OK").startsWith("All is as it was written: 1 run with 299 designs."));
    }

    /** Changes a bit of a value in the middle of the run. */
    private static void spoil(Project project) throws IOException {
        RunResults results = project.results(1);
        byte[] content = Files.readAllBytes(project.database());
        byte[] value = ByteBuffer.allocate(Double.BYTES)
                .putDouble(results.values(results.sets()).values()[150])
                .array();
        int place = 0;
        while (!Arrays.equals(content, place, place + value.length, value, 0, value.length)) {
            place++;
        }
        content[place + 3] ^= 1;
        Files.write(project.database(), content);
    }

    @Test
    void aDatabaseThatIsDeletedDuringARunIsToldAndWrittenAgain() throws Exception {
        IProject project = Window.project("lost", RANDOM.replace("300", "300_000"));
        Project folder = Project.open(Projects.folder(project));
        StringBuilder said = new StringBuilder();
        boolean[] over = new boolean[1];
        Window.answerDialogs(List.of("OK"), said, over);
        Job job = Window.model().queue().start(project, Overrides.NONE);
        Window.await(
                "some evaluations",
                () -> !folder.runs().isEmpty() && folder.run(1).evaluations() > 0);
        Files.delete(folder.database());
        Window.await("the dialog", () -> over[0]);
        Window.await("the run to end", () -> job.getResult() != null);
        assertEquals(
                folder.database()
                        + " was deleted while run 1 was at work, so the run was stopped. What it held was written to "
                        + folder.database() + ", where the run can be resumed.\n",
                said.toString());
        Window.await(
                "the run to stand in the tree as failed",
                () -> Window.model().index().runs(project).get(0).record().state() == RunState.FAILED);
        assertTrue(folder.run(1).evaluations() > 0);
    }

    @Test
    void whatARunTellsStandsInItsView() throws Exception {
        IProject project = Window.project("told", RANDOM + "budget: 1_000\n");
        Window.page().showView(Ids.DASHBOARD);
        run(project);
        assertShown("The method left 700 of the 1,000 evaluations of its budget: its sampler gave 300 designs only.");
    }

    @Test
    void runsThatWereCutOffCountInTheComparisonWhereTheUserWantsThem() throws Exception {
        IProject project = Window.project("compared", RANDOM);
        run(project);
        Project folder = Project.open(Projects.folder(project));
        AtomicBoolean found = new AtomicBoolean();
        RunListener listener = new RunListener() {
            @Override
            public void improved(FoundDesign design, long evaluations) {
                found.set(true);
            }
        };
        new Runner(Catalogue.installed())
                .run(
                        folder,
                        new ExperimentReader(Catalogue.installed())
                                .read(folder.experimentFile(), Overrides.parse(List.of("seed=2"))),
                        listener,
                        found::get);
        assertEquals(RunState.CANCELLED, folder.run(2).state());
        Window.model().index().refresh(project);
        Window.model().focus().show(project);
        ComparisonView view = (ComparisonView) Window.page().showView(Ids.COMPARISON);
        Window.await("both runs to be drawn", () -> names(view.figure()).size() == 2);
        assertTrue(names(view.figure()).get(1).startsWith("Random search, cancelled ("), () -> names(view.figure())
                .toString());
        IAction unfinished = action(view, "Count Runs That Have Not Ended");
        unfinished.setChecked(true);
        unfinished.run();
        Window.await("one method of two runs", () -> names(view.figure()).stream()
                .anyMatch(name -> name.startsWith("Random search (2 runs, ")));
    }

    private static IAction action(IViewPart view, String part) {
        return Stream.of(view.getViewSite().getActionBars().getToolBarManager().getItems())
                .filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction())
                .filter(action -> action.getText().contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Figure figure) {
        return figure instanceof Plot plot
                ? plot.series().stream()
                        .map(Series::name)
                        .filter(name -> !name.isEmpty())
                        .toList()
                : List.of();
    }

    @Test
    void theInspectorShowsAllObjectivesOfADesignAlsoAfterItWasChanged() throws Exception {
        IProject project = Window.project("two", TWO);
        run(project);
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        double best = Project.open(Projects.folder(project)).run(1).best();
        Window.await("the best design", () -> inspector.value() == best);
        FoundDesign found =
                Project.open(Projects.folder(project)).results(1).best(1).get(0);
        assertChanges(found.values()[1]);
        double[] design = found.designs().toArray(0);
        int changed = design[0] == design[1] ? 1 : -1;
        inspector.switchElement(0);
        assertChanges(found.values()[1] + changed);
    }

    @Test
    void designsOfAllKindsAreSeenAndChangedInTheInspector() throws Exception {
        IProject project = Window.project("mixed", MIXED);
        run(project);
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        FoundDesign found =
                Project.open(Projects.folder(project)).results(1).best(1).get(0);
        Window.await("the best design", () -> inspector.value() == found.value());
        double[] design = found.designs().toArray(0);
        inspector.switchElement(0);
        double changed = found.value() + 2 * ((design[0] + 1) % 3 - design[0]);
        Window.await("the element and its mirror image to change", () -> inspector.value() == changed);
        inspector.switchElement(5);
        assertShown("skin[2,2] is fixed at wood.");
        inspector.enter("process", "rolled");
        double rolled = changed + 1 - design[22];
        Window.await("another process", () -> Math.abs(inspector.value() - rolled) < 1e-12);
        inspector.enter("thickness", "9");
        assertShown("Variable thickness cannot be '9'; 0.5 to 2.0 is allowed.");
        inspector.enter("thickness", "0.5");
        Window.await("another thickness", () -> Math.abs(inspector.value() - rolled + design[21] - 0.5) < 1e-12);
    }

    @Test
    void theInspectorShowsOutputsInTheOrderOfTheRunNotOfTheEvaluator() throws Exception {
        IProject project = Window.project("turned", TURNED);
        run(project);
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        FoundDesign found =
                Project.open(Projects.folder(project)).results(1).best(1).get(0);
        Window.await("the best design", () -> inspector.value() == found.value());
        double[] design = found.designs().toArray(0);
        assertEquals(TwoObjectives.changes(design), found.value());
        assertShown(String.format(Locale.ROOT, "stiffness %.5g ", TwoObjectives.stiff(design)));
        inspector.switchElement(0);
        design[0] = 1 - design[0];
        Window.await("the changed design", () -> inspector.value() == TwoObjectives.changes(design));
        assertShown(String.format(Locale.ROOT, "Changes %.6g", TwoObjectives.changes(design)));
        assertShown(String.format(Locale.ROOT, "stiffness %.5g ", TwoObjectives.stiff(design)));
    }

    @Test
    void anEvaluatorThatHangsInTheInspectorHoldsUpNoOtherDesign() throws Exception {
        IProject project = Window.project("hanging", TWO);
        run(project);
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        double best = Project.open(Projects.folder(project)).run(1).best();
        Window.await("the best design", () -> inspector.value() == best);
        double[] design = Project.open(Projects.folder(project))
                .results(1)
                .best(1)
                .get(0)
                .designs()
                .toArray(0);
        design[0] = 1 - design[0];
        try {
            TwoObjectives.hangsAt = design;
            inspector.switchElement(0);
            assertShown("being evaluated");
            assertTrue(Double.isNaN(inspector.value()), "nothing of another design stands beside this one");
            inspector.switchElement(0);
            Window.await("the best design again, by another evaluator", () -> inspector.value() == best);
        } finally {
            TwoObjectives.hangsAt = null;
        }
        Window.page().hideView(inspector);
        Window.await("both evaluators to be closed", () -> TwoObjectives.OPEN.get() == 0);
    }

    @Test
    void anEvaluatorThatHangsInTheInspectorIsToldWhenPatienceIsAtAnEnd() throws Exception {
        IProject project = Window.project("patient", TWO + "patience: 0.5\n");
        run(project);
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        FoundDesign found =
                Project.open(Projects.folder(project)).results(1).best(1).get(0);
        Window.await("the best design", () -> inspector.value() == found.value());
        double[] design = found.designs().toArray(0);
        design[0] = 1 - design[0];
        try {
            TwoObjectives.hangsAt = design;
            inspector.switchElement(0);
            assertShown(
                    "The evaluator 'org.gidn.workbench.tests.twoObjectives' of bundle org.gidn.workbench.tests gave no"
                            + " sign of life for ");
        } finally {
            TwoObjectives.hangsAt = null;
        }
    }

    @Test
    void theInspectorGivesBackTheEvaluatorsThatItHasMade() throws Exception {
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        for (String name : List.of("first", "second")) {
            IProject project = Window.project(name, TWO);
            run(project);
            double best = Project.open(Projects.folder(project)).run(1).best();
            Window.await(
                    "the best design of " + name,
                    () -> Window.model().focus().project() == project && inspector.value() == best);
            Window.await("one evaluator alone", () -> TwoObjectives.OPEN.get() == 1);
        }
        Window.page().hideView(inspector);
        Window.await("the evaluator to be closed", () -> TwoObjectives.OPEN.get() == 0);
    }

    @Test
    void theInspectorMeasuresANoisyDesignAsTheRunDid() throws Exception {
        String rig = """
            format: 2
            title: A test rig
            problem: {evaluator: {use: org.gidn.baselines.testRig, noise: 0.2}, replicates: 4}
            optimiser: {use: org.gidn.baselines.random, samples: 40}
            """;
        InspectorView inspector = (InspectorView) Window.page().showView(Ids.INSPECTOR);
        IProject several = Window.project("measured", rig);
        run(several);
        FoundDesign best =
                Project.open(Projects.folder(several)).results(1).best(1).get(0);
        Window.await("the best design", () -> inspector.value() == best.value());
        assertShown(String.format(Locale.ROOT, "mean of 4 measurements ± %.3g", best.values()[1]));
        Window.photograph(Window.window().getShell(), "measured");
        IProject once = Window.project("measured-once", rig.replace(", replicates: 4", ""));
        run(once);
        double value = Project.open(Projects.folder(once)).run(1).best();
        Window.await("the best design of one measurement each", () -> inspector.value() == value);
        assertShown("one measurement");
    }

    @Test
    void aDesignOnTheFrontOpensInTheInspector() throws Exception {
        IProject project = Window.project("front", TWO);
        run(project);
        FigureView figures = (FigureView) Window.page().showView(Ids.ANY_FIGURE);
        figures.choose(FigureKind.of("org.gidn.visualisation.paretoFront"));
        Window.await("the front", () -> front(figures.figure()).isPresent());
        Series.Designs front = front(figures.figure()).orElseThrow();
        assertTrue(front.x().length > 1, "a front of " + front.x().length);
        FoundDesign last = front.designs().get(front.x().length - 1);
        figures.open(last);
        InspectorView inspector = (InspectorView) Window.page().findView(Ids.INSPECTOR);
        Window.await("the design", () -> inspector.value() == last.value());
        assertChanges(last.values()[1]);
        assertTrue(Window.page().isPartVisible(inspector));
        figures.showChosen(List.of(new ChosenPoints(front, new int[] {0, front.x().length - 1})));
        Window.await("both ends of the front", () -> figures.chosenCount() == 2);
        Window.page().activate(figures);
        figures.selectChosen(0);
        Window.await(
                "the first of them",
                () -> inspector.value() == front.designs().get(0).value());
        Window.photograph(Window.window().getShell(), "chosen");
        figures.showChosen(List.of());
        assertEquals(0, figures.chosenCount());
    }

    @Test
    void runsOfSeveralObjectivesAreComparedByTheirHypervolumes() throws Exception {
        IProject project = Window.project("fronts", TWO);
        run(project);
        Window.model().focus().show(project);
        Window.page().showView(Ids.COMPARISON);
        double expected = RunFront.of(Project.open(Projects.folder(project)).results(1))
                .orElseThrow()
                .hypervolume()
                .value();
        Window.await("the column", () -> Window.controls(Window.window().getShell()).stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .anyMatch(table -> hypervolume(table).equals(String.format(Locale.ROOT, "%.5g", expected))));
        Window.photograph(Window.window().getShell(), "hypervolumes");
    }

    /** What stands in the first row below that title; nothing if there is no such column. */
    private static String hypervolume(Table table) {
        for (int column = 0; column < table.getColumnCount() && table.getItemCount() > 0; column++) {
            if (table.getColumn(column).getText().equals("Hypervolume")) {
                return table.getItem(0).getText(column);
            }
        }
        return "";
    }

    private static Optional<Series.Designs> front(Figure figure) {
        return figure instanceof Plot plot
                ? plot.series().stream()
                        .filter(Series.Designs.class::isInstance)
                        .map(Series.Designs.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private static void assertChanges(double changes) {
        assertShown(String.format(Locale.ROOT, "changes %.5g ", changes));
    }

    private static void assertShown(String text) {
        Window.await(text, () -> Window.controls(Window.window().getShell()).stream()
                .anyMatch(control -> control instanceof Label label
                        && label.isVisible()
                        && label.getText().startsWith(text)));
    }
}
