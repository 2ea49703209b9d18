// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Runner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments with a program of the user's own, from the command line. */
@Tag("long")
class ProgramTest {
    private static final String EXPERIMENT = """
            format: 2
            title: A program
            problem:
              evaluator:
                use: org.gidn.external.program
                variables: |
                  cells: 4 x 4 binary void solid
                  x: 2 reals from 0 to 1
                outputs: maximise ones, other
                command: python3 program.py
            optimiser: {use: org.gidn.baselines.random, samples: 150}
            """;

    /** Fails at some designs, dies at others. */
    private static final String PROGRAM = """
            import json, sys, time
            sys.stdin.readline()
            print('{"version": 1, "batch": 5}', flush=True)
            for line in sys.stdin:
                request = json.loads(line)
                cells, x = request['evaluate']['cells'], request['evaluate']['x']
                if any(c.endswith('1111') for c in cells): sys.exit(3)
                ones = [c.count('1') + sum(n) for c, n in zip(cells, x)]
                failures = {str(i): 'too heavy' for i, c in enumerate(cells) if c.count('1') > 10}
                time.sleep(SLEEP * len(cells))
                print(json.dumps({'id': request['id'], 'outputs': {'ones': ones, 'other': ones}, 'failures': failures}))
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsPython() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "python3"))),
                "python3 is not installed");
    }

    private void project(String name, String sleep) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.writeString(place.resolve("experiment.yaml"), EXPERIMENT);
        Files.writeString(place.resolve("program.py"), PROGRAM.replace("SLEEP", sleep));
    }

    private List<String> contents(String name) {
        RunResults results = Project.open(folder.resolve(name)).results(1);
        DesignBatch designs = results.designs(results.sets());
        double[] values = results.values(results.sets()).values();
        List<String> contents = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            contents.add(DesignText.format(results.run().space(), designs, i) + " " + values[i]);
        }
        return contents;
    }

    @Test
    void aKilledRunComesToTheSameEnd() throws Exception {
        project("whole", "0.003");
        project("killed", "0.003");
        Outcome whole = new Gidn(folder).run("run", "whole");
        assertEquals(0, whole.status(), whole.err());
        assertTrue(
                whole.out()
                        .matches(
                                "(?s).*\\n\\d+ of 150 designs have no value; the first because: [^\\n]+\\nEvaluations: 150\\n.*"),
                whole.out());
        Process process = GidnProcess.start(folder, "run", "killed");
        Project killed = Project.open(folder.resolve("killed"));
        while (process.isAlive() && (killed.runs().isEmpty() || killed.run(1).evaluations() < 40)) {
            Thread.sleep(10);
        }
        List<ProcessHandle> programs = process.descendants().toList();
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertNotEquals(RunState.DONE, killed.run(1).state());
        for (int i = 0; i < 100 && programs.stream().anyMatch(ProgramTest::alive); i++) {
            Thread.sleep(20);
        }
        assertTrue(programs.stream().noneMatch(ProgramTest::alive), "no program computes on");

        Outcome resumed = new Gidn(folder).run("run", "killed", "--resume");
        assertEquals(0, resumed.status(), resumed.err());
        assertEquals(contents("whole"), contents("killed"));
        assertEquals(150, contents("killed").size());
    }

    private static boolean alive(ProcessHandle process) {
        // In some containers nobody asks how an orphan has ended.
        return process.isAlive() && process.info().command().isPresent();
    }

    @Test
    void anotherProgramGivesNewValues() throws IOException {
        project("one", "0");
        assertEquals(0, new Gidn(folder).run("run", "one").status());
        List<String> first = contents("one");
        Path program = folder.resolve("one/program.py");
        Files.writeString(
                program,
                Files.readString(program)
                        .replace("'other': ones", "'other': ones[:]")
                        .replace("+ sum(n)", "+ 2 * sum(n)"));
        assertEquals(0, new Gidn(folder).run("run", "one").status());
        double before = Project.open(folder.resolve("one")).run(1).best();
        double after = Project.open(folder.resolve("one")).run(2).best();
        assertTrue(after > before, before + " and " + after);
        assertEquals(first, contents("one"));
    }

    /** The project has a folder of its own, where the program is not. */
    @Test
    void anExperimentFileIsRunWithTheProgramBesideIt() throws IOException {
        project("one", "0");
        Files.move(folder.resolve("one/program.py"), folder.resolve("program.py"));
        Files.move(folder.resolve("one/experiment.yaml"), folder.resolve("ones.yaml"));
        for (int run = 1; run <= 2; run++) {
            Outcome outcome = new Gidn(folder).run("run", "ones.yaml");
            assertEquals(0, outcome.status(), outcome.err());
        }
        String written = Files.readString(folder.resolve("ones/experiment.yaml"));
        assertTrue(written.contains("folder: .."), written);
        assertTrue(written.contains("cells: 4 x 4 binary void solid"), written);
    }

    @Test
    void theExchangeIsChecked() throws IOException {
        project("one", "0");
        Path program = folder.resolve("one/program.py");
        Files.writeString(program, Files.readString(program).replace("sys.exit(3)", "pass"));
        Outcome good = new Gidn(folder).run("check-evaluator", "--experiment", "one");
        assertEquals(0, good.status(), good.out() + good.err());
        assertTrue(
                good.out().contains("holds  It answers the first line.\n       It likes 5 designs at a time"),
                good.out());
        assertTrue(good.out().contains("holds  A design's values depend on no other design."), good.out());

        Outcome bad = new Gidn(folder)
                .run(
                        "check-evaluator",
                        "--variables",
                        "cells: 4 x 4 binary; x: 2 reals from 0 to 1",
                        "--outputs",
                        "ones, other, third",
                        "--",
                        "python3",
                        "one/program.py");
        assertEquals(1, bad.status());
        assertTrue(bad.out().contains("FAILS  It gives the values of a design."), bad.out());
        assertTrue(bad.out().contains("The program's answer lacks output 'third', and has"), bad.out());

        Outcome none = new Gidn(folder).run("check-evaluator", "--", "python3");
        assertEquals(2, none.status());
        assertEquals(
                "gidn: It is not said what the variables and outputs are; name an experiment with --experiment, or say it with"
                        + " --variables and --outputs.\n",
                none.err());
    }

    /** Whoever types a command starts nothing by that. */
    @Test
    void anExperimentThatIsOnlyLookedAtStartsNothing() throws IOException {
        project("one", "0");
        Path started = folder.resolve("started");
        String yaml = EXPERIMENT.replace("python3 program.py", "touch " + started);
        Catalogue catalogue = Catalogue.installed();
        Experiment experiment =
                new ExperimentReader(catalogue).read(yaml, Overrides.NONE).orThrow("experiment");
        new Runner(catalogue).check(experiment);
        assertTrue(Files.notExists(started), "nothing was started");
        assertThrows(InvalidInputException.class, () -> new Runner(catalogue).check(experiment, folder));
        assertTrue(Files.exists(started), "what a run would do");
    }

    @Test
    void whatIsWrongIsSaidBeforeARun() throws IOException {
        project("one", "0");
        Files.delete(folder.resolve("one/program.py"));
        Outcome outcome = new Gidn(folder).run("run", "one");
        assertEquals(2, outcome.status());
        assertTrue(
                outcome.err().contains(".yaml:5:5: The program ended with status 2; it last wrote: "), outcome.err());
        assertTrue(outcome.err().contains("program.py"), outcome.err());
        assertTrue(!Files.exists(folder.resolve("one/results.sqlite")), "nothing was begun");
    }
}
