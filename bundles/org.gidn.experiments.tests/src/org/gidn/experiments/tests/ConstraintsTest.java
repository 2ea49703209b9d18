// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignTable;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.experiments.text.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an experiment demands of designs and of what is measured, with what the product ships. */
class ConstraintsTest {
    private static final String COMPOSITE = """
        format: 2
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 4}
          constraints:
            - {use: org.gidn.core.shareRange, of: soft, least: 0.25, most: 0.5}
        optimiser: {use: org.gidn.baselines.random, samples: 60}
        """;
    private static final String PEAKS = """
        format: 2
        problem:
          evaluator: org.gidn.baselines.peaks
          constraints:
            - {use: org.gidn.core.measured, output: height, least: -5}
        optimiser: {use: org.gidn.baselines.cmaes}
        budget: 600
        """;

    private final Catalogue catalogue = Catalogue.installed();

    @TempDir
    private Path folder;

    private Experiment read(String yaml, String... assignments) {
        return new ExperimentReader(catalogue)
                .read(yaml, Overrides.parse(List.of(assignments)))
                .orThrow("test");
    }

    private RunResults run(String yaml, String... assignments) {
        Project project = Project.create(folder, yaml);
        new Runner(catalogue).run(project, read(yaml, assignments), RunListener.NONE, Cancellation.NONE);
        return project.results(1);
    }

    @Test
    void aRangeOfSharesHoldsForAllDesigns() {
        RunResults results = run(COMPOSITE);
        DesignBatch designs = results.designs(results.sets());
        assertTrue(designs.packed());
        assertEquals(60, designs.size());
        for (int i = 0; i < designs.size(); i++) {
            double stiff = Arrays.stream(designs.toArray(i)).sum();
            assertTrue(stiff >= 4 && stiff <= 6, "stiff elements of 8: " + stiff);
        }
    }

    @Test
    void theLeastOfAllIsFoundWhereTheEvaluatorEnumeratesTheGreatest() {
        String all = """
                format: 2
                problem:
                  evaluator: {use: org.gidn.fem.crackToughness, size: 4}
                  volumeFraction: 0.25
                optimiser: {use: org.gidn.baselines.exhaustive, top: 28}
                """;
        RunResults every = run(all);
        double least = Arrays.stream(every.values(every.sets(), 0)).min().orElseThrow();
        Project second = Project.create(folder.resolve("least"), all);
        new Runner(catalogue)
                .run(second, read(all, "objectives=minimise toughness", "top=3"), RunListener.NONE, Cancellation.NONE);
        assertEquals(28, every.run().evaluations());
        assertEquals(least, second.results(1).run().best(), 1e-12);
    }

    @Test
    void whatMissesAMeasuredBoundIsKeptButNotFound() {
        RunResults results = run(PEAKS);
        double best = results.run().best();
        assertTrue(best >= -5 && best < -4.9, "best " + best);
        double[] outside = results.values(results.setsApart()).values();
        assertTrue(outside.length > 0 && Arrays.stream(outside).allMatch(value -> value < -5));
        assertEquals(600, results.run().evaluations());
    }

    @Test
    void whatWasMeasuredElsewhereKeepsToBoundsByItsMean() {
        Project project = Project.create(folder, PEAKS);
        String table = "x1,x2,height\n0,0,-6\n1,1,-3\n2,2,-4.9\n2,2,-5.5\n3,3,NaN\n";
        new Runner(catalogue)
                .keep(
                        project,
                        read(PEAKS),
                        "measured",
                        DesignTable.parse(table.getBytes(StandardCharsets.UTF_8), "table"),
                        false);
        RunResults results = project.results(1);
        assertEquals(-3, results.run().best());
        assertEquals(-3, results.best(5).get(0).value());
        assertEquals(1, results.best(5).size());
        assertEquals(1, results.failures(results.sets()).size());
    }

    @Test
    void anObjectiveMayBeTurnedRound() {
        double highest = run(PEAKS, "objectives=maximise height").run().best();
        assertTrue(highest > 7, "highest " + highest);
    }

    @Test
    void theExperimentOfARunReadsBack() {
        Experiment experiment = read(PEAKS, "objectives=maximise height", "constraints.1.least=-3");
        assertEquals(
                experiment.tree(), read(Json.writeIndented(experiment.tree())).tree());
        assertEquals("-3", experiment.constraints().get(0).constraint().values().get("least"));
        assertTrue(new ExperimentReader(catalogue)
                .changed(PEAKS, Overrides.parse(List.of("constraints.1.least=-3")))
                .contains("-3"));
    }

    private String refusal(String yaml) {
        Experiment experiment = read(yaml);
        return assertThrows(InvalidInputException.class, () -> new Runner(catalogue).check(experiment))
                .getMessage();
    }

    @Test
    void demandsOnTheSameLevelHoldTogetherOrAreRefused() {
        String half = COMPOSITE.replace("  constraints:", "  volumeFraction: 0.5\n  constraints:");
        new Runner(catalogue).check(read(half));
        assertEquals(
                "Constraint 6:7 (org.gidn.core.shareRange) does not fit the problem: The number of cells of 'elements' that are"
                        + " soft is to be 2 to 4, but also 1; leave one of the two out.",
                refusal(half.replace("Fraction: 0.5", "Fraction: 0.125")));
        String twice = COMPOSITE.replace("0.5}", "0.5}\n    - {use: org.gidn.core.share, of: soft, is: 0.75}");
        assertEquals(
                "Constraint 6:7 (org.gidn.core.share) does not fit the problem: The number of cells of 'elements' that are soft is"
                        + " to be 6, but also 2 to 4; leave one of the two out.",
                refusal(twice));
    }

