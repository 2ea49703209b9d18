// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the process ends where a plug-in ends it, fails, or prints; what the exit status says of it. */
@Tag("long")
class ExitTest {
    private static final String BLAMED =
            "gidn: Bundle org.gidn.cli.tests has ended the program with System.exit, in org.gidn.cli.tests.Misbehaving";
    private static final String EVALUATOR = "org.gidn.cli.tests.misbehaving";

    @TempDir
    private Path folder;

    private record End(int status, String output) {}

    /** Executes a command in a process of its own. */
    private End end(String... arguments) throws IOException, InterruptedException {
        Process process = GidnProcess.start(folder, arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), output);
    }

    private void experiment(String title, String how, String optimiser) throws IOException {
        Files.writeString(folder.resolve("p.yaml"), """
                format: 1
                title: %s
                problem: {evaluator: {use: %s, how: %s}}
                optimiser: %s
                """.formatted(title, EVALUATOR, how, optimiser));
    }

    private void assertBlamed(End end) {
        assertEquals(1, end.status(), end.output());
        assertTrue(end.output().contains(BLAMED), end.output());
        assertEquals(end.output().indexOf(BLAMED), end.output().lastIndexOf(BLAMED), end.output());
        assertFalse(end.output().contains("Stopped"), end.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "exitInConstructor", "exitOnAnotherThread"})
    void anEvaluatorThatEndsTheProgramMakesEvaluateFail(String how) throws Exception {
        Files.writeString(folder.resolve("designs.txt"), "1111\n");
        assertBlamed(end(
                "evaluate",
                "--evaluator",
                EVALUATOR,
                "--set",
                "how=" + how,
                "--designs",
                "designs.txt",
                "--out",
                "x.csv"));
        assertFalse(Files.exists(folder.resolve("x.csv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "exitOnAnotherThread"})
    void aRunThatItsEvaluatorEndsHasFailedAndSaysWhy(String how) throws Exception {
        experiment("a run", how, "{use: org.gidn.baselines.random, samples: 8}");
        End end = end("run", "p.yaml");
        assertBlamed(end);
        assertTrue(end.output().contains("to go on: gidn run p --resume"), end.output());
        assertFailed();
    }

    private void assertFailed() {
        RunRecord run = Project.open(folder.resolve("p")).run(1);
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().startsWith("Bundle org.gidn.cli.tests has ended the program"), run.failure());
    }

    @Test
    void aRunThatItsMethodEndsHasFailed() throws Exception {
        experiment("a run", "well", "org.gidn.cli.tests.exiting");
        assertBlamed(end("run", "p.yaml"));
        assertFailed();
    }

    @Test
    void aFigureThatEndsTheProgramMakesAReportFailAndLeavesNothingOfIt() throws Exception {
        experiment(Misbehaving.EXIT_IN_FIGURE, "well", "{use: org.gidn.baselines.random, samples: 8}");
        assertBlamed(end("run", "p.yaml"));
        assertEquals(RunState.DONE, Project.open(folder.resolve("p")).run(1).state());
        assertBlamed(end("report", "p"));
        try (Stream<Path> files = Files.list(folder.resolve("p/runs/1"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void anExporterThatEndsTheProgramMakesTheExportFailAndLeavesNoFile() throws Exception {
        experiment("a run", "well", "{use: org.gidn.baselines.random, samples: 8}");
        assertEquals(0, new Gidn(folder).run("run", "p.yaml").status());
        assertBlamed(end("export", "p", "--format", "exiting", "--out", "x.txt"));
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().contains("x.txt")));
        }
    }

    @Test
    void aRunWhoseProgramWasHaltedIsToldOfByTheNextCommands() throws Exception {
        experiment("a run", "halt", "{use: org.gidn.baselines.random, samples: 8}");
        End end = end("run", "p.yaml");
        assertTrue(end.output().startsWith("run 1, Random search, seed 1"), end.output());
        String sentence =
                "gidn: Run 1 of p, Random search on " + EVALUATOR + ", was at work when its program ended without"
                        + " a word: it was killed, or a plug-in halted it. 0 evaluations are kept; to go on: gidn run p --resume\n";
        Gidn gidn = new Gidn(folder);
        for (String command : List.of("report p", "compare p", "export p:1 --format csv", "run p --set how=well")) {
            Outcome next = gidn.run(command.split(" "));
            assertEquals(0, next.status(), next.err());
            assertTrue(next.err().startsWith(sentence), next.err());
        }
        Outcome later = gidn.run("compare", "p");
        assertEquals(1, later.err().lines().count(), later.err());
        assertTrue(later.err().startsWith("gidn: The last run of p, number 2, had other settings"), later.err());
        RunRecord halted = Project.open(folder.resolve("p")).run(1);
        assertEquals(RunState.CANCELLED, halted.state());
        assertEquals(
                "Its program ended without a word, as one does that is killed or that a plug-in halts.",
                halted.failure());
    }

    @Test
    void whatAPluginPrintsIsNoResult() throws Exception {
        Files.writeString(folder.resolve("designs.txt"), "1110\n");
        End end = end("evaluate", "--evaluator", EVALUATOR, "--set", "how=print", "--designs", "designs.txt");
        assertEquals(new End(0, "design,sum\n1110,3.000000000\n"), end);
    }

    @Test
    void aRunThatFailsOnTheWayIsNoWrongInput() throws Exception {
        experiment("a run", "refuse", "{use: org.gidn.baselines.random, samples: 8}");
        Outcome outcome = new Gidn(folder).run("run", "p.yaml");
        assertEquals(1, outcome.status(), outcome.err());
        assertTrue(
                outcome.err()
                        .endsWith("gidn: It takes no design at all. What was evaluated is kept; to go on: gidn run p"
                                + " --resume\n"),
                outcome.err());
        assertEquals(RunState.FAILED, Project.open(folder.resolve("p")).run(1).state());
    }

    @Test
    void theHelpHasARowForEveryStatus() {
        String help = new Gidn(folder).run("--help").out();
        for (String row : List.of(
                "  0     done\n",
                "  1     failed; what was evaluated is kept\n",
                "  2     wrong input; nothing was changed\n",
                "  129   stopped by SIGHUP; what was evaluated is kept\n",
                "  130   stopped by Ctrl-C; what was evaluated is kept\n",
                "  141   the reader of the output has gone, such as 'head'\n",
                "  143   stopped by SIGTERM; what was evaluated is kept\n")) {
            assertTrue(help.replace(System.lineSeparator(), "\n").contains(row), help);
        }
    }
}
