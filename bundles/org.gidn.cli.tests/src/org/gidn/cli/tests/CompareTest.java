// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.gidn.experiments.text.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gidn compare} on real runs. */
class CompareTest {
    @TempDir
    Path folder;

    private Gidn gidn;

    @BeforeEach
    void run() {
        gidn = new Gidn(folder);
        String[] random = {"--set", "optimiser=org.gidn.baselines.random", "--set", "optimiser.samples=200", "--seed"};
        for (String seed : List.of("1", "2", "3")) {
            gidn.run(
                    "run",
                    "swap-search",
                    "--out",
                    "study/random",
                    random[0],
                    random[1],
                    random[2],
                    random[3],
                    random[4],
                    seed);
        }
        gidn.run("run", "swap-search", "--out", "study/swaps", "--set", "starts=1", "--set", "kicks=0");
    }

    @Test
    void aFolderStandsForAllItsRuns() {
        Outcome one = gidn.run("compare", "study/random:2");
        assertEquals(0, one.status(), one.err());
        assertTrue(one.lines().get(1).contains("random:2"), one.out());
        assertEquals(List.of("random:1", "random:2", "random:3"), names(gidn.run("compare", "study/random")));
        assertEquals(
                List.of("random:1", "random:2", "random:3", "swaps:1"),
                names(gidn.run("compare", "study", "study/random:2")));
    }

