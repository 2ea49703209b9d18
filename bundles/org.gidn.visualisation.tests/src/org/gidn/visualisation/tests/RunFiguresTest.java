// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.run.Candidates;
import org.gidn.core.statistics.Fit;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Project;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Measures;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.PublishedValues;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures and reports of real runs. */
class RunFiguresTest {
    @TempDir
    private static Path folder;

    private static Project gidn;
    private static Project random;

    @BeforeAll
    static void run() throws Exception {
        gidn = Runs.gidn(folder.resolve("gidn"));
        random = Runs.random(folder.resolve("random"));
    }

    private static List<Figure> figures(Project project, String kind) {
        return FigureKind.of("org.gidn.visualisation." + kind).figures(project.results(1));
    }

    private static List<FigureKind> shipped() {
        return FigureKind.installed().stream()
                .filter(kind -> !kind.id().contains(".tests."))
                .toList();
    }

    private static Plot plot(String kind, int index) {
        return (Plot) figures(gidn, kind).get(index);
    }

    /** Active learning of many small iterations, whose figures would show next to nothing. */
    @Test
    void smallIterationsAreShownTogether() {
        Project frugal = Runs.run(folder.resolve("frugal"), """
            format: 2
            seed: 5
            budget: 43
            problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.25}
            optimiser: {use: org.gidn.designer.frugal, evaluated: 3}
            """);
        List<Figure> histograms = figures(frugal, "histogram");
        assertEquals(1, histograms.size());
        assertEquals("Training samples and inverse designs", histograms.get(0).title());
        List<Series> series = ((Plot) histograms.get(0)).series();
        assertEquals(
                10, Arrays.stream(((Series.Histogram) series.get(0)).heights()).sum());
        assertEquals(
                33, Arrays.stream(((Series.Histogram) series.get(1)).heights()).sum());
        assertEquals(1, figures(frugal, "predictedValues").size());
        assertEquals(1, figures(frugal, "predictedRanks").size());
        Series.Line loss = (Series.Line)
                ((Plot) figures(frugal, "trainingLoss").get(0)).series().get(0);
        assertEquals(12, loss.x().length, "by iteration, and that of the predictor that is kept");
        assertEquals(2, loss.x()[0]);
        Measures measures = Measures.of(frugal.results(1));
        assertEquals(8, measures.iterations().size(), "the last ones only");
        assertEquals("iteration 13", measures.iterations().get(7));
        assertEquals(9, measures.cells().get(0).size());
    }

    @Test
    void ranksAreThoseByTheObjectiveAndByEachOtherOutput() {
        Project several = Runs.run(folder.resolve("several"), """
            format: 2
            seed: 5
            problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8, outputs: all}, volumeFraction: 0.25}
            optimiser: {use: org.gidn.baselines.random, samples: 12}
            """);
        List<Figure> figures = figures(several, "outputRanks");
        assertEquals(
                List.of("Ranks by stiffness", "Ranks by strength", "Ranks by strain energy"),
                figures.stream().map(Figure::title).toList());
        Plot plot = (Plot) figures.get(1);
        Series.Scatter ranks = (Series.Scatter) plot.series().get(0);
        double[] places = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
        assertArrayEquals(places, Arrays.stream(ranks.x()).sorted().toArray());
        assertArrayEquals(places, Arrays.stream(ranks.y()).sorted().toArray());
        int best = IntStream.range(0, 12)
                .filter(i -> ranks.y()[i] == 1)
                .findFirst()
                .orElseThrow();
        double found =
                ranks.pointDesigns().orElseThrow().read(new int[] {best}).get(0).value();
        assertEquals(several.run(1).best(), found);
        assertEquals(List.of(), figures(gidn, "outputRanks"));
    }

    @Test
    void everyInstalledKindSaysWhatItIs() {
        assertEquals(15, shipped().size());
        for (FigureKind kind : FigureKind.installed()) {
            assertTrue(kind.description().endsWith("."), kind.id());
            assertTrue(!kind.name().isBlank(), kind.id());
        }
    }

    @Test
    void anUnknownKindIsRefusedWithTheNearest() {
        String message = assertThrows(
                        InvalidInputException.class, () -> FigureKind.of("org.gidn.visualisation.histogramm"))
                .getMessage();
        assertTrue(message.contains("org.gidn.visualisation.histogram"), message);
    }

