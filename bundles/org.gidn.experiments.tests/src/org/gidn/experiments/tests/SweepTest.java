// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Candidates;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Project;
import org.gidn.experiments.Sweep;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.SweepRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments with many settings and seeds. */
class SweepTest {
    @TempDir
    private Path folder;

    private Sweep sweep(String yaml) throws IOException {
        return Sweep.read(Files.writeString(folder.resolve("sweep.yaml"), yaml));
    }

    private List<String> variants(String yaml) throws IOException {
        return sweep(yaml).variants().stream().map(Sweep::name).toList();
    }

    @Test
    void settingsAreCombinedAndEachIsRunWithEverySeed() throws IOException {
        assertEquals(
                List.of(
                        "budget=5, evaluator.variant=2, seed=1",
                        "budget=5, evaluator.variant=2, seed=2",
                        "budget=5, evaluator.variant=3, seed=1",
                        "budget=5, evaluator.variant=3, seed=2",
                        "budget=6, evaluator.variant=2, seed=1",
                        "budget=6, evaluator.variant=2, seed=2",
                        "budget=6, evaluator.variant=3, seed=1",
                        "budget=6, evaluator.variant=3, seed=2"),
                variants("seeds: 1..2\nsettings:\n  budget: [5, 6]\n  evaluator.variant: [2, 3]\n"));
        assertEquals(
                List.of("budget=5, title=a", "budget=6, evaluator.variant=2, title=a"),
                variants(
                        "settings: {}\nlist:\n  - {budget: 5, title: a}\n  - {budget: 6, evaluator.variant: 2, title: a}\n"));
        assertEquals(List.of("seed=4", "seed=9"), variants("seeds: [4, 9]\n"));
        assertEquals(List.of(""), variants("experiment: p\n"));
    }

    @Test
    void whatIsDrawnLiesInItsRangeAndIsDrawnAlikeAgain() throws IOException {
        String yaml = """
                random:
                  count: 200
                  settings: {a: 3..5, b: 0.001..0.1 log, c: [x, y], d: -1.5 .. 2.5}
                """;
        List<Map<String, String>> drawn = sweep(yaml).variants();
        assertEquals(drawn, sweep(yaml).variants());
        assertEquals(200, drawn.size());
        assertEquals(
                List.of("3", "4", "5"),
                drawn.stream().map(one -> one.get("a")).distinct().sorted().toList());
        assertEquals(
                List.of("x", "y"),
                drawn.stream().map(one -> one.get("c")).distinct().sorted().toList());
        long small = drawn.stream()
                .mapToDouble(one -> Double.parseDouble(one.get("b")))
                .peek(b -> assertTrue(b >= 0.001 && b <= 0.1))
                .filter(b -> b < 0.01)
                .count();
        assertTrue(small > 70 && small < 130, small + " of 200 lie below the middle of the logarithms");
        assertTrue(drawn.stream()
                .mapToDouble(one -> Double.parseDouble(one.get("d")))
                .allMatch(d -> d >= -1.5 && d <= 2.5));
        // What is drawn of a setting does not depend on the others.
        assertEquals(
                drawn.stream().map(one -> one.get("a")).toList(),
                sweep("random: {count: 200, settings: {a: 3..5}}").settings().stream()
                        .map(one -> one.get("a"))
                        .toList());
    }

    @Test
    void whatIsDrawnTwiceIsRunOnce() throws IOException {
        assertEquals(
                List.of("a=1", "a=2"),
                variants("random: {count: 20, settings: {a: 1..2}}").stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed: 3|1:1: Unknown part of a sweep 'seed'; did you mean 'seeds'?",
                "seeds: [1, 2, 01]|1:15: This stands twice in its list",
                "seeds: []|The list is empty; name at least one value.",
                "settings: {budget: [5, 6, 5]}|1:27: This stands twice in its list",
                "list: [{a: 1, b: 2}, {b: 2, a: 1}]|1:22: This stands twice in its list",
                "list: []|The list is empty; name at least one setting in it",
                "{seeds: 1..2, settings: {seed: [3, 4]}}|Setting 'seed' has values elsewhere in the sweep too",
                "{settings: {a: [1, 2]}, list: [{b: 1}, {a: 3}]}|1:41: Setting 'a' has values elsewhere",
                "{list: [{a: 1}], random: {count: 2, settings: {a: 1..2}}}|1:48: Setting 'a' has values elsewhere",
                "random: {cuont: 3}|1:10: Unknown part of a sweep 'cuont'; did you mean 'count'?",
                "random: {count: 3, settings: {}}|'random' needs 'settings' to draw",
                "random: {count: 99999999999, settings: {a: 1..2}}|The sweep has more than 100000 runs",
                "seeds: 5..1|1:8: 'seeds' is a whole number, a range such as 1..5, or a list of whole numbers, but is '5..1'.",
                "settings: {budget: []}|The list is empty; name at least one value.",
                "list: 3|'list' takes a list",
                "random: {settings: {a: 1..2}}|'count' says how many settings are drawn",
                "random: {count: 3}|'random' needs 'settings' to draw",
                "random: {count: 3, settings: {a: 2..1}}|'2..1' is no range",
                "random: {count: 3, settings: {a: 0..1 log}}|'0..1 log' is no range",
                "seeds: 1..100001|'seeds' is a whole number",
                "just a text|A sweep consists of",
                "# nothing|A sweep consists of"
            })
    void aWrongFileIsRefusedWithThePlace(String yaml, String words) {
        String message =
                assertThrows(InvalidInputException.class, () -> sweep(yaml)).getMessage();
        assertTrue(message.startsWith("sweep.yaml:1:") && message.contains(words), message);
    }

    @Test
    void stoppedItGoesOnAndWhatIsDoneIsNotRunAgain() throws IOException {
        Bench bench = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(1, 2, 3), "sample", 0)));
        Project project = Bench.project(folder.resolve("project"));
        Sweep sweep = sweep("seeds: 1..2\nsettings: {evaluator.variant: [1, 2]}\n");
        SweepRunner runner = new SweepRunner(bench.catalogue(), project, Bench.YAML);
        List<Integer> announced = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> runner.run(
                        sweep,
                        (variant, number, count) -> announced.add(number),
                        RunListener.NONE,
                        () -> announced.size() == 3));
        assertEquals(2, runner.runs(sweep).size());
        List<RunRecord> runs = runner.run(sweep, (variant, number, count) -> {}, RunListener.NONE, Cancellation.NONE);
        assertEquals(List.of(1L, 2L, 1L, 2L), runs.stream().map(RunRecord::seed).toList());
        assertTrue(runs.stream().allMatch(run -> run.state() == RunState.DONE));
        assertEquals(4, project.runs().size());
        // Seeds share what a design is worth, settings of the evaluator do not.
        assertEquals(6, bench.computed.get());
        assertEquals(
                runs,
                runner.run(
                        sweep("seeds: 1..2\nsettings: {evaluator.variant: [1, 2]}\n"),
                        (variant, number, count) -> {},
                        RunListener.NONE,
                        Cancellation.NONE));
    }

    @Test
    void aSettingThatDoesNotFitIsToldBeforeAnythingRuns() throws IOException {
        Bench bench = new Bench(run -> {});
        Sweep sweep = sweep("settings: {evaluator.variant: [1, x]}\n");
        String message = assertThrows(
                        InvalidInputException.class, () -> SweepRunner.check(bench.catalogue(), Bench.YAML, sweep))
                .getMessage();
        assertTrue(message.startsWith("With evaluator.variant=x: "), message);
    }
}
