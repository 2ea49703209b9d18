// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.Repair.Outcome;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** What people say of runs stays with them, and a run that is deleted is gone for good with all that is its own. */
class RunLabelTest {
    private static final RunLabel LABEL =
            new RunLabel("a wide crack", "tried on Monday", List.of("paper", "crack"), true, false);

    private final Bench bench = new Bench(run -> {
        run.evaluate(Candidates.of(Bench.designs(1, 2, 3), Candidates.SAMPLE, 0));
        run.metric("loss", 0, 1, 0.5);
        run.write("model.bin", file -> Files.write(file, new byte[100]));
    });

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void runThrice() {
        project = Bench.project(folder.resolve("project"));
        for (int i = 0; i < 3; i++) {
            bench.run(project);
        }
    }

    private List<Integer> numbers() {
        return project.runs().stream().map(RunRecord::number).toList();
    }

    @Test
    void whatIsSaidOfARunIsKept() {
        assertEquals(Map.of(), project.labels());
        project.label(List.of(2), label -> LABEL);
        assertEquals(Map.of(2, LABEL), project.labels());
        assertEquals(List.of("crack", "paper"), project.labels().get(2).tags(), "in alphabetical order");
        project.label(List.of(1, 2), label -> label.archived(true).tagged(List.of("old")));
        assertEquals(
                Map.of(
                        1, RunLabel.NONE.archived(true).tagged(List.of("old")),
                        2, LABEL.archived(true).tagged(List.of("old"))),
                project.labels());
        assertTrue(project.check().sound());
    }

    @Test
    void namesAndTagsThatCannotBeAreRefused() {
        assertThrows(InvalidInputException.class, () -> RunLabel.NONE.named("two\nlines"));
        assertThrows(InvalidInputException.class, () -> RunLabel.NONE.named("x".repeat(201)));
        for (String tag : List.of("", "two words", "a,b")) {
            assertThrows(InvalidInputException.class, () -> RunLabel.NONE.tagged(List.of(tag)), tag);
        }
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> project.label(List.of(7), label -> LABEL));
        assertTrue(refused.getMessage().contains("has no run 7"), refused::getMessage);
    }

    @Test
    void aRunAtWorkCanBeNamedAndNotDeleted() throws Exception {
        CountDownLatch named = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread runner = new Thread(() -> new Bench(run -> {
                    run.evaluate(Candidates.of(Bench.designs(4), Candidates.SAMPLE, 0));
                    begun.countDown();
                    for (int i = 0; named.getCount() > 0; i++) {
                        run.evaluate(Candidates.of(Bench.designs(5 + i % 200), "other", i));
                    }
                })
                .run(project));
        runner.start();
        begun.await();
        project.label(List.of(4), label -> LABEL);
        Executable delete = () -> project.delete(List.of(1));
        assertTrue(runner.isAlive());
        InvalidInputException refused = assertThrows(InvalidInputException.class, delete);
        named.countDown();
        runner.join();
        assertEquals(RunState.DONE, project.run(4).state(), () -> project.run(4).failure());
        assertTrue(refused.getMessage().contains("wait until its run has ended"), refused::getMessage);
        assertEquals(Map.of(4, LABEL), project.labels());
        assertEquals(List.of(1, 2, 3, 4), numbers());
        assertTrue(project.check().sound());
    }

    @Test
    void whatIsDeletedIsGoneForGood() throws Exception {
        project.label(List.of(3), label -> LABEL);
        project.delete(List.of(1, 3));
        assertEquals(List.of(2), numbers());
        assertEquals(2, project.lastRun().orElseThrow().number());
        assertEquals(Map.of(), project.labels());
        assertFalse(Files.exists(project.runFolder(3)));
        assertTrue(Files.exists(project.runFolder(2).resolve("model.bin")));
        for (String table : List.of("candidate_set", "metric", "event", "phase", "artefact", "label")) {
            assertEquals(0, count("SELECT count(*) FROM " + table + " WHERE run <> 2"), table);
        }
        assertEquals(0, count("SELECT count(*) FROM tally WHERE run NOT IN (0, 2)"));
        assertEquals(3, count("SELECT count(*) FROM evaluation"));
        assertTrue(project.check().sound());
        assertEquals(4, bench.run(project).number(), "no run gets the number of another");
        project.delete(List.of(2, 4));
        assertEquals(List.of(), numbers());
        assertTrue(project.lastRun().isEmpty());
        assertTrue(project.check().sound());
        assertEquals(5, bench.run(project).number());
    }

    @Test
    void aRepairKeepsWhatIsSaidAndWhatIsDeleted() throws Exception {
        project.label(List.of(1), label -> LABEL);
        project.delete(List.of(3));
        execute("UPDATE metric SET value = 7 WHERE run = 2");
        assertFalse(project.check().sound());
        assertEquals(Outcome.SAVED, project.repair().outcome());
        assertTrue(project.check().sound());
        assertEquals(Map.of(1, LABEL), project.labels());
        assertEquals(4, bench.run(project).number());
    }

    @Test
    void aLostRunIsMissedThoughOthersAreDeleted() throws Exception {
        project.delete(List.of(1));
        execute("DELETE FROM run WHERE number = 3");
        assertFalse(project.check().sound());
        execute("DELETE FROM deleted");
        assertThrows(InvalidInputException.class, project::runs);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aProjectOfAFormatBeforeIsReadAndGetsTheTables(int format) throws Exception {
        execute("DROP TABLE label", "DROP TABLE deleted", "PRAGMA user_version = " + format);
        if (format == 3) {
            execute("DROP TABLE asked", "DROP TABLE told");
        }
        assertTrue(project.check().sound());
        assertEquals(Map.of(), project.labels());
        assertEquals(3, project.lastRun().orElseThrow().number());
        project.label(List.of(1), label -> LABEL);
        assertEquals(Map.of(1, LABEL), project.labels());
        assertEquals(5, count("PRAGMA user_version"));
        assertTrue(project.check().sound());
    }

    @Test
    void aProjectOfTheFirstFormatGetsTheTablesToo() throws Exception {
        Format2.of(project);
        assertEquals(Map.of(), project.labels());
        project.delete(List.of(3));
        assertEquals(List.of(1, 2), numbers());
        assertTrue(project.check().sound());
    }

    private void execute(String... statements) throws Exception {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
    }

    private int count(String query) throws Exception {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getInt(1);
        }
    }
}
