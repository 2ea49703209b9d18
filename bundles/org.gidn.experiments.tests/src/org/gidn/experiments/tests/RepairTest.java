// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.Repair;
import org.gidn.experiments.project.Repair.Outcome;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** Repair saves all that is whole and leaves what is well as it is. */
class RepairTest {
    private static final int DESIGNS = 200;

    private final Bench bench = new Bench(run -> {
        run.evaluate(Candidates.of(designs(), Candidates.SAMPLE, 0));
        run.write("model.bin", file -> Files.write(file, new byte[100]));
    });

    @TempDir
    private Path folder;

    private static DesignBatch designs() {
        return Bench.designs(LongStream.range(0, DESIGNS).toArray());
    }

    private Project project() {
        Project project = Bench.project(folder.resolve("project"));
        bench.run(project);
        return project;
    }

    private static int root(Project project, String table) throws Exception {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = '" + table + "'")) {
            return row.getInt(1);
        }
    }

    private static double[] sorted(RunResults results) {
        double[] values = results.values(results.sets()).values();
        Arrays.sort(values);
        return values;
    }

    private static double[] all() {
        return LongStream.range(0, DESIGNS).mapToDouble(number -> number).toArray();
    }

    @Test
    void aSoundProjectStaysAsItIs() throws Exception {
        Project project = project();
        byte[] before = Files.readAllBytes(project.database());
        assertEquals(new Repair(Outcome.SOUND, 1, DESIGNS, 0, 0), project.repair());
        assertArrayEquals(before, Files.readAllBytes(project.database()));
        assertFalse(Files.exists(project.folder().resolve("results-damaged.sqlite")));
    }

    @Test
    void whereNothingIsAsItWasWrittenTheFileStaysAsItIs() throws Exception {
        Project project = project();
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("run", "candidate_set", "evaluation", "metric", "event", "phase", "artefact")) {
                statement.executeUpdate("UPDATE " + table + " SET checksum = checksum + 1");
            }
        }
        byte[] before = Files.readAllBytes(project.database());
        String refusal =
                assertThrows(InvalidInputException.class, project::repair).getMessage();
        assertTrue(refusal.contains("is as it was written, so nothing can be saved"), refusal);
        assertArrayEquals(before, Files.readAllBytes(project.database()));
        assertThrows(InvalidInputException.class, project::repair);
    }

    @Test
    void aProjectOfTheFormatBeforeGetsChecksums() throws Exception {
        Project project = project();
        RunRecord before = project.run(1);
        Format2.of(project);
        assertFalse(project.check().checksums());
        assertEquals(before, project.run(1), "it can be read without them too");
        assertArrayEquals(all(), sorted(project.results(1)));
        assertEquals(new Repair(Outcome.UPGRADED, 1, DESIGNS, 0, 0), project.repair());
        assertTrue(project.check().checksums() && project.check().sound());
        assertEquals(before, project.run(1));
        assertArrayEquals(all(), sorted(project.results(1)));
        assertEquals(2, bench.run(project).number());
        assertEquals(DESIGNS, bench.computed.get(), "its values are taken over");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void evaluationsWhoseRunIsLostGetOneThatSaysSo(boolean checksums) throws Exception {
        Project project = project();
        if (!checksums) {
            Format2.of(project);
        }
        Damage.zero(project.database(), root(project, "run"));
        assertFalse(project.check().sound());
        Repair repair = project.repair();
        assertEquals(new Repair(Outcome.SAVED, 1, DESIGNS, 0, 0), repair);
        RunRecord run = project.run(1);
        assertEquals("Run 1, whose record was lost", run.title());
        assertEquals(RunState.FAILED, run.state());
        assertEquals(DESIGNS, run.evaluations());
        assertEquals(DESIGNS - 1, run.best());
        assertArrayEquals(all(), sorted(project.results(1)));
        assertTrue(project.check().damages().isEmpty());
        RunRecord next = bench.run(project);
        assertEquals(2, next.number());
        assertEquals(1, project.results(2).sets().size(), "nothing is inherited");
        assertThrows(InvalidInputException.class, () -> bench.resume(project, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void evaluationsWhoseSetIsLostGetOneAndTheirRunCanBeResumed(boolean checksums) throws Exception {
        Project project = project();
        if (!checksums) {
            Format2.of(project);
        }
        Damage.zero(project.database(), root(project, "candidate_set"));
        Repair repair = project.repair();
        assertEquals(new Repair(Outcome.SAVED, 1, DESIGNS, 0, 0), repair);
        assertEquals(RunState.CANCELLED, project.run(1).state());
        assertEquals("saved", project.results(1).sets().get(0).source());
        assertArrayEquals(all(), sorted(project.results(1)));
        assertEquals(RunState.DONE, bench.resume(project, 1).state());
        assertEquals(DESIGNS, bench.computed.get(), "nothing is computed twice");
        RunResults results = project.results(1);
        assertArrayEquals(all(), results.values(results.sets(Candidates.SAMPLE)).values());
    }

    @Test
    void oneLostPageOfManyLosesWhatStoodOnItAndNothingElse() throws Exception {
        Bench many = new Bench(run -> {
            for (int set = 0; set < 160; set++) {
                run.evaluate(
                        Candidates.of(Bench.designs(LongStream.range(0, 250).toArray()), "sample", set));
            }
        });
        Project project = Bench.project(folder.resolve("many"));
        many.run(project);
        int inner = root(project, "evaluation");
        assertEquals(2, Files.readAllBytes(project.database())[4096 * (inner - 1)], "an inner page, with others below");
        Damage.zero(project.database(), inner);
        Repair repair = project.repair();
        assertEquals(40_000, repair.evaluations() + repair.lost());
        assertTrue(repair.lost() > 0 && repair.lost() < 200, () -> repair + "");
        assertEquals(RunState.CANCELLED, project.run(1).state());
        RunResults results = project.results(1);
        assertEquals(repair.evaluations(), results.values(results.sets()).size());
        many.resume(project, 1);
        assertEquals(40_000, results.values(results.sets()).size());
        assertEquals(250, many.computed.get());
    }

    @Test
    void aRunOfWhichSomethingIsMissingTakesUpNoStateThatBuildsOnIt() throws Exception {
        boolean[] found = new boolean[1];
        Bench method = new Bench(run -> {
            found[0] = run.file("state.bin").isPresent();
            run.evaluate(Candidates.of(designs(), Candidates.SAMPLE, 0));
            run.write("state.bin", file -> Files.write(file, new byte[9]));
            throw new CancellationException();
        });
        Project project = Bench.project(folder.resolve("project"));
        method.run(project);
        method.resume(project, 1);
        assertTrue(found[0]);
        Damage.zero(project.database(), root(project, "candidate_set"));
        project.repair();
        method.resume(project, 1);
        assertFalse(found[0]);
    }

    @Test
    void whatALogOfWritesHoldsIsSavedToo() throws Exception {
        Project project = project();
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        // As a program that is killed leaves it: not all of what was committed is in the file itself.
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE event SET time = time");
            bench.run(project);
            for (String part : List.of("results.sqlite", "results.sqlite-wal", "experiment.yaml")) {
                Files.copy(project.folder().resolve(part), copy.resolve(part));
            }
        }
        Project killed = Project.open(copy);
        Damage.zero(killed.database(), 5);
        assertEquals(2 * DESIGNS, killed.repair().evaluations());
        assertArrayEquals(all(), sorted(killed.results(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aRepairThatIsCutOffGoesOn(int moved) throws Exception {
        Project project = project();
        Damage.zero(project.database(), root(project, "candidate_set"));
        Path damaged = folder.resolve("damaged");
        Files.copy(project.database(), damaged);
        project.repair();
        // Back to where the new database is complete, and so many of the files of the damaged one have been moved away.
        Files.move(project.database(), project.folder().resolve(".repaired.sqlite"));
        Path kept = project.folder().resolve("results-damaged.sqlite");
        Files.delete(kept);
        Files.copy(damaged, moved > 0 ? kept : project.database());
        Files.write(
                project.folder().resolve((moved > 1 ? kept.getFileName() : "results.sqlite") + "-wal"), new byte[9]);
        for (Runnable question : List.<Runnable>of(project::runs, () -> bench.run(project))) {
            assertEquals(
                    "The repair of project " + project + " was cut off; go on with 'gidn repair'.",
                    assertThrows(InvalidInputException.class, question::run).getMessage());
        }
        assertEquals(new Repair(Outcome.SAVED, 1, DESIGNS, 0, 0), project.repair());
        assertArrayEquals(Files.readAllBytes(damaged), Files.readAllBytes(kept));
        assertArrayEquals(all(), sorted(project.results(1)));
        assertEquals(Outcome.SOUND, project.repair().outcome());
    }

    @Test
    void withoutChecksumsAValueBetterThanTheBestThatTheRunRecordedIsKnownToBeDamaged() throws Exception {
        Project project = project();
        Format2.of(project);
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE evaluation SET value = 1507.3 WHERE position = 5");
        }
        RunResults results = project.results(1);
        assertThrows(InvalidInputException.class, () -> results.best(1));
        assertThrows(InvalidInputException.class, () -> results.values(results.sets()));
        assertThrows(InvalidInputException.class, results::convergence);
        assertEquals(List.of("table evaluation, run 1"), project.check().damages());
        assertEquals(new Repair(Outcome.SAVED, 1, DESIGNS - 1, 1, 0), project.repair());
        assertEquals(RunState.DONE, bench.resume(project, 1).state());
        assertArrayEquals(all(), sorted(project.results(1)));
    }

    @Test
    void aCopyForAnArchiveIsVerified() throws Exception {
        Project project = project();
        project.copyDatabase(folder.resolve("whole.sqlite"));
        Files.write(project.runFolder(1).resolve("model.bin"), new byte[1]);
        assertThrows(InvalidInputException.class, () -> project.copyDatabase(folder.resolve("file.sqlite")));
        Files.delete(project.runFolder(1).resolve("model.bin"));
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + project.database());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE evaluation SET value = value + 1 WHERE position = 5");
        }
        String said = assertThrows(
                        InvalidInputException.class, () -> project.copyDatabase(folder.resolve("rows.sqlite")))
                .getMessage();
        assertTrue(said.contains("(table evaluation, run 1)"), said);
    }

    @Test
    void aNewRunTakesNoNumberOfWhichAFolderIsLeft() throws Exception {
        Project project = project();
        Files.delete(project.database());
        assertEquals(2, bench.run(project).number());
    }

    @Test
    void aSpoiltFileIsNamedAndMadeAgainByAResumedRun() throws Exception {
        Bench method = new Bench(run -> {
            if (run.file("model.bin").isEmpty()) {
                run.write("model.bin", file -> Files.write(file, new byte[100]));
            }
            throw new CancellationException();
        });
        Project project = Bench.project(folder.resolve("project"));
        method.run(project);
        Path model = project.runFolder(1).resolve("model.bin");
        Files.write(model, new byte[99]);
        assertEquals(List.of(model), project.check().files());
        assertEquals(
                model
                        + " is not as the run wrote it; move it away, or delete it and resume the run, which makes it again.",
                assertThrows(InvalidInputException.class, () -> project.results(1)
                                .files())
                        .getMessage());
        method.resume(project, 1);
        assertEquals(List.of(model), project.results(1).files());
        assertTrue(project.check().sound());
    }
}