    @Test
    void whatNoDesignOrNoEvaluatorFulfilsIsToldWithItsPlace() {
        String fixed = COMPOSITE.replace("0.5}", "0.5}\n    - {use: org.gidn.core.fixed, rows: 1-3, value: soft}");
        assertTrue(refusal(fixed).startsWith("5:5: No design keeps to all constraints: "), refusal(fixed));
        String unbound =
                COMPOSITE.replace("shareRange, of: soft, least: 0.25, most: 0.5", "measured, output: toughness");
        assertEquals(
                "Constraint 5:7 (org.gidn.core.measured) does not fit the problem: The measured constraint of 'toughness' has no"
                        + " bound; give 'least', 'most' or both.",
                refusal(unbound));
        String odd = COMPOSITE.replace("size: 4", "size: 5");
        assertTrue(refusal(odd).startsWith("3:14: "), refusal(odd));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of: soft, least|of: sft, least|5:7|Constraint 5:7 (org.gidn.core.shareRange) does not fit the problem: Unknown level 'sft'; did you mean 'soft'?",
                "least: 0.25, most: 0.5|least: 0.6, most: 0.5|5|The bounds of the share of soft must be in order, but are 0.6 and 0.5.",
                "least: 0.25, most: 0.5|least: 0.4, most: 0.45|5|holds no whole number of cells; the nearest shares that do are 0.375 and 0.5.",
                "use: org.gidn.core.shareRange, of: soft, least: 0.25, most: 0.5|use: org.gidn.core.share, of: soft, is: 0.3|5|is 2.4 cells, which is no whole number; the nearest share that is one is 0.25",
                "of: soft, least: 0.25|of: soft, block: cells, least: 0.25|5|Unknown block 'cells'; known are elements.",
            })
    void aMisfitIsToldWithItsPlace(String what, String instead, String place, String expected) {
        Experiment experiment = read(COMPOSITE.replace(what, instead));
        String message = assertThrows(InvalidInputException.class, () -> new Runner(catalogue).check(experiment))
                .getMessage();
        assertTrue(message.contains(expected) && message.contains("Constraint " + place), message);
    }

    @Test
    void constraintsThatLeaveNoDesignAreRefused() {
        String both =
                COMPOSITE.replace("optimiser:", "    - {use: org.gidn.core.share, of: stiff, is: 0.25}\noptimiser:");
        String message = assertThrows(InvalidInputException.class, () -> new Runner(catalogue).check(read(both)))
                .getMessage();
        assertTrue(message.startsWith("5:5: No design keeps to all constraints: the nearest one has"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{use: org.gidn.core.perimeter, of: soft, most: 1}|for 2 sides are the least that 2 to 4 cells of soft in 4 × 2 have",
                "{use: org.gidn.core.connected, of: soft, between: topBottom} & {use: org.gidn.core.share, of: soft, is: 0.25}|for that takes 4 cells and at most 2 are allowed",
                "{use: org.gidn.core.connected, of: soft, between: topBottom} & {use: org.gidn.core.fixed, rows: 2, value: stiff}|for cells that are fixed to another phase are in every way",
                "{use: org.gidn.core.connected, of: soft} & {use: org.gidn.core.fixed, rows: 2, value: stiff} & {use: org.gidn.core.fixed, rows: 1, columns: 1, value: soft} & {use: org.gidn.core.fixed, rows: 3, columns: 1, value: soft}|part some that are fixed to it",
                "{use: org.gidn.core.featureSize, of: soft, brush: 2} & {use: org.gidn.core.perimeter, of: soft, most: 2} & {use: org.gidn.core.fixed, rows: 1, value: stiff} & {use: org.gidn.core.fixed, rows: 4, value: stiff}|5:5: No design keeps to all constraints: there are so few",
                "{use: org.gidn.core.connected, of: stiff, between: leftRight} & {use: org.gidn.core.connected, of: soft, between: topBottom, neighbours: 8}|No design can both have a piece of soft from the top to the bottom edge and have a piece of stiff from the left to the right edge, for either piece would part the other",
                "{use: org.gidn.core.measured, output: toughness, least: 5} & {use: org.gidn.core.measured, output: toughness, most: 4}|5:5: No design keeps to all constraints: 'toughness' is to be at least 5, but also at most 4.",
            })
    void whatNoDesignCanKeepToIsToldBeforeTheRun(String constraints, String expected) {
        String message = refusal(
                COMPOSITE.replace("optimiser:", "    - " + constraints.replace(" & ", "\n    - ") + "\noptimiser:"));
        assertTrue(message.contains(expected), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "output: height|output: hight|Unknown output 'hight'; did you mean 'height'?",
                "least: -5|least: low|Setting 'least' is 'low', where a number or nothing is expected.",
                "', least: -5'|''|has no bound; give 'least', 'most' or both.",
            })
    void aWrongMeasuredBoundIsRefused(String what, String instead, String expected) {
        Experiment experiment = read(PEAKS.replace(what, instead));
        String message = assertThrows(InvalidInputException.class, () -> new Runner(catalogue).check(experiment))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hight|Unknown output 'hight'",
                "'height, height'|stands there twice",
                "'height,'|An objective has no name",
            })
    void wrongObjectivesAreRefused(String objectives, String expected) {
        String message = assertThrows(InvalidInputException.class, () -> new Runner(catalogue)
                        .check(read(PEAKS, "objectives=" + objectives)))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aConstraintThatIsNotThereHasNoSettings() {
        assertThrows(InvalidInputException.class, () -> read(PEAKS, "constraints.2.most=1"));
    }
}
