// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignTable;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunCurve;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.TimedImprovement;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.comparison.BudgetComparison;
import org.gidn.visualisation.comparison.BudgetComparison.Band;
import org.gidn.visualisation.comparison.MethodRuns;
import org.gidn.visualisation.comparison.RunComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs are compared by method, seeds taken together. */
class RunComparisonTest {
    private static final String YAML = """
            format: 1
            title: %s
            seed: %d
            problem:
              evaluator: {use: org.gidn.fem.crackToughness, size: 8}
              volumeFraction: 0.25
            optimiser:
              use: org.gidn.baselines.random
              samples: %d
            """;

    @TempDir
    Path folder;

    private RunResults random(String name, int seed, int samples) {
        return Runs.run(folder.resolve(name), YAML.formatted(name, seed, samples))
                .results(1);
    }

    private static RunComparison compared(List<RunResults> runs, boolean unfinished) {
        return RunComparison.of(runs.stream().map(RunCurve::of).toList(), unfinished);
    }

    @Test
    void theSameRunsAreComparedByTimeAndByBudget() {
        List<RunResults> runs =
                Stream.of(1, 2, 3).map(seed -> random("t" + seed, seed, 300)).toList();
        RunComparison comparison = compared(runs, false);
        Map<RunRecord, List<TimedImprovement>> times = new LinkedHashMap<>();
        for (RunResults run : runs) {
            List<TimedImprovement> points = run.improvementsByTime();
            times.put(run.run(), points);
            List<Double> best = points.stream().map(TimedImprovement::best).toList();
            assertEquals(run.run().best(), best.get(best.size() - 1));
            assertEquals(best.stream().sorted().toList(), best, "it never gets worse");
            double whole = MethodRuns.seconds(run.run());
            assertEquals(whole, points.get(points.size() - 1).seconds(), 1e-9, "the last point is the run's end");
            assertTrue(points.get(0).seconds() >= 0);
        }
        Plot plot = comparison.convergenceOverTime(times);
        assertEquals("Time [s]", plot.x().label());
        Series.Line line = (Series.Line) plot.series().get(1);
        assertEquals(comparison.methods().get(0).medianBest(), line.y()[line.y().length - 1]);
        BudgetComparison budgets = BudgetComparison.of(comparison.methods());
        Plot byBudget = budgets.plot();
        assertEquals(List.of("50", "100", "250"), byBudget.x().categories());
        Series.Line median = (Series.Line) byBudget.series().get(1);
        assertEquals(budgets.after(comparison.methods().get(0), 100).median(), median.y()[1]);
    }

    @Test
    void seedsOfOneMethodBecomeAMedianAndABand() {
        List<RunResults> runs =
                Stream.of(1, 2, 3).map(seed -> random("r" + seed, seed, 300)).toList();
        RunComparison comparison = compared(runs, false);
        assertEquals(1, comparison.methods().size());
        MethodRuns method = comparison.methods().get(0);
        assertEquals("Random search", method.name());
        double[] best = runs.stream()
                .mapToDouble(run -> -run.run().best())
                .sorted()
                .map(value -> -value)
                .toArray();
        assertArrayEquals(best, method.best());
        assertEquals(best[1], method.medianBest());
        assertEquals(best[0], comparison.best());

        Plot plot = comparison.convergence();
        Series.Band band = (Series.Band) plot.series().get(0);
        Series.Line median = (Series.Line) plot.series().get(1);
        assertTrue(median.name().startsWith("Random search (3 runs, "), median.name());
        int end = median.x().length - 1;
        assertEquals(300, median.x()[end]);
        assertEquals(best[1], median.y()[end]);
        assertEquals(best[2], band.lower()[end]);
        assertEquals(best[0], band.upper()[end]);
        for (int i = 0; i <= end; i++) {
            double after = median.x()[i];
            // The first of two points at one place stands at the lower end of a step.
            boolean foot = i < end && median.x()[i + 1] == after;
            double expected = runs.stream()
                    .mapToDouble(run -> Arrays.stream(run.values(run.sets()).values())
                            .limit((long) after - (foot ? 1 : 0))
                            .max()
                            .orElseThrow())
                    .sorted()
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            assertEquals(expected, median.y()[i], "after " + after);
        }
    }

    /** A run of random search that is cancelled when it has found something. */
    private RunResults cancelled(String name, int seed) {
        Project project = Project.create(folder.resolve(name), YAML.formatted(name, seed, 300));
        Experiment experiment = new ExperimentReader(Runs.CATALOGUE).read(project.experimentFile(), Overrides.NONE);
        AtomicBoolean found = new AtomicBoolean();
        RunListener listener = new RunListener() {
            @Override
            public void improved(FoundDesign design, long evaluations) {
                found.set(true);
            }
        };
        new Runner(Runs.CATALOGUE).run(project, experiment, listener, found::get);
        return project.results(1);
    }

