// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunCurve;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.FrontTable;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.comparison.MethodRuns;
import org.gidn.visualisation.comparison.RunComparison;
import org.gidn.visualisation.files.FigureFiles;
import org.gidn.visualisation.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of a run of several objectives. */
class FrontTest {
    private static final String COMPOSITE = """
        format: 2
        title: Two or three objectives
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8, outputs: all}
          volumeFraction: 0.125
          objectives: toughness, maximise stiffness
          referencePoint: 1, 0.7
        optimiser: {use: org.gidn.baselines.nsga2, population: 20, generations: 10}
        """;

    @TempDir
    private static Path folder;

    private static Project two;
    private static Project three;

    @BeforeAll
    static void run() {
        two = run("two");
        three = run(
                "three", "objectives=toughness, maximise stiffness, maximise strength", "referencePoint=1, 0.7, 0.1");
    }

    private static Project run(String name, String... assignments) {
        Project project = Project.create(folder.resolve(name), COMPOSITE);
        new Runner(Runs.CATALOGUE)
                .run(
                        project,
                        new ExperimentReader(Runs.CATALOGUE)
                                .read(COMPOSITE, Overrides.parse(List.of(assignments)))
                                .orThrow("test"),
                        RunListener.NONE,
                        () -> false);
        return project;
    }

    private static List<Figure> figures(Project project, String kind) {
        return FigureKind.of("org.gidn.visualisation." + kind).figures(project.results(1));
    }

    @Test
    void theFrontIsShownAmongAllDesigns() throws Exception {
        RunResults results = two.results(1);
        RunFront front = RunFront.of(results).orElseThrow();
        List<Figure> figures = figures(two, "paretoFront");
        DesignGrid pictures = (DesignGrid) figures.get(0);
        assertEquals(Math.min(10, front.size()), pictures.designs().size());
        assertEquals(2, pictures.labels().get(0).lines().count());
        assertTrue(pictures.caption().contains("each with its toughness, stiffness."), pictures.caption());
        Plot plot = (Plot) figures.get(1);
        assertEquals("Pareto front", plot.title());
        assertTrue(plot.caption().contains("up to the reference point 1, 0.7"), plot.caption());
        Series.Scatter all = (Series.Scatter) plot.series().get(0);
        Series.Line border = (Series.Line) plot.series().get(1);
        Series.Designs designs = (Series.Designs) plot.series().get(2);
        assertEquals(200, all.x().length);
        assertArrayEquals(front.values()[0], designs.x());
        assertArrayEquals(front.values()[1], designs.y());
        // From the toughest to the next: at its stiffness to the next one's toughness, which is less.
        assertEquals(designs.x()[1], border.x()[1]);
        assertEquals(designs.y()[0], border.y()[1]);
        Path csv = folder.resolve("front.csv");
        FigureFiles.write(plot, csv);
        String last = Files.readAllLines(csv).get(Files.readAllLines(csv).size() - 1);
        assertTrue(last.startsWith("Pareto front,"), last);
        assertTrue(
                last.endsWith(
                        "," + designs.designs().get(designs.x().length - 1).text()),
                last);
    }

    @Test
    void threeObjectivesAreShownInPairs() {
        List<Figure> figures = figures(three, "paretoFront");
        assertEquals(
                List.of(
                        "Designs on the Pareto front",
                        "Pareto front: stiffness over toughness",
                        "Pareto front: strength over toughness",
                        "Pareto front: strength over stiffness"),
                figures.stream().map(Figure::title).toList());
        assertEquals(2, ((Plot) figures.get(3)).series().size(), "no border");
        assertEquals(List.of(), figures(Runs.random(folder.resolve("one")), "paretoFront"));
    }

    @Test
    void theHypervolumeIsACurve() {
        for (Project project : List.of(two, three)) {
            Plot plot = (Plot) figures(project, "hypervolume").get(0);
            Series.Line line = (Series.Line) plot.series().get(0);
            assertEquals(200, line.x()[line.x().length - 1]);
            assertEquals(
                    RunFront.of(project.results(1)).orElseThrow().hypervolume().value(),
                    line.y()[line.y().length - 1],
                    1e-9);
        }
    }

    @Test
    void theTableIsSpreadAlongTheFront() {
        RunResults results = two.results(1);
        FrontTable table = FrontTable.of(results, 3).orElseThrow();
        assertEquals(List.of("toughness", "stiffness", "design"), table.head());
        assertEquals(3, table.rows().size());
        List<RunResults.FoundDesign> designs = table.front().designs(results);
        assertEquals(
                DesignText.format(designs.get(0).space(), designs.get(0).designs(), 0),
                table.rows().get(0).get(2));
        assertEquals(designs.get(designs.size() - 1).text(), table.rows().get(2).get(2));
        assertArrayEquals(new int[] {0, 3, 5}, FrontTable.spread(6, 3));
        assertArrayEquals(new int[] {0}, FrontTable.spread(6, 1));
        String page = Report.html(two, 1);
        assertTrue(page.contains("<h2>Pareto front</h2>")
                && page.contains(designs.get(0).text()));
    }

    @Test
    void methodsAreComparedByTheHypervolume() {
        RunCurve curve = RunCurve.of(two.results(1));
        RunComparison comparison = RunComparison.of(List.of(curve), false);
        assertArrayEquals(new double[] {1, 0.7}, comparison.reference().orElseThrow());
        MethodRuns method = comparison.methods().get(0);
        assertEquals(
                curve.front().orElseThrow().hypervolume().value(),
                method.medianHypervolume(new double[] {1, 0.7}),
                1e-12);
        assertEquals(
                Map.of(curve.run(), curve.front().orElseThrow().hypervolume()),
                comparison.hypervolumes(new double[] {1, 0.7}));
        RunComparison mixed = RunComparison.of(List.of(curve, RunCurve.of(three.results(1))), false);
        assertTrue(mixed.reference().isEmpty(), "other objectives");
    }
}
