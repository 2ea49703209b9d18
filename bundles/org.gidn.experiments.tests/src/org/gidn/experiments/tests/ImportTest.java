// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.DesignText;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Designs outside the problem, and values that were found elsewhere. */
class ImportTest {
    @TempDir
    private Path folder;

    private final Bench bench = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(3, 7, 12), "sample", 0)));

    private RunResults imported(Project project, String text, boolean keepOutside, String... settings) {
        DesignTable table = DesignTable.parse(text.getBytes(StandardCharsets.UTF_8), "m.csv");
        int run = new Runner(bench.catalogue())
                .keep(project, bench.experiment(settings), "Imported", table, keepOutside)
                .number();
        return project.results(run);
    }

    private static List<String> sets(List<CandidateSet> sets) {
        return sets.stream()
                .map(set -> set.source() + " " + set.iteration() + " " + set.size())
                .toList();
    }

    @Test
    void noMethodHasAShareInAnImport() {
        Project project = Bench.project(folder);
        bench.run(project, "budget=50");
        String table = "design,number\n11110000,15\n";
        RunRecord imported = imported(project, table, true, "budget=50").run();
        Set<String> method = new HashSet<>(project.run(1).settingsByPath().keySet());
        method.removeAll(imported.settingsByPath().keySet());
        assertTrue(
                method.containsAll(List.of("optimiser.use", "budget", "executor.use")), () -> "taken away: " + method);
        assertTrue(imported.settingsByPath().containsKey("problem.evaluator.use"));
    }

    @Test
    void whatAMethodAsksForOutsideTheProblemNeverCounts() {
        Project project = Bench.project(folder);
        bench.run(project, "problem.volumeFraction=0.75");
        RunResults results = project.results(1);
        assertEquals(12, results.run().best(), "7 has five zeros instead of six");
        assertEquals(List.of("sample 0 2"), sets(results.sets()));
        assertEquals(List.of("outside 0 1"), sets(results.setsApart()));
        assertEquals(2, results.best(10).size());
        assertEquals(2, results.statistics(results.sets()).total());
        assertEquals(12, results.convergence().get(1).best());
        assertEquals(
                "The method asked for designs outside the problem, the first of which has 5 zeros instead of 6;"
                        + " they are kept apart under the source 'outside' and never count as found.",
                results.events().get(0).message());
        assertEquals(3, results.run().evaluations(), "all were evaluated");
    }

    @Test
    void anImportRefusesDesignsOutsideUnlessItIsAskedToKeepThem() {
        Project project = Bench.project(folder);
        String text = "design,number\n11000000,3\n11100000,70\n";
        String[] quarter = {"problem.volumeFraction=0.75"};
        String message = assertThrows(InvalidInputException.class, () -> imported(project, text, false, quarter))
                .getMessage();
        assertTrue(message.startsWith("Line 3 of m.csv holds a design outside the problem: it has 5 zeros"), message);
        assertEquals(List.of(), project.runs(), "nothing was begun");
        RunResults kept = imported(project, text, true, quarter);
        assertEquals(3, kept.run().best());
        assertEquals(List.of("outside 0 1"), sets(kept.setsApart()));
        assertEquals("11000000", kept.best(5).get(0).text());
    }

    @Test
    void repeatedMeasurementsAreKeptWithMeanAndSpread() {
        Project project = Bench.project(folder);
        RunResults results = imported(
                project, "design,number\n11000000,3\n00000000,100\n11000000,4\n11000000,8\n00000000,\n", false);
        assertEquals(List.of("sample 0 2"), sets(results.sets()));
        assertEquals(
                List.of("measurement 0 2", "measurement 1 2", "measurement 2 1"),
                sets(results.setsApart()).stream().sorted().toList());
        assertArrayEquals(new double[] {5, 100}, results.values(results.sets()).values());
        assertArrayEquals(new int[] {3, 2}, results.values(results.sets()).counts());
        List<RunResults.Metric> spread = results.metrics("standard deviation of number, sample");
        assertEquals(Math.sqrt((4 + 1 + 9) / 2.0), spread.get(0).value(), 1e-15);
        assertEquals(Double.NaN, spread.get(1).value(), "one value has no spread");
        // A run takes the mean for the design's value.
        bench.run(project);
        RunResults run = project.results(2);
        assertEquals(5, run.values(run.sets()).values()[0]);
    }

    @Test
    void gapsAreFailuresAndTheirReasonsStay() {
        bench.judgedBy(new Output("number", "", Goal.MAXIMISE), new Output("double", "", Goal.MINIMISE));
        Project project = Bench.project(folder);
        RunResults results = imported(
                project,
                "design,number,double,predicted,failure\n11000000,3,6,2.5,\n11100000,,,7,\"broke, alas\"\n00000000,NaN,,,\n",
                false);
        assertEquals(Map.of(1, "broke, alas", 2, "The file has no value for it."), results.failures(results.sets()));
        assertArrayEquals(new double[] {6, Double.NaN, Double.NaN}, results.values(results.sets(), 1));
        assertArrayEquals(
                new double[] {2.5, 7, Double.NaN},
                results.values(results.sets()).predicted());
        assertArrayEquals(new double[] {3, 6}, results.best(1).get(0).values());
        assertEquals(6, results.statistics(results.sets(), 1).best());
    }

    @Test
    void countsThatAreNoneAreRefused() {
        Project project = Bench.project(folder);
        assertEquals(
                "Line 2 of m.csv has 0 as count, where a whole number from 1 on is expected.",
                assertThrows(
                                InvalidInputException.class,
                                () -> imported(project, "design,number,count\n11000000,3,0\n", false))
                        .getMessage());
    }

    @Test
    void relaxedDesignsAreKeptApart() {
        Project project = Bench.project(folder);
        RunResults relaxed = imported(
                project, "x1,x2,x3,x4,x5,x6,x7,x8,number\n.5,.5,.5,.5,.5,.5,.5,.5,9999\n0,0,0,0,0,0,0,1,128\n", true);
        assertEquals(128, relaxed.run().best());
        assertEquals(
                "0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5",
                DesignText.format(relaxed.run().space(), relaxed.designs(relaxed.setsApart()), 0));
    }
}
