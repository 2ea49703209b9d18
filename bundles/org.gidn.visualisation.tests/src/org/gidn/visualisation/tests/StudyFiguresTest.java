// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.study.Comparison;
import org.gidn.visualisation.study.StudyFigureKind;
import org.gidn.visualisation.study.StudyResults;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of several small real runs at once. */
class StudyFiguresTest {
    private static final Study.Measure MAXIMUM = new Study.Measure(Candidates.INVERSE, "maximum");
    private static final Study.Measure ERROR = new Study.Measure(Study.Measure.METRIC, "training MSE at 1 0");

    private static final String GIDN = """
        format: 1
        title: Twice two
        seed: %d
        problem: {evaluator: org.gidn.fem.crackToughness, volumeFraction: 0.25}
        optimiser:
          use: org.gidn.designer.gidn
          samples: 60
          starts: 100
          iterations: 2
          added: 20
          predictor: {layers: 1, neurons: 8, epochs: 20}
        """;

    private static final String NETWORKS = """
        format: 1
        title: Networks
        problem: {evaluator: org.gidn.fem.crackToughness, volumeFraction: 0.25}
        optimiser: {use: org.gidn.predictor.networkStudy, samples: 50, epochs: 4, layers: 1 %d, neurons: 4 8}
        """;

    private static final String DESCENT = """
        format: 1
        title: Descent
        problem: {evaluator: org.gidn.baselines.peaks}
        optimiser: {use: org.gidn.baselines.gradientDescent, start: 0 0}
        """;

    @TempDir
    private static Path folder;

    private static StudyResults twice;

    @BeforeAll
    static void run() {
        PartRuns first = part(
                "first", Map.of(MAXIMUM, 69.42, ERROR, 1.0), run("a", GIDN.formatted(1)), run("b", GIDN.formatted(2)));
        PartRuns second = part("second", Map.of(), run("c", GIDN.formatted(3)), run("d", GIDN.formatted(4)));
        twice = study(List.of("org.gidn.visualisation.histogram"), List.of(first, second));
    }

    private static RunResults run(String name, String yaml) {
        return Runs.run(folder.resolve(name), yaml).results(1);
    }

    private static PartRuns part(String name, Map<Study.Measure, Double> paper, RunResults... runs) {
        return new PartRuns(new Study.Part(name, "", Map.of(), paper), List.of(runs));
    }

    private static StudyResults study(List<String> figures, List<PartRuns> parts) {
        Study study = new Study(
                "table-x",
                "A table",
                "",
                List.of(MAXIMUM, ERROR),
                figures,
                List.of("org.gidn.visualisation.measures"),
                List.of(),
                parts.stream().map(PartRuns::part).toList());
        return new StudyResults(Runs.CATALOGUE, study, parts);
    }

    private static List<Figure> figures(StudyResults study, String kind) {
        return StudyFigureKind.of("org.gidn.visualisation." + kind).figures(study);
    }

    private static double best(int part, int run) {
        RunResults results = twice.parts().get(part).runs().get(run);
        return results.statistics(results.sets(Candidates.INVERSE)).best();
    }

    @Test
    void everyInstalledKindSaysWhatItIs() {
        for (StudyFigureKind kind : StudyFigureKind.installed()) {
            assertTrue(kind.description().endsWith("."), kind.id());
            assertTrue(!kind.name().isBlank(), kind.id());
        }
        String message = assertThrows(InvalidInputException.class, () -> figures(twice, "measure"))
                .getMessage();
        assertTrue(message.contains("org.gidn.visualisation.measures"), message);
    }

    @Test
    void oursStandBesideThePrintedOnes() {
        List<Comparison> rows = twice.comparisons();
        assertEquals(4, rows.size());
        Comparison maximum = rows.get(0);
        assertEquals(Math.min(best(0, 0), best(0, 1)), maximum.least());
        assertEquals(Math.max(best(0, 0), best(0, 1)), maximum.greatest());
        assertEquals((best(0, 0) + best(0, 1)) / 2, maximum.median());
        assertEquals(maximum.median() - 69.42, maximum.difference());
        assertTrue(Double.isNaN(rows.get(2).paper()));
        double[] errors = twice.parts().get(0).runs().stream()
                .mapToDouble(run -> run.metrics("training MSE").get(1).value())
                .sorted()
                .toArray();
        assertArrayEquals(errors, rows.get(1).values());
    }

