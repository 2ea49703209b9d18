// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made to begin with works as it is. */
class NewTest {
    @TempDir
    private Path folder;

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    private Outcome done(String... command) {
        Outcome outcome = new Gidn(folder).run(command);
        assertEquals(0, outcome.status(), outcome.err());
        return outcome;
    }

    private RunRecord run(String name) {
        done("run", name, "--set", "budget=20");
        RunRecord run = Project.open(folder.resolve(name)).run(1);
        assertEquals(20, run.evaluations());
        return run;
    }

    @Test
    void aFunctionInPythonIsRunAtOnce() {
        assumeTrue(installed("python3"), "python3 is not installed");
        assertEquals(
                "Made beam. To run it: gidn run beam\n",
                done("new", "program", "beam").err());
        // No beam that bends so little is lighter than 15.7 kg.
        double best = run("beam").best();
        assertTrue(best > 15.6 && best < 30, "a mass of " + best);
    }

    @Test
    void aProgramWithAnInputFileIsRunAtOnce() {
        assumeTrue(installed("sh") && installed("awk"), "sh or awk is not installed");
        assertEquals(
                "Made a beam. To run it: gidn run 'a beam'\n",
                done("new", "program", "a beam", "--template").err());
        double best = run("a beam").best();
        assertTrue(best > 200 && best < 1_000, "a mass of " + best);
    }

    @Test
    void whatIsThereIsLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("beam"));
        Outcome outcome = new Gidn(folder).run("new", "program", "beam");
        assertEquals(2, outcome.status());
        assertEquals(
                "gidn: There is something at " + folder.resolve("beam") + " already; choose another folder.\n",
                outcome.err());
        try (Stream<Path> files = Files.list(folder.resolve("beam"))) {
            assertEquals(0, files.count());
        }
        assertEquals(
                "gidn: Say what to make: program or plugin. See 'gidn new --help'.\n",
                new Gidn(folder).run("new").err());
    }
}
