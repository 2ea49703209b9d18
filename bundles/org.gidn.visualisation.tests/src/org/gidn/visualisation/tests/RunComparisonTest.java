// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.visualisation.MethodRuns;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.RunComparison;
import org.gidn.visualisation.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs are compared by method, seeds taken together. */
class RunComparisonTest {
    @TempDir
    Path folder;

    private RunResults random(String name, int seed, int samples) {
        return Runs.run(folder.resolve(name), """
            format: 1
            title: %s
            seed: %d
            problem:
              evaluator: {use: org.gidn.fem.crackToughness, size: 8}
              volumeFraction: 0.25
            optimiser:
              use: org.gidn.baselines.random
              samples: %d
            """.formatted(name, seed, samples))
                .results(1);
    }

    @Test
    void seedsOfOneMethodBecomeAMedianAndABand() {
        List<RunResults> runs =
                Stream.of(1, 2, 3).map(seed -> random("r" + seed, seed, 300)).toList();
        RunComparison comparison = RunComparison.of(runs);
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

    @Test
    void methodsOfOneOptimiserAreNamedByWhatTheyDifferIn() {
        RunComparison comparison =
                RunComparison.of(List.of(random("few", 1, 50), random("many", 1, 100), random("more", 2, 100)));
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
                        List.of(new Improvement(1, 20), new Improvement(50, 94))));
        assertEquals(OptionalLong.of(10), method.evaluationsToReach(0.9, 100.001), "10, 7 and 50");
        assertEquals(OptionalLong.of(30), method.evaluationsToReach(0.95, 100), "10, 30 and never");
        assertEquals(OptionalLong.empty(), method.evaluationsToReach(1, 100.001));
        assertEquals(1, method.reaching(1, 100.001), "alike in five digits");
        assertEquals(0, method.reaching(1, 100.01));
    }

    @Test
    void theLeastValueIsBestWhereTheGoalIsToMinimise() {
        RunComparison comparison =
                RunComparison.of(List.of(Runs.random(folder.resolve("random")).results(1)));
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
        String message = assertThrows(InvalidInputException.class, () -> RunComparison.of(runs))
                .getMessage();
        assertTrue(message.contains("height") && message.contains("toughness"), message);
        assertTrue(message.contains("'tough'") && message.endsWith("compare runs of one objective."), message);
    }
}