    @Test
    void measuresAreDrawnWithTheirRangeAndThePrintedOnes() {
        List<Figure> figures = figures(twice, "measures");
        assertEquals(2, figures.size());
        List<Series> series = ((Plot) figures.get(0)).series();
        Series.Band range = (Series.Band) series.get(0);
        Series.Line ours = (Series.Line) series.get(1);
        Series.Line printed = (Series.Line) series.get(2);
        assertEquals(Math.max(best(1, 0), best(1, 1)), range.upper()[1]);
        assertEquals("Maximum", ours.name());
        assertEquals(69.42, printed.y()[0]);
    }

    @Test
    void curvesAreThoseOfTheBestDesignOfEachPart() {
        Plot plot = (Plot) figures(twice, "bestCurves").get(0);
        assertEquals(
                List.of("first", "second"),
                plot.series().stream().map(Series::name).toList());
        double[] areas = plot.series().stream()
                .map(Series.Line.class::cast)
                .mapToDouble(line -> line.x()[1] * line.y()[1])
                .toArray();
        double ratio = twice.parts().get(0).runs().get(0).run().best()
                / twice.parts().get(1).runs().get(0).run().best();
        assertEquals(ratio, areas[0] / areas[1], 1e-9 * ratio, "the area under stress and strain is the toughness");
    }

    @Test
    void topPerformanceHasTwoLinesAPart() {
        List<Figure> figures = figures(twice, "topPerformance");
        assertEquals("Top performance, 25 % soft", figures.get(0).title());
        Plot plot = (Plot) figures.get(0);
        assertEquals(List.of("1", "2"), plot.x().categories());
        List<Series> series = plot.series();
        assertEquals(4, series.size());
        assertArrayEquals(new double[] {0, 1}, ((Series.Line) series.get(0)).x());
        assertEquals("Second, top 1 %", series.get(3).name());
    }

    @Test
    void theBestDesignsOfAllRunsAreShown() {
        DesignGrid each = (DesignGrid) figures(twice, "bestOfParts").get(0);
        assertEquals(4, each.designs().size());
        assertTrue(
                each.labels().get(3).endsWith("second, seed 4"), each.labels().get(3));
        DesignGrid nine = (DesignGrid) figures(twice, "nineBest").get(0);
        assertEquals(9, nine.designs().size());
        double best = twice.parts().stream()
                .flatMap(part -> part.runs().stream())
                .mapToDouble(run -> run.run().best())
                .max()
                .orElseThrow();
        assertEquals(best, Double.parseDouble(nine.labels().get(0)), 0.005 * best);
    }

