// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.store.RunRow;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.Repair;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** The store as a file: made, read by other programs, damaged, of other formats, and written in part. */
class StoreFileTest {
    @TempDir
    private Path folder;

    private Connection open(Project project) throws Exception {
        return new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
    }

    @Test
    void otherProgramsCanReadIt() throws Exception {
        Bench bench = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(0b10000001), "sample", 0)));
        Project project = Bench.project(folder);
        bench.run(project);
        try (Connection connection = open(project);
                Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT run, source, iteration, design, value, spent FROM evaluations")) {
                assertEquals(
                        "1 sample 0 81 129.0 1",
                        String.join(
                                " ",
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)));
            }
            try (ResultSet row = statement.executeQuery("SELECT settings, versions FROM run")) {
                assertTrue(row.getString(1).contains("\"optimiser\":{\"use\":\"guest.method\"}"), row.getString(1));
                assertTrue(row.getString(2).contains("\"guest\":\"1.2.3.qualifier\""), row.getString(2));
            }
        }
    }

    @Test
    void aDatabaseIsFoundEmptyOrWholeWhileItIsMade() throws Exception {
        for (int round = 0; round < 15; round++) {
            Project project = Bench.project(Files.createDirectory(folder.resolve("begun" + round)));
            AtomicBoolean made = new AtomicBoolean();
            FutureTask<Integer> reading = new FutureTask<>(() -> {
                while (!made.get()) {
                    project.runs();
                }
                return project.runs().size();
            });
            new Thread(reading).start();
            try (StoreWriter store = new StoreWriter(project.database())) {
                store.create(new RunRow("t", 1, "o", "e", "{}", "{}", "{}", "{}"));
                store.commit();
            } finally {
                made.set(true);
            }
            assertEquals(1, reading.get());
        }
    }

    @Test
    void aRunWhoseProgramDiedIsToldFromOneAtWork() throws Exception {
        Bench bench = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(1, 2), "sample", 0)));
        Project project = Bench.project(folder);
        bench.run(project);
        try (StoreWriter killed = new StoreWriter(project.database())) {
            killed.reopen(1);
            killed.commit();
        }
        Files.writeString(project.folder().resolve(".lock"), "process 1 on nowhere since long ago");
        assertEquals(RunState.CANCELLED, project.run(1).state());
        assertEquals(RunState.DONE, bench.resume(project, 1).state());
        assertEquals(2, bench.computed.get());
    }

    @Test
    void aDamagedDatabaseIsNamed() throws Exception {
        Project project = Bench.project(folder);
        Files.writeString(
                project.database(), "This is not a database, but a text that is long enough to be taken for one.");
        String expected = project.database() + " is damaged or no database of this program (the structure of the"
                + " database); see what is damaged with 'gidn check', and save what is whole with 'gidn repair'.";
        assertEquals(
                expected,
                assertThrows(InvalidInputException.class, project::runs).getMessage());
        assertEquals(
                expected,
                assertThrows(InvalidInputException.class, () -> new Bench(run -> {}).run(project))
                        .getMessage());
    }

    @Test
    void whatCanStillBeReadOfADamagedDatabaseIsSavedAndTheRestComputedAgain() throws Exception {
        Bench bench = new Bench(run -> {
            for (int i = 0; i < 40; i++) {
                int first = 6 * i;
                run.evaluate(Candidates.of(
                        Bench.designs(
                                IntStream.range(first, first + 6).asLongStream().toArray()),
                        "sample",
                        0));
                run.event("Step " + i + ": " + "x".repeat(400));
            }
        });
        Project project = Bench.project(folder);
        bench.run(project);
        overwriteFirstLeafOfEvaluations(project);
        RunResults damaged = project.results(1);
        assertThrows(InvalidInputException.class, () -> damaged.values(damaged.sets()));
        assertEquals(239, damaged.best(1).get(0).value(), "which is whole, and known to be the best");
        Repair repair = project.repair();
        long saved = repair.evaluations();
        assertTrue(saved > 0 && saved < 240, () -> saved + " of 240");
        assertEquals(new Repair(Repair.Outcome.SAVED, 1, saved, 240 - saved, 0), repair);
        assertTrue(Files.exists(folder.resolve("results-damaged.sqlite")));
        assertEquals(RunState.CANCELLED, project.run(1).state());
        assertEquals(40, project.results(1).events().size());
        bench.resume(project, 1);
        RunResults results = project.results(1);
        assertEquals(RunState.DONE, results.run().state());
        assertEquals(
                240,
                Arrays.stream(results.values(results.sets()).values())
                        .distinct()
                        .count());
        assertEquals(new Repair(Repair.Outcome.SOUND, 1, 240, 0, 0), project.repair());
    }

    /** Spoils the page with the first rows of a table that has several. */
    private void overwriteFirstLeafOfEvaluations(Project project) throws Exception {
        long root;
        try (Connection connection = open(project);
                Statement statement = connection.createStatement();
                ResultSet page =
                        statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = 'evaluation'")) {
            root = 4096L * (page.getInt(1) - 1);
        }
        try (RandomAccessFile file = new RandomAccessFile(project.database().toFile(), "rw")) {
            file.seek(root);
            assertEquals(2, file.read(), "an inner page, which names its children");
            file.seek(root + 12);
            int firstCell = file.readUnsignedShort();
            file.seek(root + firstCell);
            file.seek(4096L * (file.readInt() - 1));
            file.write(new byte[4096]);
        }
    }

    @Test
    void aNewerFormatIsRefused() throws Exception {
        Project project = Bench.project(folder);
        new Bench(run -> {}).run(project);
        try (Connection connection = open(project);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 7");
        }
        assertEquals(
                project.database() + " has format 7, but this program knows formats up to 5; use a newer program.",
                assertThrows(InvalidInputException.class, project::runs).getMessage());
    }

    @Test
    void anOlderFormatIsRefused() throws Exception {
        Project project = Bench.project(folder);
        new Bench(run -> {}).run(project);
        try (Connection connection = open(project);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1");
        }
        assertEquals(
                project.database()
                        + " has format 1 of an older version of this program; export it with that version, or"
                        + " move it away and run the experiment again.",
                assertThrows(InvalidInputException.class, project::runs).getMessage());
    }

    @Test
    void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
        Project project = Bench.project(folder);
        try (Connection connection = open(project);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE birds (name TEXT)");
        }
        String expected =
                project.database() + " is the database of another program; move it away, or choose another folder.";
        assertEquals(
                expected,
                assertThrows(InvalidInputException.class, project::runs).getMessage());
        assertEquals(
                expected,
                assertThrows(InvalidInputException.class, () -> new Bench(run -> {}).run(project))
                        .getMessage());
    }

    @Test
    void aDatabaseThatWasOnlyBegunHoldsNothing() throws Exception {
        Project project = Bench.project(folder);
        Files.createFile(project.database());
        assertEquals(List.of(), project.runs());
        assertEquals(RunState.DONE, new Bench(run -> {}).run(project).state());
    }

    @Test
    void aFailedWriteIsTakenBackAsAWhole() throws Exception {
        Bench bench = new Bench(run -> {
            run.evaluate(Candidates.of(Bench.designs(1, 2, 3), "sample", 0));
            run.event("Half way.");
            run.evaluate(Candidates.of(Bench.designs(4, 5, 6), "sample", 0));
        });
        Project project = Bench.project(folder);
        try (Connection connection = databaseOf(project);
                Statement statement = connection.createStatement()) {
            // Rows can be written, but not how many they are.
            statement.execute("CREATE TRIGGER fail BEFORE UPDATE ON candidate_set BEGIN"
                    + " SELECT raise(ABORT, 'out of order'); END");
            assertThrows(StoreException.class, () -> bench.run(project));
            assertEquals(RunState.FAILED, project.run(1).state());
            assertEquals(0, count(statement, "evaluation"));
            statement.execute("DROP TRIGGER fail");
        }
        bench.resume(project, 1);
        RunResults results = project.results(1);
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6}, results.values(results.sets()).values());
    }

    @Test
    void aRunResumedWithAnotherVersionOfItsEvaluatorStoresNothingTwice() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean(true);
        Bench bench = new Bench(run -> {
            run.evaluate(Candidates.of(Bench.designs(1, 2), "sample", 0));
            if (stopped.getAndSet(false)) {
                throw new CancellationException();
            }
            run.evaluate(Candidates.of(Bench.designs(3), "sample", 0));
        });
        Project project = Bench.project(folder);
        bench.run(project);
        Format2.of(project);
        try (Connection connection = open(project);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE run SET evaluator = 'an older one'");
        }
        bench.resume(project, 1);
        RunResults results = project.results(1);
        assertArrayEquals(new double[] {1, 2, 3}, results.values(results.sets()).values());
        assertEquals(3, bench.computed.get());
    }

    /** The database, made as by a first run. */
    private Connection databaseOf(Project project) throws Exception {
        new StoreWriter(project.database()).close();
        return open(project);
    }

    private static int count(Statement statement, String table) throws Exception {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.getInt(1);
        }
    }

    @Test
    void aProjectIsMadeInAnEmptyFolderOnly() throws Exception {
        Files.writeString(folder.resolve("note.txt"), "mine");
        assertEquals(
                "Folder " + folder + " is not empty; choose another one.",
                assertThrows(InvalidInputException.class, () -> Bench.project(folder))
                        .getMessage());
        assertThrows(InvalidInputException.class, () -> Project.open(folder));
    }
}
