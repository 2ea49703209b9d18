// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunState;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.commands.LabelHandler;
import org.gidn.workbench.internal.comparison.ComparisonKind;
import org.gidn.workbench.internal.comparison.ComparisonView;
import org.gidn.workbench.internal.runs.RunNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs side by side, of one project or of several. */
class ComparisonTest {
    private IProject first;
    private IProject second;
    private CommonViewer tree;
    private ComparisonView view;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @BeforeEach
    void makeRuns() throws Exception {
        first = Window.project("first", CurrentRunTest.QUICK);
        second = Window.project("second", CurrentRunTest.QUICK);
        for (String budget : List.of("budget=20", "budget=40", "budget=150")) {
            CurrentRunTest.store(first, List.of(budget));
            CurrentRunTest.store(first, List.of(budget, "seed=2"));
        }
        CurrentRunTest.store(second, List.of("budget=100"));
        Window.model().index().refresh(first);
        Window.model().index().refresh(second);
        Window.await(
                "the runs to be read",
                () -> Window.model().index().runs(first).size() == 6
                        && Window.model().index().runs(second).size() == 1);
        tree = ((CommonNavigator) Window.page().showView(Ids.NAVIGATOR)).getCommonViewer();
        tree.expandAll();
        view = (ComparisonView) Window.page().showView(Ids.COMPARISON);
    }

    @AfterEach
    void tidy() throws Exception {
        view.choose(ComparisonKind.EVALUATIONS);
        view.showColumn("Time", true);
        Window.tidy();
    }

    private static RunNode run(IProject project, int number) {
        return Window.model().index().runs(project).stream()
                .filter(run -> run.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private Plot awaitPlot(String title, int series) {
        Window.await(
                title + " with " + series + " series",
                () -> view.figure() instanceof Plot plot
                        && plot.title().startsWith(title)
                        && plot.series().size() == series);
        return (Plot) view.figure();
    }

    @Test
    void beginsWithMethodAndNameAndTheBestRun() throws Exception {
        LabelHandler.label(List.of(run(first, 3)), label -> RunLabel.NONE.named("middle"));
        Window.model().focus().show(first);
        Window.await("the name to be shown", () -> view.cells().stream().anyMatch(row -> row.contains("middle")));
        List<List<String>> cells = view.cells();
        assertEquals(
                List.of("Method", "Name", "Run", "Best", "Evaluations", "Time", "State", "budget", "seed"),
                cells.get(0));
        assertEquals("Random search", cells.get(1).get(0));
        for (int row = 2; row < cells.size(); row++) {
            assertTrue(
                    Double.parseDouble(cells.get(row - 1).get(3))
                            >= Double.parseDouble(cells.get(row).get(3)),
                    cells::toString);
        }
        view.showColumn("Time", false);
        assertFalse(view.cells().get(0).contains("Time"));
        view.choose(ComparisonKind.BUDGET);
        awaitPlot("Best toughness by budget", 6);
        Window.photograph(Window.window().getShell(), "comparison-budget");
    }

    @Test
    void showsWhatIsProvedOfAProblemBesideItsRuns() {
        Window.model().focus().show(second);
        Window.await("the run", () -> view.cells().size() == 2);
        assertFalse(view.cells().get(0).contains("Proved bound"));
        String few = "volumeFraction=0.125";
        CurrentRunTest.store(second, List.of(few));
        CurrentRunTest.store(second, List.of(few, "optimiser=org.gidn.baselines.branchAndBound", "budget=100000"));
        Window.model().index().refresh(second);
        Window.await(
                () -> "the bound, in " + view.cells(),
                () -> view.cells().size() == 4 && view.cells().get(0).contains("Proved bound"));
        int column = view.cells().get(0).indexOf("Proved bound");
        List<String> bounds = view.cells().stream()
                .skip(1)
                .map(row -> row.get(column))
                .sorted()
                .toList();
        assertEquals("", bounds.get(0), "nothing is proved of a quarter");
        assertEquals(27.2464, Double.parseDouble(bounds.get(1)), 1e-2);
        assertEquals(bounds.get(1), bounds.get(2), "of whichever run");
    }

    @Test
    void comparesWhatIsChosenInTheTreeOfSeveralProjectsToo() throws Exception {
        Window.model().focus().show(first);
        awaitPlot("Best toughness against evaluations", 6);
        tree.setSelection(new StructuredSelection(List.of(run(first, 1), run(first, 5))));
        awaitPlot("Best toughness against evaluations", 2);
        assertEquals(3, view.cells().size());
        tree.setSelection(new StructuredSelection(List.of(run(first, 1), run(first, 5), second)));
        Plot plot = awaitPlot("Best toughness against evaluations", 3);
        assertEquals(
                List.of("Method", "Name", "Project", "Run"), view.cells().get(0).subList(0, 4));
        assertEquals(first, Window.model().focus().project(), "one of them is the current one");
        assertTrue(
                plot.series().stream().map(Series::name).allMatch(name -> name.startsWith("Random search, budget ")),
                plot.series()::toString);
        assertTrue(view.getTitleToolTip().endsWith("first, second: 3 runs"), view::getTitleToolTip);
    }

    @Test
    void drawsOverTimeAndWhatGoesWithTheBestValues() throws Exception {
        Window.model().focus().show(first);
        view.choose(ComparisonKind.TIME);
        Plot time = awaitPlot("Best toughness against time", 6);
        assertEquals("Time [s]", time.x().label());
        view.choose(ComparisonKind.PARALLEL);
        Plot parallel = awaitPlot("Settings and best toughness", 6);
        assertTrue(
                parallel.x().categories().get(0).startsWith("budget 20"),
                parallel.x().categories()::toString);
        Window.photograph(Window.window().getShell(), "comparison-parallel");
        view.choose(ComparisonKind.IMPORTANCE);
        Plot importance = awaitPlot("What goes with the best toughness", 1);
        assertEquals(List.of("budget"), importance.x().categories());
    }

    @Test
    void followsARunOfAnotherProgramWithTableAndCurveTogether() throws Exception {
        Window.model().focus().show(first);
        awaitPlot("Best toughness against evaluations", 6);
        AtomicBoolean seen = new AtomicBoolean();
        Thread other = new Thread(() -> CurrentRunTest.store(
                first,
                List.of(
                        "optimiser=org.gidn.baselines.geneticAlgorithm",
                        "optimiser.generations=100_000",
                        "budget=400_000"),
                seen::get));
        other.start();
        Window.await("the other program's run to be followed", () -> {
            if (!view.cells().isEmpty() && view.figure() instanceof Plot plot) {
                for (List<String> row : view.cells()) {
                    boolean running = row.contains("running");
                    long evaluations = running ? Long.parseLong(row.get(4).replace(",", "")) : 0;
                    boolean drawn =
                            plot.series().stream().anyMatch(each -> each.name().startsWith("Genetic algorithm"));
                    seen.compareAndSet(false, running && evaluations > 0 && drawn);
                }
            }
            return seen.get();
        });
        other.join();
        Window.await(
                "its end to be seen",
                () -> Window.model().index().runs(first).size() == 7
                        && run(first, 7).record().state() == RunState.CANCELLED
                        && view.cells().stream().anyMatch(row -> row.contains("cancelled")));
    }
}