    @Test
    void theBestDesignsAreThoseOfTheStore() {
        DesignGrid grid = (DesignGrid) figures(gidn, "bestDesigns").get(0);
        assertEquals(10, grid.designs().size());
        double best = gidn.run(1).best();
        assertEquals(
                best,
                Double.parseDouble(grid.labels().get(0).lines().findFirst().orElseThrow()),
                0.005 * best);
    }

    @Test
    void histogramsCountEveryStart() {
        List<Figure> figures = figures(gidn, "histogram");
        assertEquals(2, figures.size());
        assertEquals(
                "Training samples and inverse designs, iteration 2",
                figures.get(1).title());
        for (Figure figure : figures) {
            List<Series> series = ((Plot) figure).series();
            assertEquals(120, sum((Series.Histogram) series.get(0)));
            assertEquals(300, sum((Series.Histogram) series.get(1)));
        }
    }

    @Test
    void samplesHaveOneColourWithInverseDesignsAndWithout() {
        Series.Histogram alone = (Series.Histogram)
                ((Plot) figures(random, "histogram").get(0)).series().get(0);
        Series.Histogram beside =
                (Series.Histogram) plot("histogram", 0).series().get(0);
        assertEquals("Training samples", beside.name());
        assertEquals(beside.hue(), alone.hue());
    }

    private static double sum(Series.Histogram histogram) {
        return Arrays.stream(histogram.heights()).sum();
    }

    @Test
    void predictionsStandAgainstWhatWasEvaluated() {
        RunResults results = gidn.results(1);
        RunResults.Values values =
                results.values(List.of(results.sets(Candidates.INVERSE).get(0)));
        Series.Scatter scatter =
                (Series.Scatter) plot("predictedValues", 0).series().get(0);
        assertArrayEquals(values.values(), scatter.x());
        assertArrayEquals(values.predicted(), scatter.y());
        int last = scatter.x().length - 1;
        assertEquals(
                List.of(scatter.x()[last], scatter.x()[0]),
                scatter.pointDesigns().orElseThrow().read(new int[] {last, 0}).stream()
                        .map(RunResults.FoundDesign::value)
                        .toList(),
                "each point knows its design");
    }

    @Test
    void theBestDesignHasRankOne() {
        Series.Scatter values =
                (Series.Scatter) plot("predictedValues", 0).series().get(0);
        Series.Scatter ranks =
                (Series.Scatter) plot("predictedRanks", 0).series().get(0);
        int best = 0;
        for (int i = 0; i < values.x().length; i++) {
            best = values.x()[i] > values.x()[best] ? i : best;
        }
        assertEquals(1, ranks.x()[best]);
        assertEquals(ranks.x().length, Arrays.stream(ranks.x()).max().orElseThrow());
    }

    @Test
    void theBestValueOnlyRises() {
        Series.Line line = (Series.Line) plot("convergence", 0).series().get(0);
        for (int i = 1; i < line.x().length; i++) {
            assertTrue(line.x()[i] >= line.x()[i - 1] && line.y()[i] >= line.y()[i - 1]);
        }
        assertEquals(gidn.run(1).best(), line.y()[line.y().length - 1]);
        assertEquals(gidn.run(1).evaluations(), line.x()[line.x().length - 1]);
    }

    @Test
    void theLossIsShownByIteration() {
        List<Series> series = plot("trainingLoss", 0).series();
        assertEquals(2, series.size());
        assertEquals(60, ((Series.Line) series.get(1)).x().length);
    }

    @Test
    void aRunWithoutPicturesOrPredictorHasFewerFigures() {
        assertEquals(List.of(), figures(random, "bestDesigns"));
        assertEquals(List.of(), figures(random, "predictedValues"));
        assertEquals(List.of(), figures(random, "trainingLoss"));
        Plot all = (Plot) figures(random, "histogram").get(0);
        assertEquals("Evaluated designs", all.title());
        assertEquals(200, sum((Series.Histogram) all.series().get(0)));
    }

    @Test
    void descentPathsLeadFromEachStartToItsEnd() {
        Project peaks = Runs.peaks(folder.resolve("peaks"));
        Plot plot = (Plot) figures(peaks, "descentPaths").get(0);
        assertEquals(2 + 3, plot.series().size());
        Series.Path path = (Series.Path) plot.series().get(2);
        assertEquals(31, path.x().length);
        assertEquals(List.of(), figures(gidn, "descentPaths"));
    }