    @Test
    void eachSeedHasItsCurve() {
        Plot loss = figures(twice, "curvesOfSeeds").stream()
                .map(Plot.class::cast)
                .filter(plot -> plot.title().equals("Training loss by step, second"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("Seed 3", "Seed 4"),
                loss.series().stream().map(Series::name).toList());
    }

    @Test
    void partsAreComparedByTheEvaluationsSpent() {
        Plot curves = (Plot) figures(twice, "budgetCurves").get(0);
        assertEquals(4, curves.series().size(), "a line and a band for each part");
        Study.Measure after = new Study.Measure(Study.Measure.BUDGET, "after 60");
        Study.Measure area = new Study.Measure(Study.Measure.BUDGET, "area from 60 to 61");
        Study asked = new Study(
                "x",
                "",
                "",
                List.of(after, area),
                List.of(),
                List.of(),
                List.of(),
                twice.study().parts());
        List<Comparison> rows = new StudyResults(Runs.CATALOGUE, asked, twice.parts()).comparisons();
        assertEquals(4, rows.size());
        RunResults run = twice.parts().get(0).runs().get(0);
        double best = run.statistics(run.sets(Candidates.SAMPLE)).best();
        assertTrue(Arrays.stream(rows.get(0).values()).anyMatch(value -> value == best), "the best of 60 samples");
        assertArrayEquals(rows.get(0).values(), rows.get(1).values(), 1e-12, "nothing changes within one evaluation");
        Study wrong = new Study(
                "x",
                "",
                "",
                List.of(new Study.Measure(Study.Measure.BUDGET, "at 60")),
                List.of(),
                List.of(),
                List.of(),
                twice.study().parts());
        assertThrows(InvalidInputException.class, () -> new StudyResults(Runs.CATALOGUE, wrong, twice.parts())
                .comparisons());
    }

    @Test
    void theModelHasDoubleNodesAlongTheCrack() {
        Plot model = (Plot) figures(twice, "specimenModel").get(0);
        assertEquals("Model of 8 × 8 elements", model.title());
        Series.Scatter doubled = model.series().stream()
                .filter(series -> series.name().equals("Double nodes"))
                .map(Series.Scatter.class::cast)
                .findFirst()
                .orElseThrow();
        // The crack is two elements long; its tip is a single node.
        assertEquals(2 * 2, doubled.x().length);
        Series.Scatter single = model.series().stream()
                .filter(series -> series.name().equals("Nodes"))
                .map(Series.Scatter.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(9 * 9 - 2, single.x().length);
    }

    @Test
    void elementsOfAllModuliAreEquallyTough() {
        Plot curves = (Plot) figures(twice, "elementCurves").get(0);
        assertEquals(5, curves.series().size());
        for (Series series : curves.series()) {
            Series.Line line = (Series.Line) series;
            assertEquals(1, line.x()[1] * line.y()[1], 1e-12, line.name());
        }
        Series.Line soft = (Series.Line) curves.series().get(4);
        assertEquals(Math.sqrt(10), soft.x()[1], 1e-12);
    }

    @Test
    void theDescentEndsInTheNearestMinimum() {
        StudyResults descent = study(List.of(), List.of(part("descent", Map.of(), run("descent", DESCENT))));
        List<Figure> figures = figures(descent, "objectivePath");
        assertEquals(2, figures.size());
        Series.Line path = (Series.Line) ((Plot) figures.get(1)).series().get(2);
        int last = path.x().length - 1;
        assertEquals(0, path.x()[0]);
        assertEquals(0.2964, path.x()[last], 1e-3);
        assertEquals(0.3202, path.y()[last], 1e-3);
        assertEquals(List.of(), figures(twice, "objectivePath"));
    }

    @Test
    void networksOfAllPartsMakeOneMap() {
        StudyResults networks = study(
                List.of("org.gidn.visualisation.structures"),
                List.of(
                        part("two", Map.of(), run("two", NETWORKS.formatted(2))),
                        part("three", Map.of(), run("three", NETWORKS.formatted(3)))));
        List<Figure> figures = figures(networks, "networkAccuracy");
        assertEquals(4, figures.size());
        Plot map = (Plot) figures.get(3);
        assertEquals("Error on the test samples", map.title());
        assertEquals(List.of("1", "2", "3"), map.y().categories());
        assertEquals(
                networks.parts().get(1).runs().get(0).metrics("test MSE").get(3).value(),
                map.heatMap().orElseThrow().grid().value(1, 2));

        RunResults alone = networks.parts().get(1).runs().get(0);
        Plot ofOneRun = (Plot)
                FigureKind.of("org.gidn.visualisation.networks").figures(alone).get(3);
        assertEquals(List.of("1", "3"), ofOneRun.y().categories());
    }

    @Test
    void everythingIsWrittenToOneFolder() throws Exception {
        List<String> names = twice.write(folder.resolve("written"));
        // 2 of measures, 2 iterations of 4 runs, the table
        assertEquals(2 + 2 * 4 + 1, names.size());
        assertEquals(names.size(), Set.copyOf(names).size());
        for (String name : names) {
            assertTrue(Files.size(folder.resolve("written").resolve(name + ".csv")) > 50, name);
        }
        List<String> table = Files.readAllLines(folder.resolve("written/table-x.csv"));
        assertTrue(table.get(1).startsWith("first,inverse,maximum,"), table.get(1));
        assertTrue(
                table.get(1).endsWith(",2,69.42," + twice.comparisons().get(0).difference()), table.get(1));
        Path blocked = Files.createFile(folder.resolve("file"));
        assertTrue(assertThrows(InvalidInputException.class, () -> twice.write(blocked.resolve("below")))
                .getMessage()
                .contains("choose another with --out"));
    }
}