    /** The first cells of the table of runs. */
    private static List<String> names(Outcome outcome) {
        return outcome.lines().stream()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.strip().split("  +")[0])
                .toList();
    }

    @Test
    void methodsAreComparedByTheEvaluationsThatTheyTake() {
        List<String> lines = gidn.run("compare", "study", "--reference", "3").lines();
        int head = lines.indexOf("") + 1;
        assertTrue(lines.get(head).matches(" *method +runs +median .*to 90 % +to 95 % +to 100 %"), lines.get(head));
        assertTrue(lines.get(head + 1).matches(" *Random search +3 .* 200 .*"), lines.get(head + 1));
        assertTrue(lines.get(head + 2).matches(" *Swap search +1 .*"), lines.get(head + 2));
        assertEquals("  100 % is 3.0000, as given.", lines.get(head + 3));
        assertTrue(gidn.run("compare", "study").out().contains("the best of these runs.\n"));
    }

    @Test
    void methodsAreComparedByWhatTheyFindWithSoManyEvaluations() throws Exception {
        Outcome outcome = gidn.run("compare", "study", "--budgets", "50,200", "--table", "budgets.csv");
        List<String> lines = outcome.lines();
        int head = lines.lastIndexOf("") + 1;
        assertTrue(lines.get(head).matches(" *method +50 +200 +area"), outcome.out());
        assertTrue(lines.get(head + 1).matches(" *Random search +median +[\\d.]+ +[\\d.]+ +[\\d.]+"), outcome.out());
        assertTrue(lines.get(head + 2).matches(" *worst +[\\d.]+ +[\\d.]+ +[\\d.]+"), outcome.out());
        assertTrue(lines.get(lines.size() - 1).endsWith("budgets.csv"), outcome.out());
        List<String> csv = Files.readAllLines(folder.resolve("budgets.csv"));
        assertEquals("method,runs,evaluations,median,worst,best", csv.get(0));
        assertTrue(csv.get(2).startsWith("Random search,3,200,"), csv.get(2));
        assertTrue(csv.get(3).startsWith("Random search,3,area,"), csv.get(3));
        double[] best = new double[3];
        for (int run = 1; run <= 3; run++) {
            best[run - 1] =
                    Project.open(folder.resolve("study/random")).run(run).best();
        }
        Arrays.sort(best);
        assertEquals("Random search,3,200," + best[1] + "," + best[0] + "," + best[2], csv.get(2));
        assertEquals(
                "gidn: Budgets are whole numbers from 1 on, each greater than the one before it, but 50 is not.\n",
                gidn.run("compare", "study", "--budgets", "100,50").err());
    }

    @Test
    void whatIsProvedStandsBesideTheBestDesignOfAnyRunOnTheSameProblem() throws Exception {
        String[] problem = {"--set", "volumeFraction=0.125", "--out", "proof", "--set"};
        List<String> certified = new ArrayList<>(List.of("run", "certified-composite"));
        certified.addAll(Arrays.asList(problem));
        certified.add("climbs=1");
        String proved = "Proved by proof:1: no design above 27.2464, ";
        String proof = gidn.run(certified.toArray(String[]::new)).out();
        assertTrue(proof.contains(proved + "so that the best one is the best of all."), proof);
        List<String> few = new ArrayList<>(List.of("run", "certified-composite"));
        few.addAll(Arrays.asList(problem));
        few.addAll(List.of("optimiser=org.gidn.baselines.random", "--set", "optimiser.samples=5"));
        String random = gidn.run(few.toArray(String[]::new)).out();
        assertTrue(
                random.lines().anyMatch(line -> line.matches(proved + "[\\d.e+]+ % beyond the best one\\.")), random);
        String report = Files.readString(folder.resolve("proof/runs/2/report.html"));
        assertTrue(report.contains("proved: no toughness above"), report);
        String compared = gidn.run("compare", "proof:2").out();
        assertTrue(compared.contains("  " + proved), compared);
        assertFalse(gidn.run("compare", "study").out().contains("Proved"));
    }

    @Test
    void aRunThatFailedIsLeftOutUnlessAskedFor() throws Exception {
        Files.writeString(
                folder.resolve("designs.csv"),
                "design\n" + "00000000111111111111111111111111\n11111111000000001111111111111111\n");
        List<String> broken = new ArrayList<>(List.of("run", "swap-search", "--out", "study/broken"));
        for (String setting : List.of(
                "optimiser=org.gidn.designer.gidn",
                "size=8",
                "strategy=passive",
                "samples=2",
                "iterations=2",
                "added=3",
                "starts=10",
                "steps=1",
                "optimiser.predictor.epochs=1",
                "optimiser.predictor.neurons=2",
                "sampler=org.gidn.core.file",
                "file=" + folder.resolve("designs.csv"))) {
            broken.addAll(List.of("--set", setting));
        }
        Outcome run = gidn.run(broken.toArray(String[]::new));
        assertTrue(run.err().contains("has 2 designs, but 3 samples are asked for"), run.err());
        String study = gidn.run("compare", "study").out();
        assertTrue(study.contains("broken:1") && study.contains(" failed "), study);
        assertTrue(
                study.contains(
                        "\n  1 run that is not done is left out (1 failed); --unfinished counts what has been found so far.\n"),
                study);
        assertEquals(
                1, study.lines().filter(line -> line.contains("Generative")).count(), study);
        String all = gidn.run("compare", "study", "--unfinished").out();
        assertEquals(3, all.lines().filter(line -> line.contains("Generative")).count(), all);
        String alone = gidn.run("compare", "study/broken").out();
        assertTrue(
                alone.endsWith(
                        "\n1 run that is not done is left out (1 failed); --unfinished counts what has been found so far.\n"),
                alone);
        assertTrue(gidn.run("compare", "study/broken", "--json").out().contains("\"counted\": false"));
    }

    @Test
    void pictureAndNumbersAreWritten() throws Exception {
        Outcome outcome = gidn.run("compare", "study", "--out", "methods.svg", "--out", "methods.csv");
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(Files.readString(folder.resolve("methods.svg")).contains("Random search (3 runs, "));
        List<String> csv = Files.readAllLines(folder.resolve("methods.csv"));
        assertEquals("series,x,y,y_upper", csv.get(0));
        assertTrue(csv.get(csv.size() - 1).startsWith("Swap search ("), csv.get(csv.size() - 1));
    }

    @Test
    void programsGetTheRunsAsJson() {
        List<?> runs = (List<?>) Json.readObject(
                        "{\"runs\": " + gidn.run("compare", "study", "--json").out() + "}")
                .get("runs");
        assertEquals(4, runs.size());
        Map<?, ?> first = (Map<?, ?>) runs.get(0);
        assertEquals("Random search", first.get("method"));
        assertEquals(200L, first.get("evaluations"));
        assertTrue(first.get("settings") instanceof Map);
    }

    @Test
    void wrongInputGetsOneSentence() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        Outcome empty = gidn.run("compare", "empty");
        assertEquals(2, empty.status());
        assertEquals(
                "gidn: There is no run in folder 'empty'; name a project that has been run, or a folder of such.\n",
                empty.err());
        Outcome ending = gidn.run("compare", "study", "--out", "methods.gif");
        assertEquals(2, ending.status());
        assertTrue(ending.err().startsWith("gidn: File 'methods.gif' must end with .svg, .pdf or .png"), ending.err());
    }
}