    @Test
    void theContoursBehindDescentPathsAreThoseOfTheObjective() {
        Project peaks = Runs.peaks(folder.resolve("contours"));
        Plot plot = (Plot) figures(peaks, "descentPaths").get(0);
        Grid grid = ((Series.Contours) plot.series().get(1)).grid();
        double[] places = new double[2 * grid.values().length];
        for (int i = 0; i < grid.values().length; i++) {
            places[2 * i] = grid.x()[i % grid.x().length];
            places[2 * i + 1] = grid.y()[i / grid.x().length];
        }
        Experiment experiment =
                new ExperimentReader(Runs.CATALOGUE).read(peaks.results(1).run());
        try (Evaluator evaluator = Runs.CATALOGUE.create(experiment.evaluator(), Evaluator.class, peaks.folder())) {
            double[] exact = evaluator
                    .evaluate(DesignBatch.ofValues(2, places), Cancellation.NONE)
                    .values(0);
            Fit fit = Fit.of(grid.values(), exact);
            assertTrue(fit.r2() > 0.9, "400 samples tell how the function goes: " + fit);
        }
    }

    @Test
    void whatWasLearnedStandsAgainstItsValues() {
        List<Figure> figures = figures(gidn, "learnedValues");
        assertEquals(2, figures.size());
        Series.Scatter learned =
                (Series.Scatter) ((Plot) figures.get(0)).series().get(0);
        assertEquals("Learned", learned.name());
        RunResults results = gidn.results(1);
        assertArrayEquals(results.values(results.sets(Candidates.SAMPLE)).values(), learned.x());
        assertEquals(List.of(), figures(random, "learnedValues"));
        assertEquals(List.of(), figures(gidn, "networks"), "the errors of iterations are none of structures");
    }

    @Test
    void theSpreadStandsAgainstWhatLiesWithinIt() {
        Project process = Runs.process(folder.resolve("process"));
        List<Figure> figures = figures(process, "spreadCalibration");
        assertEquals(2, figures.size());
        Plot plot = (Plot) figures.get(0);
        Series.Line line = (Series.Line) plot.series().get(1);
        Table points = Csv.read(process.results(1).files().stream()
                .filter(file -> file.endsWith("fit-test-0.csv"))
                .findAny()
                .orElseThrow());
        assertEquals(60, points.size());
        // 0.674 deviations on either side hold half of a normal distribution, 1.960 hold 95 %.
        for (double[] interval : new double[][] {{0.5, 0.674490}, {0.95, 1.959964}}) {
            int within = 0;
            for (int i = 0; i < points.size(); i++) {
                double error = points.numbers("actual")[i] - points.numbers("predicted")[i];
                within += Math.abs(error) <= interval[1] * points.numbers("spread")[i] ? 1 : 0;
            }
            int at = (int) Math.round(100 * interval[0]);
            assertEquals(interval[0], line.x()[at], 1e-12);
            assertEquals(within / 60.0, line.y()[at], 1e-12);
        }
        assertMatches(
                "Share of 60 samples held back .*: \\d+ % lie within 68 %, \\d+ % within 95 %\\..*", plot.caption());
        assertEquals(List.of(), figures(gidn, "spreadCalibration"), "a network has no spread");
    }

    @Test
    void captionsSayHowGoodThePredictorIs() {
        assertMatches(
                "What the predictor expected of \\d+ distinct inverse designs, and what the evaluator found; R² = \\S+,"
                        + " mean absolute error \\S+\\.",
                plot("predictedValues", 0).caption());
        assertMatches(
                "Ranks of \\d+ distinct inverse designs by the predictor and by the evaluator, 1 being the best;"
                        + " Spearman's ρ = \\S+\\.",
                plot("predictedRanks", 0).caption());
        assertMatches(
                "What the predictor says of samples, against their values; mean squared error of those learned \\S+\\.",
                plot("learnedValues", 0).caption());
    }

    private static void assertMatches(String pattern, String text) {
        assertTrue(text.matches(pattern), text);
    }

