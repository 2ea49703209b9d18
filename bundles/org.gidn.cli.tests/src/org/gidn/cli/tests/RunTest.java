// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.text.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunTest {
    /** Makes the example small enough for a test. */
    private static final List<String> SMALL =
            List.of("--set", "samples=100", "--set", "starts=500", "--set", "epochs=30", "--set", "steps=20");

    @TempDir
    private Path folder;

    private Outcome small(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", "composite-8x8-paper"));
        all.addAll(List.of(arguments));
        all.addAll(SMALL);
        return new Gidn(folder).run(all.toArray(String[]::new));
    }

    @Test
    void theMainExampleFindsTheProvenOptimumWithFiftyEvaluations() {
        Outcome outcome = new Gidn(folder).run("run", "composite-8x8");
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains("Best design, toughness 69.416"), outcome.out());
        assertTrue(outcome.out().contains("\nEvaluations: 50\n"), outcome.out());
    }

    @Test
    void anExampleRunsFromEndToEnd() {
        Outcome outcome = small();
        assertEquals(0, outcome.status(), outcome.err());
        Project project = Project.open(folder.resolve("composite-8x8-paper"));
        RunResults results = project.results(1);
        assertEquals(RunState.DONE, results.run().state());
        String out = outcome.out();
        assertTrue(
                out.contains(String.format(
                        "Best design, toughness %.4f", results.run().best())),
                out);
        assertTrue(out.contains("  " + results.best(1).get(0).text() + "\n"), out);
        assertTrue(out.lines().anyMatch(line -> line.matches("  +[█░]{8} [█░]{8}")), "the crack is a gap");
        assertTrue(out.lines().anyMatch(line -> line.matches("  maximum .* 69\\.42")), out);
        assertTrue(out.contains("Found: 500 designs with a value, "), out);
        assertTrue(
                out.contains(String.format("Evaluations: %,d\n", results.run().evaluations())), out);
        assertTrue(out.contains("training the predictor"), out);
        assertTrue(out.contains("Results: composite-8x8-paper/results.sqlite"), out);
        assertTrue(Files.exists(project.runFolder(1).resolve("report.html")));
        assertEquals(500, results.statistics(results.sets("inverse")).total());
    }

    @Test
    void aStoppedRunIsResumedToTheSameEnd() {
        assertEquals(0, small("--out", "whole").status());
        AtomicInteger asked = new AtomicInteger();
        List<String> arguments = new ArrayList<>(List.of("run", "composite-8x8-paper", "--out", "cut"));
        arguments.addAll(SMALL);
        Outcome stopped =
                new Gidn(folder).stoppedBy(() -> asked.incrementAndGet() > 40).run(arguments.toArray(String[]::new));
        assertEquals(130, stopped.status());
        assertTrue(stopped.err().contains(". To go on: gidn run cut --resume"), stopped.err());
        Outcome resumed = new Gidn(folder).run("run", "cut", "--resume");
        assertEquals(0, resumed.status(), resumed.err());
        assertEquals(best("whole"), best("cut"));
        assertEquals(
                "gidn: The last run of " + folder.resolve("cut") + ", number 1, is done; there is nothing to resume.\n",
                new Gidn(folder).run("run", "cut", "--resume").err());
    }

    @Test
    void aStoppedRunTellsWhatItHasSpentAndWhatItKeeps() {
        AtomicInteger asked = new AtomicInteger();
        Outcome stopped = new Gidn(folder)
                .stoppedBy(() -> asked.incrementAndGet() > 1_000)
                .run("run", "topology-optimisation", "--set", "size=8", "--set", "binaryEvery=1000000");
        long spent =
                Project.open(folder.resolve("topology-optimisation")).run(1).evaluations();
        assertTrue(spent > 100, spent + " spent");
        assertTrue(
                stopped.err()
                        .contains(String.format(
                                Locale.ROOT,
                                "Cancelled after %,d evaluations; designs kept: 1. To go on: gidn run"
                                        + " topology-optimisation --resume",
                                spent)),
                stopped.err());
    }

    @Test
    void whatABudgetLeavesIsPrinted() {
        Outcome outcome =
                new Gidn(folder).run("run", "topology-optimisation", "--set", "size=8", "--set", "budget=150");
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().contains("\nEvaluations: 149\n"), outcome.out());
        assertTrue(
                outcome.err()
                        .contains("\nThe budget of 150 evaluations is spent but for 1: a step and the design that it"
                                + " leads to take 2.\n"),
                outcome.err());
    }

    private List<String> best(String project) {
        return Project.open(folder.resolve(project)).results(1).best(20).stream()
                .map(design -> design.text() + " " + design.value() + " " + design.predicted())
                .toList();
    }

    @Test
    void resultsGoOnToOtherTools() throws Exception {
        small();
        small("--seed", "2");
        Gidn gidn = new Gidn(folder);
        assertEquals(
                0,
                gidn.run("export", "composite-8x8-paper:1", "--format", "csv").status());
        List<String> csv = Files.readAllLines(folder.resolve("composite-8x8-paper-1.csv"));
        long rows = Project.open(folder.resolve("composite-8x8-paper")).results(1).sets().stream()
                .mapToLong(RunResults.CandidateSet::size)
                .sum();
        assertEquals(rows + 1, csv.size());
        assertEquals(0, gidn.run("report", "composite-8x8-paper:1").status());
        assertEquals(
                "gidn: Unknown format 'hdf'; did you mean 'hdf5'?\n",
                gidn.run("export", "composite-8x8-paper", "--format", "hdf").err());
    }

    @Test
    void measuredValuesAreLearnedFrom() throws Exception {
        small("--out", "study");
        Gidn gidn = new Gidn(folder);
        List<String> rows = new ArrayList<>(List.of("design,toughness"));
        List<String> designs = Project.open(folder.resolve("study")).results(1).best(40).stream()
                .map(FoundDesign::text)
                .toList();
        for (int i = 0; i < designs.size(); i++) {
            rows.add(designs.get(i) + "," + (1000 + i));
        }
        Files.write(folder.resolve("measured.csv"), rows);
        assertEquals(0, small("--out", "other", "--seed", "9").status());
        Outcome imported = gidn.run("import", "other", "measured.csv");
        assertEquals(new Outcome(0, "Imported 40 designs as run 2; best toughness 1039.0000\n", ""), imported);
        String file = folder.resolve("measured.csv").toString();
        List<String> arguments = new ArrayList<>(List.of("run", "other"));
        arguments.addAll(SMALL);
        arguments.addAll(
                List.of("--set", "sampler=org.gidn.core.file", "--set", "file=" + file, "--set", "samples=40"));
        Outcome learned = gidn.run(arguments.toArray(String[]::new));
        assertEquals(0, learned.status(), learned.err());
        RunResults results = Project.open(folder.resolve("other")).results(3);
        double[] samples = results.values(results.sets("sample")).values();
        assertEquals(40, samples.length);
        assertEquals(1000, samples[0]);
        assertEquals(1039, results.run().best());
    }

    @Test
    void aWrongImportIsRefusedWithItsPlace() throws Exception {
        small("--out", "study");
        Gidn gidn = new Gidn(folder);
        String design = "0".repeat(8) + "1".repeat(24);
        Path file = folder.resolve("m.csv");
        Files.writeString(file, "design,strength\n" + design + ",3\n");
        assertEquals(
                "gidn: " + file
                        + " has no column 'toughness'; its first line must name one, but is 'design,strength'.\n",
                gidn.run("import", "study", "m.csv").err());
        Files.writeString(file, "design,toughness\n" + design + ",3\n" + design + "\n");
        assertEquals(
                "gidn: Line 3 of " + file + " has 1 cell, but the first line has 2.\n",
                gidn.run("import", "study", "m.csv").err());
        Files.writeString(file, "design,toughness\n" + design + ",high\n");
        assertEquals(
                "gidn: Line 2 of " + file
                        + " has 'high' as toughness, where a number is expected; where there is none, leave the cell empty.\n",
                gidn.run("import", "study", "m.csv").err());
        Files.writeString(file, "design,toughness\n" + design + ",1\n" + "1".repeat(32) + ",200\n");
        assertEquals(
                "gidn: Line 3 of " + file
                        + " holds a design outside the problem: it has 0 zeros instead of 8; take it out, or"
                        + " import with --keep-outside to learn from such designs.\n",
                gidn.run("import", "study", "m.csv").err());
        assertEquals(
                "Imported 2 designs as run 2; best toughness 1.0000; outside the problem 1\n",
                gidn.run("import", "study", "m.csv", "--keep-outside").out());
        assertEquals(2, Project.open(folder.resolve("study")).runs().size());
    }

    @Test
    void designsOutsideTheProblemAreLearnedFromButNeverBest() throws Exception {
        Path file = folder.resolve("designs.txt");
        Files.writeString(file, "0".repeat(3) + "1".repeat(29) + "\n" + "0".repeat(8) + "1".repeat(24) + "\n");
        String[] random = {
            "run",
            "composite-8x8",
            "--set",
            "optimiser=org.gidn.baselines.random",
            "--set",
            "samples=2",
            "--set",
            "sampler=org.gidn.core.file",
            "--set",
            "file=" + file
        };
        Outcome refused = new Gidn(folder).run(random);
        assertTrue(
                refused.err().contains("Line 1 of " + file + " holds a design outside the problem: it has 3 zeros"),
                refused.err());
        List<String> kept = new ArrayList<>(List.of(random));
        kept.addAll(List.of("--set", "keepOutside=true", "--out", "kept"));
        Outcome outcome = new Gidn(folder).run(kept.toArray(String[]::new));
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains("\n  " + "0".repeat(8) + "1".repeat(24) + "\n"), outcome.out());
        RunResults results = Project.open(folder.resolve("kept")).results(1);
        assertEquals("outside", results.setsApart().get(0).source());
        assertEquals(2, results.run().evaluations());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        "run composite-8x9",
                        "Unknown example, project or file 'composite-8x9'; did you mean 'composite-8x8'?"),
                Arguments.of("run composite-8x8 --set startz=3", "Unknown setting 'startz'; did you mean 'starts'?"),
                Arguments.of("run composite-8x8-paper --scale huge", "Unknown scale 'huge'; known are quick, paper."),
                Arguments.of(
                        "run composite-8x8 --set volumeFraction=0.3",
                        "A volume fraction of 0.3 gives 9.6 of 32 elements, which is no whole number from 0 to 32; the"
                                + " nearest fraction that does is 0.3125."),
                Arguments.of(
                        "run peaks-gradient-descent --set optimiser=org.gidn.baselines.swapSearch",
                        "Swap search searches binary designs, but the evaluator's designs are continuous, 2"
                                + " variables; use org.gidn.baselines.cmaes or org.gidn.baselines.random, which search"
                                + " continuous designs, or an evaluator of binary designs, such as"
                                + " org.gidn.fem.crackToughness."),
                Arguments.of(
                        "run swap-search --set optimiser=org.gidn.baselines.gradientDescent",
                        "Gradient descent searches continuous designs, but the evaluator's designs are binary, 16 × 8"
                                + " with 32 zeros; use org.gidn.baselines.topologyOptimisation, which makes binary"
                                + " designs of continuous ones, or an evaluator of continuous designs, such as"
                                + " org.gidn.baselines.peaks."),
                Arguments.of("runn", "Unknown command 'runn'; did you mean 'run'? See 'gidn --help'."),
                Arguments.of(
                        "run composite-8x8 --seeed=3",
                        "Unknown option '--seeed'; did you mean '--seed'? See 'gidn run --help'."),
                Arguments.of("run composite-8x8 again", "Unexpected argument 'again'. See 'gidn run --help'."),
                Arguments.of(
                        "run composite-8x8 --seed many",
                        "Invalid value for option '--seed': 'many' is no whole number of at most 18 digits."
                                + " See 'gidn run --help'."),
                Arguments.of(
                        "ask composite-8x8 --outlines slt",
                        "Unknown value of --outlines 'slt'; did you mean 'stl'? See 'gidn ask --help'."),
                Arguments.of(
                        "ask composite-8x8 --unit furlong",
                        "Unknown value of --unit 'furlong'; known are mm, in. See 'gidn ask --help'."),
                Arguments.of(
                        "ask composite-8x8 --count 99999999999",
                        "Invalid value for option '--count': '99999999999' is no whole number from 0 to 2147483647."
                                + " See 'gidn ask --help'."),
                Arguments.of("list optimiser", "Unknown kind 'optimiser'; did you mean 'optimisers'?"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongInputGetsOneSentenceAndLeavesNothing(String command, String sentence) throws Exception {
        Outcome outcome = new Gidn(folder).run(command.split(" "));
        assertEquals(new Outcome(2, "", "gidn: " + sentence + "\n"), outcome);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private Outcome search(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(arguments));
        return new Gidn(folder).run(all.toArray(String[]::new));
    }

    @Test
    void aNewProjectGetsTheSettingsThatAreRun() throws Exception {
        String[] command = {"exhaustive-search", "--set", "size=4", "--set", "volumeFraction=0.25", "--out", "p"};
        assertEquals(0, search(command).status());
        String yaml = Files.readString(folder.resolve("p/experiment.yaml"));
        assertTrue(yaml.startsWith("#"), "comments are kept");
        assertTrue(yaml.contains("size: 4"), yaml);
        Outcome again = search("p");
        assertEquals(0, again.status(), again.err());
        assertFalse(again.err().contains("gidn:"), again.err());
        Project project = Project.open(folder.resolve("p"));
        assertEquals(project.run(1).settings(), project.run(2).settings());
        assertEquals(0, search(command).status(), "the same command meets its own project");
        assertEquals(0, search("p", "--out", "q", "--set", "volumeFraction=0.5").status());
        assertTrue(Files.readString(folder.resolve("q/experiment.yaml")).contains("volumeFraction: 0.5"));
    }

    @Test
    void aProjectKeepsItsFileAndIsToldFromItsLastRun() throws Exception {
        assertEquals(
                0,
                search("exhaustive-search", "--set", "size=4", "--set", "volumeFraction=0.25", "--out", "p")
                        .status());
        String yaml = Files.readString(folder.resolve("p/experiment.yaml"));
        Outcome other = search("p", "--set", "volumeFraction=0.5");
        assertFalse(other.err().contains("gidn:"), other.err());
        assertEquals(yaml, Files.readString(folder.resolve("p/experiment.yaml")));
        String sentence = "gidn: The last run of p, number 2, had other settings than its experiment.yaml:"
                + " problem.volumeFraction was 0.5 and is 0.25 there; a new run takes those of the file unless --set"
                + " changes them.\n";
        assertEquals(sentence, new Gidn(folder).run("report", "p").err());
        Outcome same = search("p", "--set", "volumeFraction=0.5");
        assertFalse(same.err().contains("gidn:"), same.err());
        Outcome back = search("p");
        assertTrue(back.err().startsWith(sentence.replace("number 2", "number 3")), back.err());
        assertEquals("", new Gidn(folder).run("report", "p").err());
    }

    @Test
    void aFolderWithAnotherExperimentIsLeftAlone() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("experiment.yaml"), "format: 1\n");
        Outcome outcome = new Gidn(folder).run("run", "composite-8x8", "--out", "other");
        assertEquals(2, outcome.status());
        assertTrue(outcome.err().contains("holds another experiment"), outcome.err());
        assertFalse(Files.exists(other.resolve("results.sqlite")));
    }

    @Test
    void aWrongFileIsNamedWithItsPlace() throws Exception {
        Files.writeString(folder.resolve("mine.yaml"), "format: 1\nproblem: {evaluator: nothing}\noptimiser: x\n");
        assertEquals(
                "gidn: mine.yaml:2:22: Unknown evaluator 'nothing'; known are "
                        + Catalogue.installed().extensions(Points.EVALUATORS).stream()
                                .map(Extension::id)
                                .collect(Collectors.joining(", "))
                        + ". (1 more finding below it)\n",
                new Gidn(folder).run("run", "mine.yaml").err());
    }

    @Test
    void whatIsInstalledIsListedForPeopleAndPrograms() {
        Gidn gidn = new Gidn(folder);
        assertTrue(gidn.run("list").out().contains("org.gidn.designer.gidn"));
        String text = gidn.run("list", "optimisers").out();
        assertTrue(
                text.lines().anyMatch(line -> line.startsWith("    samples = 1000  (whole number of at least 2")),
                text);
        Map<String, Object> all = Json.readObject(gidn.run("list", "--json").out());
        assertTrue(all.containsKey("figures"));
        assertTrue(((List<?>) all.get("examples")).size() > 1);
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                Json.readObject(gidn.run("list", "schema").out()).get("$schema"));
    }

    @Test
    void everyExampleCanBeRun() {
        Map<String, Object> all =
                Json.readObject(new Gidn(folder).run("list", "--json").out());
        for (Object example : (List<?>) all.get("examples")) {
            String id = (String) ((Map<?, ?>) example).get("id");
            Outcome outcome = new Gidn(folder).stoppedBy(() -> true).run("run", id);
            // Some call programs that are not on every machine, which is said then.
            boolean missing = outcome.err().contains("There is no program '")
                    || outcome.err().contains("No module named");
            assertEquals(missing ? 2 : 130, outcome.status(), id + ": " + outcome.err());
        }
    }

    @Test
    void helpShowsExamples() {
        for (String command : List.of(
                "run",
                "sweep",
                "ask",
                "tell",
                "evaluate",
                "check-evaluator",
                "cluster",
                "list",
                "report",
                "export",
                "import",
                "compare",
                "reproduce",
                "bench",
                "plugins",
                "new",
                "generate-completion")) {
            String help = new Gidn(folder).run(command, "--help").out();
            assertTrue(help.contains("gidn " + command), help);
            assertTrue(help.contains("xample") || help.contains("source <(gidn"), help);
        }
    }

    @Test
    void theShellCompletesWithTheScriptThatIsMade() throws Exception {
        Path script = folder.resolve("completion");
        Files.writeString(script, new Gidn(folder).run("generate-completion").out());
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is a bash");
        Process bash = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        ". '" + script + "'; COMP_WORDS=(gidn exp); COMP_CWORD=1; _complete_gidn; echo ${COMPREPLY[@]}")
                .redirectErrorStream(true)
                .start();
        assertEquals("export", new String(bash.getInputStream().readAllBytes(), US_ASCII).strip());
    }
}
