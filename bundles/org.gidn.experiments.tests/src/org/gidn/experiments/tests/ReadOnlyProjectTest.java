// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** A project as a snapshot or a read-only mount has it, of which all that was committed stands in the log. */
class ReadOnlyProjectTest {
    private final Bench bench =
            new Bench(run -> run.evaluate(Candidates.of(Bench.designs(1, 2, 3), Candidates.SAMPLE, 0)));

    @TempDir
    private Path folder;

    private Path copy;
    private Path mounted;

    @BeforeEach
    void copyWhileSomebodyReads() throws Exception {
        Project project = Bench.project(folder.resolve("project"));
        copy = Files.createDirectory(folder.resolve("copy"));
        mounted = Files.createDirectory(folder.resolve("mounted"));
        Files.writeString(copy.resolve("experiment.yaml"), Bench.YAML);
        bench.run(project);
        // The log is kept as long as anybody has the database open.
        try (Connection reader = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database())) {
            reader.createStatement().executeQuery("SELECT count(*) FROM run").close();
            bench.run(project, "variant=2");
            for (String part : List.of("", "-wal", "-shm")) {
                Files.copy(project.folder().resolve("results.sqlite" + part), copy.resolve("results.sqlite" + part));
            }
        }
        assertTrue(Files.size(copy.resolve("results.sqlite-wal")) > 0);
    }

    @AfterEach
    void unmount() throws Exception {
        command("umount", mounted.toString());
    }

    private void mount() throws Exception {
        assumeTrue(
                command("mount", "--bind", copy.toString(), mounted.toString())
                        && command("mount", "-o", "remount,ro,bind", mounted.toString()),
                "folders can be mounted");
    }

    private static boolean command(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command here
        }
    }

    private void assertAllIsSeen(Path place) {
        Project project = Project.open(place);
        assertEquals(
                List.of(RunState.DONE, RunState.DONE),
                project.runs().stream().map(run -> run.state()).toList());
        assertEquals(3, project.results(2).best(5).size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatStandsInTheLogIsSeenWithoutWriteAccess(boolean index) throws Exception {
        if (!index) {
            Files.delete(copy.resolve("results.sqlite-shm"));
        }
        mount();
        assertAllIsSeen(mounted);
        Project.open(mounted).copyDatabase(folder.resolve("whole.sqlite"));
        assertTrue(Files.size(folder.resolve("whole.sqlite")) > 0);
        try (Stream<Path> files = Files.list(mounted)) {
            assertEquals(index ? 4 : 3, files.count());
        }
    }

    @Test
    void whatIsAddedLaterIsSeenToo() throws Exception {
        mount();
        assertAllIsSeen(mounted);
        bench.run(Project.open(copy), "variant=3");
        assertEquals(3, Project.open(mounted).runs().size());
    }

    @Test
    void aDatabaseWithoutALogIsReadWhereItIs() throws Exception {
        Files.delete(copy.resolve("results.sqlite-wal"));
        Files.delete(copy.resolve("results.sqlite-shm"));
        mount();
        assertEquals(1, Project.open(mounted).runs().size());
    }

    @Test
    void whatMustBeWrittenIsRefusedWithASentence() throws Exception {
        mount();
        Project project = Project.open(mounted);
        String expected = "Folder " + mounted
                + " cannot be written; allow writing to it, or choose another folder for a copy of the project.";
        for (Runnable work : List.<Runnable>of(() -> bench.run(project), project::repair)) {
            assertEquals(
                    expected,
                    assertThrows(InvalidInputException.class, work::run).getMessage());
        }
    }
}