    @Test
    void theReportHasEverythingInOneFile() throws Exception {
        Path file = Report.write(gidn, 1);
        assertEquals(gidn.runFolder(1).resolve("report.html"), file);
        String page = Files.readString(file);
        assertTrue(page.contains("<h1>Tough &lt; tougher &amp; &quot;toughest&quot;</h1>"), "titles are escaped");
        for (FigureKind kind : shipped()) {
            for (Figure figure : kind.figures(gidn.results(1))) {
                assertTrue(page.contains("<h2>" + figure.title() + "</h2>"), figure.title());
            }
        }
        assertTrue(page.contains(gidn.results(1).best(1).get(0).text()), "the best design as a string");
        assertTrue(page.contains("Table S2, 1,000 samples") && page.contains("69.42"), "published figures");
        assertTrue(page.contains("gidn run") && page.contains("volumeFraction: 0.25"), "how to run it again");
        assertTrue(page.contains("<svg"), "pictures inside");
        for (String outside : List.of("<script", "src=\"http", "href=\"http", "url(http", "<link")) {
            assertTrue(!page.contains(outside), "nothing from outside: " + outside);
        }
    }

    @Test
    void measuresHaveAColumnAnIteration() throws Exception {
        Measures measures = Measures.of(gidn.results(1));
        assertEquals(List.of("iteration 1", "iteration 2"), measures.iterations());
        List<String> names = measures.rows().stream().map(Measures.Row::name).toList();
        assertTrue(names.contains("inverse Spearman") && names.contains("training MSE"), names::toString);
        assertTrue(!names.contains("training loss"), "a curve is no measure");
        double second = gidn.results(1).metrics("inverse MSE").get(1).value();
        assertEquals(second, measures.rows().get(names.indexOf("inverse MSE")).values()[1]);
        assertTrue(Report.html(gidn, 1).contains("<th>inverse MSE</th>"));
        assertTrue(Measures.of(random.results(1)).rows().isEmpty());
    }

    @Test
    void measuresOfPeaksTellWhichMinimaWereReached() throws Exception {
        Project peaks = Runs.peaks(folder.resolve("reached"));
        List<String> names = Measures.of(peaks.results(1)).rows().stream()
                .map(Measures.Row::name)
                .toList();
        assertTrue(
                names.containsAll(List.of(
                        "best to optimum", "share near optimum 1", "share near optimum 2", "share near optimum 3")),
                names::toString);
    }

    @Test
    void theExperimentInTheReportGivesTheSameRunAgain() throws Exception {
        String page = Report.html(random, 1);
        int start = page.indexOf("<pre>format: 2");
        String yaml = page.substring(start + 5, page.indexOf("</pre>", start)).replace("&quot;", "\"");
        Project again = Runs.run(folder.resolve("again"), yaml);
        assertEquals(random.run(1).settings(), again.run(1).settings());
        assertEquals(random.run(1).best(), again.run(1).best());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    faulty  | failed with an error of its own, java.lang.IllegalStateException: nothing learnt, in
                    nothing | gave a wrong answer to 'figures': it is null
                    hole    | gave a wrong answer to 'figures': there is a null in it
                    uneven  | Series 'uneven' has 3 abscissae but 2 ordinates.
                    missing | failed with an error of its own, java.lang.ClassNotFoundException
                    """)
    void aFaultyPlugInIsNamedAndTakesNothingFromTheReport(String id, String told) throws Exception {
        String name = "org.gidn.visualisation.tests." + id;
        String fault = assertThrows(
                        PluginException.class, () -> FigureKind.of(name).figures(random.results(1)))
                .getMessage();
        assertTrue(fault.startsWith("The figure '" + name + "' of bundle org.gidn.visualisation.tests "), fault);
        assertTrue(fault.contains(told), fault);
        List<String> faults = new ArrayList<>();
        String page = Files.readString(Report.write(random, 1, folder.resolve("faulty.html"), faults::add));
        assertTrue(page.contains(name) && page.contains("<h2>Evaluated designs</h2>"));
        assertTrue(faults.contains(fault), faults::toString);
    }

    @Test
    void aReportOfAMinimisationSaysMinimum() {
        String page = Report.html(random, 1);
        assertTrue(page.contains(">minimum<") && !page.contains(">maximum<"));
        assertTrue(!page.contains("Table S2"));
    }

    @Test
    void aWrongPublishedFileIsRefusedWithItsLine() throws Exception {
        Path project = folder.resolve("wrong");
        Project wrong = Project.create(project, "format: 1\n");
        Files.writeString(project.resolve("published.csv"), "statistic,value\nmaximum,many\n");
        String message = assertThrows(InvalidInputException.class, () -> PublishedValues.of(wrong))
                .getMessage();
        assertTrue(message.startsWith("Line 2 of ") && message.contains("'many'"), message);
    }
}