    @Test
    void whatWasCancelledCountsOnlyWhereItIsAskedFor() {
        RunResults stopped = cancelled("stopped", 3);
        assertEquals(RunState.CANCELLED, stopped.run().state());
        List<RunResults> runs = List.of(random("one", 1, 300), stopped, random("two", 2, 300));
        RunComparison comparison = compared(runs, false);
        MethodRuns method = comparison.methods().get(0);
        assertEquals(2, method.runs().size());
        assertEquals(300, method.medianEvaluations());
        MethodRuns leftOut = comparison.leftOut().get(0);
        assertEquals("Random search, cancelled", leftOut.name());
        assertEquals(List.of(stopped.run()), leftOut.runs());
        List<Series> series = comparison.convergence().series();
        assertEquals(
                List.of(false, true),
                series.stream()
                        .filter(Series.Line.class::isInstance)
                        .map(line -> ((Series.Line) line).dashed())
                        .toList());
        assertTrue(series.get(2).name().startsWith("Random search, cancelled ("), series.get(2)::name);

        RunComparison all = compared(runs, true);
        assertEquals(3, all.methods().get(0).runs().size());
        assertEquals(List.of(), all.leftOut());
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"RUNNING", "WAITING"})
    void whatIsStillAtWorkCountsOnlyWhereItIsAskedForAndForNoMoreThanItHasSpent(RunState state) {
        RunCurve ended = RunCurve.of(random("one", 1, 300));
        RunCurve begun = RunCurve.of(random("two", 2, 300));
        RunRecord run = begun.run();
        RunRecord now = new RunRecord(
                run.number(),
                run.title(),
                state,
                run.seed(),
                run.started(),
                null,
                100,
                run.best(),
                run.optimiser(),
                run.settings(),
                run.outputs(),
                run.space(),
                run.versions(),
                run.host(),
                null);
        RunCurve atWork = new RunCurve(now, begun.points(), begun.front());
        RunComparison comparison = RunComparison.of(List.of(ended, atWork), false);
        assertEquals(List.of(ended.run()), comparison.methods().get(0).runs());
        assertEquals(
                "Random search, " + state.title(), comparison.leftOut().get(0).name());
        assertEquals(
                100, RunComparison.of(List.of(atWork), true).methods().get(0).mostEvaluations());
    }

    @Test
    void aMethodThatNeverEndedHasNoMedianButACurve() {
        RunComparison comparison = compared(List.of(cancelled("stopped", 3)), false);
        assertEquals(List.of(), comparison.methods());
        assertEquals(Double.NaN, comparison.best());
        assertEquals(1, comparison.convergence().series().size());
    }

    @Test
    void valuesFoundElsewhereAreNoRunOfTheMethod() {
        RunResults run = random("measured", 1, 50);
        Project project = Project.open(folder.resolve("measured"));
        DesignTable table = DesignTable.parse(
                ("design,toughness\n" + "0".repeat(8) + "1".repeat(24) + ",1.11\n").getBytes(StandardCharsets.UTF_8),
                "m.csv");
        Experiment experiment = new ExperimentReader(Runs.CATALOGUE).read(project.experimentFile(), Overrides.NONE);
        int imported = new Runner(Runs.CATALOGUE)
                .keep(project, experiment, "Measured", table, false)
                .number();
        RunComparison comparison = compared(List.of(run, project.results(imported)), false);
        assertEquals(
                List.of("Random search", "Import"),
                comparison.methods().stream().map(MethodRuns::name).toList());
        assertEquals(run.run().best(), comparison.methods().get(0).medianBest());
        assertEquals(1, comparison.methods().get(1).mostEvaluations());
    }

    @Test
    void methodsOfOneOptimiserAreNamedByWhatTheyDifferIn() {
        RunComparison comparison =
                compared(List.of(random("few", 1, 50), random("many", 1, 100), random("more", 2, 100)), false);
        assertEquals(
                List.of("Random search, samples 50", "Random search, samples 100"),
                comparison.methods().stream().map(MethodRuns::name).toList());
        assertEquals(2, comparison.methods().get(1).runs().size());
        assertEquals(3, comparison.convergence().series().size(), "two lines, and a band for the two seeds");
    }

    @Test
    void evaluationsToComeNearAReferenceAreMediansOverAllRuns() {
        RunRecord run = random("any", 1, 10).run();
        MethodRuns method = new MethodRuns(
                "any",
                List.of(run, run, run),
                List.of(
                        List.of(new Improvement(5, 80), new Improvement(10, 96), new Improvement(90, 100.0004)),
                        List.of(new Improvement(7, 91), new Improvement(30, 95), new Improvement(99, 95)),
                        List.of(new Improvement(1, 20), new Improvement(50, 94))),
                List.of());
        assertEquals(OptionalLong.of(10), method.evaluationsToReach(0.9, 100.001), "10, 7 and 50");
        assertEquals(OptionalLong.of(30), method.evaluationsToReach(0.95, 100), "10, 30 and never");
        assertEquals(OptionalLong.empty(), method.evaluationsToReach(1, 100.001));
        assertEquals(1, method.reaching(1, 100.001), "alike in five digits");
        assertEquals(0, method.reaching(1, 100.01));
    }

    /** Runs of 100 evaluations with these curves. */
    @SafeVarargs
    private final MethodRuns curves(List<Improvement>... curves) {
        RunRecord run = random("any", 1, 100).run();
        return new MethodRuns("any", Collections.nCopies(curves.length, run), List.of(curves), List.of());
    }

    @Test
    void methodsAreComparedByWhatTheyHaveFoundAfterSoManyEvaluations() {
        MethodRuns method = curves(
                List.of(new Improvement(1, 10), new Improvement(10, 20)),
                List.of(new Improvement(2, 40)),
                List.of(new Improvement(1, 1), new Improvement(50, 30)));
        BudgetComparison comparison = new BudgetComparison(List.of(method), List.of(1L, 10L, 100L, 101L));
        assertEquals(new Band(1, Double.NaN, 10), comparison.after(method, 1), "the second has found nothing yet");
        assertEquals(new Band(20, 1, 40), comparison.after(method, 10));
        assertEquals(new Band(30, 20, 40), comparison.after(method, 100));
        assertEquals(new Band(Double.NaN, Double.NaN, Double.NaN), comparison.after(method, 101), "none went so far");
        assertEquals(new Band(Double.NaN, Double.NaN, Double.NaN), comparison.area(method), "none went so far");
        assertEquals(
                List.of("any", 3, "10", 20.0, 1.0, 40.0), comparison.table().get(2));
        assertEquals("area", comparison.table().get(5).get(2));
    }

    @Test
    void theAreaIsTheMeanOverTheLogarithmOfEvaluations() {
        MethodRuns method = curves(
                List.of(new Improvement(1, 10), new Improvement(10, 20), new Improvement(100, 50)),
                List.of(new Improvement(1, 1), new Improvement(5, 2), new Improvement(50, 30)));
        assertEquals((10 * 1 + 20 * 1) / 2.0, method.areas(1, 100)[0], 1e-12, "a decade at each value");
        assertEquals(
                (1 * Math.log(5) + 2 * Math.log(10) + 30 * Math.log(2)) / Math.log(100),
                method.areas(1, 100)[1],
                1e-12);
        assertEquals(20, method.areas(10, 100)[0], 1e-12);
    }

    @Test
    void budgetsAreRoundAndAscend() {
        MethodRuns method = curves(List.of(new Improvement(1, 1)));
        assertEquals(
                List.of(10L, 25L, 50L, 100L),
                BudgetComparison.of(List.of(method)).budgets(),
                "from a tenth of 100 evaluations on");
        assertEquals(List.of(), BudgetComparison.of(List.of()).budgets());
        String message = assertThrows(
                        InvalidInputException.class, () -> new BudgetComparison(List.of(method), List.of(100L, 50L)))
                .getMessage();
        assertEquals(
                "Budgets are whole numbers from 1 on, each greater than the one before it, but 50 is not.", message);
    }

    @Test
    void theLeastValueIsBestWhereTheGoalIsToMinimise() {
        RunComparison comparison =
                compared(List.of(Runs.random(folder.resolve("random")).results(1)), false);
        RunRecord run = comparison.methods().get(0).runs().get(0);
        assertEquals(run.best(), comparison.best());
        assertTrue(run.best() < 0, "the minimum of the peaks function");
        assertEquals(1, comparison.methods().get(0).reaching(1, run.best()));
        assertEquals(0, comparison.methods().get(0).reaching(0.95, 2 * run.best()));
    }

    @Test
    void runsOfDifferentObjectivesAreNotCompared() {
        Project random = Runs.random(folder.resolve("random"));
        List<RunResults> runs = List.of(random("tough", 1, 10), random.results(1));
        String message = assertThrows(InvalidInputException.class, () -> compared(runs, false))
                .getMessage();
        assertTrue(message.contains("height") && message.contains("toughness"), message);
        assertTrue(message.contains("'tough'") && message.endsWith("compare runs of one objective."), message);
    }
}
