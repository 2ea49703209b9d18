// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for designs to measure and telling what was measured, by the command line; the tests measure by {@code gidn evaluate}. */
@Tag("long")
class AskTellTest {
    @TempDir
    private Path folder;

    private Gidn gidn;

    @BeforeEach
    void make() {
        gidn = new Gidn(folder);
    }

    private Project project(String optimiser, int budget) throws IOException {
        return project("p", optimiser, budget);
    }

    private Project project(String name, String optimiser, int budget) throws IOException {
        Files.createDirectory(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("experiment.yaml"), """
                format: 2
                title: Specimens
                seed: 1
                budget: %d
                problem:
                  evaluator: {use: org.gidn.fem.crackToughness, size: 8}
                  volumeFraction: 0.125
                optimiser: %s
                """.formatted(budget, optimiser));
        return Project.open(folder.resolve(name));
    }

    /** Measures the designs of a table by computing them; returns the rows of what to tell. */
    private List<String> measured(Table asked) throws IOException {
        Files.write(folder.resolve("designs.txt"), asked.texts("design"));
        List<String> values = gidn.run(
                        "evaluate",
                        "--evaluator",
                        "org.gidn.fem.crackToughness",
                        "--set",
                        "size=8",
                        "--designs",
                        "designs.txt")
                .lines();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            rows.add(asked.texts("id").get(i) + "," + values.get(i + 1).split(",")[1]);
        }
        return rows;
    }

    private Table ask(String... options) {
        List<String> arguments = new ArrayList<>(List.of("ask", "p"));
        arguments.addAll(List.of(options));
        Gidn.Outcome asked = gidn.run(arguments.toArray(String[]::new));
        assertEquals(0, asked.status(), asked.err());
        return Csv.parse(asked.out(), "asked");
    }

    private Gidn.Outcome tell(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,toughness"));
        lines.addAll(rows);
        Files.write(folder.resolve("measured.csv"), lines);
        return gidn.run("tell", "p", "measured.csv", "--who", "Ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{use: org.gidn.baselines.random, samples: 12} | 12",
                "{use: org.gidn.baselines.geneticAlgorithm, population: 10, parents: 4, generations: 3} | 30",
                "{use: org.gidn.designer.frugal, samples: 10, evaluated: 5, starts: 20, gradients: false} | 20",
                "{use: org.gidn.baselines.annealing, chains: 8, steps: 5} | 40"
            })
    void measuredAsComputedTheRunIsTheSame(String optimiser, int budget) throws IOException {
        Project project = project(optimiser, budget);
        Random random = new Random(1);
        int rounds = 0;
        do {
            List<String> rows = measured(ask());
            Collections.shuffle(rows, random);
            Gidn.Outcome told = tell(rows);
            assertEquals(0, told.status(), told.err());
            rounds++;
        } while (project.run(1).state() == RunState.WAITING && rounds < 100);
        assertEquals(RunState.DONE, project.run(1).state());
        Project computed = project("q", optimiser, budget);
        assertEquals(0, gidn.run("run", "q").status());
        assertEquals(computed.run(1).evaluations(), project.run(1).evaluations());
        assertEquals(computed.run(1).best(), project.run(1).best(), 1e-6);
        assertTrue(project.check().sound());
    }

    @Test
    void replicatesAreAskedForToldSummedUpAndExported() throws IOException {
        Files.writeString(folder.resolve("lab.yaml"), """
                format: 2
                title: Specimens
                budget: 2
                problem:
                  evaluator: {use: org.gidn.external.laboratory, variables: 'x: 6 binary', outputs: 'maximise load in N'}
                  replicates: 2
                optimiser: {use: org.gidn.baselines.random, samples: 2}
                """);
        Gidn.Outcome run = gidn.run("run", "lab.yaml");
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains("gidn ask"), run.err());
        assertFalse(Files.exists(folder.resolve("lab")));
        Gidn.Outcome asked = gidn.run("ask", "lab.yaml");
        assertEquals(
                List.of("1", "1", "2", "2"), Csv.parse(asked.out(), "asked").texts("id"));
        Files.writeString(folder.resolve("part.csv"), "id,load\n1,10\n2,20\n2,26\n");
        Gidn.Outcome part = gidn.run("tell", "lab", "part.csv");
        assertTrue(part.out().endsWith("1 design is pending, 1 specimen to be measured.\n"), part.out());
        Files.writeString(folder.resolve("rest.csv"), "id,load\n1,12\n");
        assertTrue(gidn.run("tell", "lab", "rest.csv").out().contains("the run is done"));
        assertEquals(
                0,
                gidn.run("export", "lab", "--format", "csv", "--out", "lab.csv").status());
        Table exported = Csv.parse(Files.readString(folder.resolve("lab.csv")), "lab.csv");
        assertArrayEquals(new double[] {11, 23}, exported.numbersOrNaN("load"));
        assertArrayEquals(new double[] {2, 2}, exported.numbersOrNaN("specimens"));
        assertArrayEquals(new double[] {Math.sqrt(2), Math.sqrt(18)}, exported.numbersOrNaN("load spread"), 1e-9);
        assertEquals("", gidn.run("import", "lab", "lab.csv").err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{use: org.gidn.baselines.random, samples: 12}",
                "{use: org.gidn.baselines.geneticAlgorithm, population: 10, parents: 4, generations: 9}",
                "{use: org.gidn.designer.frugal, samples: 10, evaluated: 5, starts: 20}",
                "{use: org.gidn.baselines.bayesian, samples: 10, evaluated: 5}",
                "org.gidn.baselines.cmaes"
            })
    void goesOnWhenAPartWasTold(String optimiser) throws IOException {
        Project project = project(optimiser, 60);
        List<String> rows = measured(ask("--count", "6"));
        assertEquals(6, rows.size());
        tell(rows.subList(0, 4));
        LaboratoryRecord part = project.laboratory().orElseThrow();
        assertEquals(2, part.pending().length);
        assertEquals(2, ask().size());
        Table more = ask("--count", "8");
        assertEquals(8, more.size());
        assertEquals(8, ask().size());
        assertEquals(8, ask("--count", "3").size());
        Gidn.Outcome told = tell(measured(more));
        assertEquals(0, told.status(), told.err());
        assertEquals(12, project.laboratory().orElseThrow().told().size());
        assertTrue(project.check().sound());
    }

    @Test
    void annealingWaitsForAllOfItsBatchAndSaysSo() throws IOException {
        project("{use: org.gidn.baselines.annealing, chains: 8, steps: 50}", 200);
        int batch = ask().size();
        Gidn.Outcome more = gidn.run("ask", "p", "--count", Integer.toString(batch + 5));
        assertTrue(more.err().contains("asks for no more before these are told"), more.err());
    }

    @Test
    void aMethodThatNeedsMoreThanValuesIsRefusedBeforeAProjectIsMade() throws IOException {
        project("{use: org.gidn.baselines.swapSearch, starts: 1}", 200);
        Gidn.Outcome asked = gidn.run("ask", "p");
        assertEquals(2, asked.status());
        assertTrue(Project.open(folder.resolve("p")).runs().isEmpty());
    }

    @Test
    void nothingToTellIsSaidWithTheWayOut() throws IOException {
        project("{use: org.gidn.baselines.random, samples: 12}", 12);
        Gidn.Outcome told = tell(List.of("1,2"));
        assertEquals(2, told.status());
        assertTrue(told.err().contains("begin one with 'gidn ask'"), told.err());
        assertEquals(
                "gidn: q.yaml is no project folder; 'gidn ask' makes one of an experiment, and asks for the designs that are"
                        + " measured.\n",
                gidn.run("tell", "q.yaml", "measured.csv").err());
        ask();
        assertEquals(
                "gidn: Run 1 waits for measurements; go on with 'gidn ask' and 'gidn tell', or in the view Laboratory.\n",
                gidn.run("run", "p", "--resume").err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id,toughness,failures/1,,broke | measured.csv has a column 'failures', which is not known; if it is 'failure'",
                "id,toughness,Remark/1,2,new | measured.csv has a column 'Remark', which is not known; if it is 'remark'",
                "ID,design,toughness/1,,2 | measured.csv has a column 'ID', which is not known; if it is 'id'",
                "id,tuoghness/1,2 | measured.csv has no column 'toughness', but 'tuoghness'; rename that.",
                "01100110 | measured.csv has no column 'toughness'; a first line such as 'design,toughness' must name its columns.",
                "'' | measured.csv has no column 'toughness', for it is empty; its first line must name the columns",
                "id,toughness/99999999999,2 | Line 2 of"
            })
    void aColumnThatNobodyWouldReadIsRefusedIfItIsMisspelt(String table, String words) throws IOException {
        project("{use: org.gidn.baselines.random, samples: 12}", 12);
        ask();
        Files.writeString(
                folder.resolve("measured.csv"), table.replace("''", "").replace('/', '\n'));
        Gidn.Outcome told = gidn.run("tell", "p", "measured.csv");
        assertEquals(2, told.status());
        assertTrue(told.err().contains(words), told.err());
    }

    @Test
    void whatIsTakenIsCountedAndWhatIsNotIsNamed() throws IOException {
        Project project = project("{use: org.gidn.baselines.random, samples: 12}", 12);
        ask();
        Files.writeString(folder.resolve("measured.csv"), "id,toughness,humidity,oven\n1,2,55,a\n");
        Gidn.Outcome told = gidn.run("tell", "p", "measured.csv");
        assertEquals(0, told.status(), told.err());
        assertTrue(told.err().contains(" has under humidity, oven; only the columns id, design,"), told.err());
        assertEquals(
                "All is as it was written: 1 run with 0 designs and 1 measurement.\n",
                gidn.run("check", "p").out());
        assertEquals(1, project.check().measurements());
        Files.writeString(
                folder.resolve("measured.csv"), "design,toughness,oven\n" + "0".repeat(4) + "1".repeat(28) + ",2,a\n");
        Gidn.Outcome imported = gidn.run("import", "p", "measured.csv");
        assertEquals(
                "gidn: Nothing was taken of what the file has under oven, which are no outputs of the experiment.\n",
                imported.err());
    }

    /** Kills the real program while it asks and while it tells; {@code gidn.kills} sets how often. */
    @Test
    void killedAtAnyMomentItLosesNothing() throws Exception {
        Project project = project("{use: org.gidn.designer.frugal, samples: 8, evaluated: 4, starts: 200}", 40);
        for (int kills = 0; kills < Integer.getInteger("gidn.kills", 1); kills++) {
            kill("ask", "p");
            List<String> rows = measured(ask());
            List<Integer> pending = numbers(project);
            int before = project.laboratory().orElseThrow().told().size();
            List<String> lines = new ArrayList<>(List.of("id,toughness"));
            lines.addAll(rows);
            Files.write(folder.resolve("measured.csv"), lines);
            kill("tell", "p", "measured.csv");
            LaboratoryRecord after = project.laboratory().orElseThrow();
            assertEquals(RunState.WAITING, after.run().state());
            if (after.told().size() == before) {
                assertEquals(pending, numbers(project));
            } else {
                assertEquals(before + rows.size(), after.told().size());
            }
            assertTrue(project.check().sound());
            // Telling it once more adds nothing twice.
            assertEquals(0, gidn.run("tell", "p", "measured.csv").status());
            assertEquals(
                    before + rows.size(),
                    project.laboratory().orElseThrow().told().size());
            if (project.run(1).state() == RunState.DONE) {
                return;
            }
        }
    }

    private static List<Integer> numbers(Project project) {
        LaboratoryRecord record = project.laboratory().orElseThrow();
        return Arrays.stream(record.pending())
                .mapToObj(place -> record.asked().get(place).number())
                .toList();
    }

    private void kill(String... arguments) throws Exception {
        Process process = GidnProcess.start(folder, arguments);
        process.waitFor(1000 + RandomGenerator.getDefault().nextLong(3000), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }
}
