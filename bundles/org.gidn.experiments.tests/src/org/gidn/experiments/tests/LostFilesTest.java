// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose files are taken away while it is at work. */
@DisabledOnOs(OS.WINDOWS)
class LostFilesTest {
    @TempDir
    private Path folder;

    private Project project;

    /** What happens to the files. */
    @FunctionalInterface
    private interface Mishap {
        void happens() throws IOException;
    }

    @BeforeEach
    void makeProject() {
        project = Bench.project(folder.resolve("project"));
        new Bench(run -> run.evaluate(Candidates.of(Bench.designs(9), "first", 0))).run(project);
    }

    /** A second run, in which something happens after three evaluations, and which would then go on for ever. */
    private String interruptedBy(Mishap mishap) {
        Bench bench = new Bench(run -> {
            run.evaluate(Candidates.of(Bench.designs(1, 2, 3), "first", 0));
            try {
                mishap.happens();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            while (true) {
                run.check();
                Thread.onSpinWait();
            }
        });
        return assertThrows(StoreException.class, () -> bench.run(project)).getMessage();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatHasBecomeADeviceIsNoFileOfTheRun() throws IOException {
        new Bench(run -> run.write("notes.txt", file -> Files.writeString(file, "ten bytes."))).run(project);
        Path notes = project.runFolder(2).resolve("notes.txt");
        assertTrue(project.check().sound());
        Files.delete(notes);
        Files.createSymbolicLink(notes, Path.of("/dev/zero"));
        assertEquals(List.of(notes), project.check().files());
    }

    private static void assertKept(Project found) {
        assertArrayEquals(new double[] {9}, values(found, 1));
        assertArrayEquals(new double[] {1, 2, 3}, values(found, 2));
        assertEquals(RunState.FAILED, found.run(2).state());
        Bench rest = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(1, 2, 3, 4), "first", 0)));
        assertEquals(RunState.DONE, rest.resume(found, 2).state());
        assertEquals(1, rest.computed.get());
    }

    private static double[] values(Project found, int run) {
        RunResults results = found.results(run);
        return results.values(results.sets()).values();
    }

    @Test
    void aDatabaseThatIsDeletedIsWrittenAgain() {
        Path database = project.database();
        String message = interruptedBy(() -> Files.delete(database));
        assertEquals(
                database + " was deleted while run 2 was at work, so the run was stopped. What it held was written to "
                        + database + ", where the run can be resumed.",
                message);
        assertKept(project);
    }

    @Test
    void aDatabaseThatIsReplacedIsWrittenBesideTheNewOne() throws IOException {
        Path database = project.database();
        Path other = folder.resolve("other");
        String message = interruptedBy(() -> {
            Files.writeString(other, "another file");
            Files.move(other, database, StandardCopyOption.REPLACE_EXISTING);
        });
        Path kept = project.folder().resolve("results-run-2.sqlite");
        assertEquals(
                database + " was replaced by another file while run 2 was at work, so the run was stopped. What it held"
                        + " was written to " + kept + ", where the run can be resumed.",
                message);
        assertEquals("another file", Files.readString(database));
        for (String left : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(project.folder().resolve("results.sqlite" + left));
        }
        Files.move(kept, database);
        assertKept(project);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theResultsOfAProjectThatIsMovedAreInTheNewPlace() {
        Path place = folder.resolve("elsewhere");
        String message = interruptedBy(() -> Files.move(project.folder(), place));
        assertEquals(
                "Project " + project.folder() + " was moved to " + place + " while run 2 was at work, so the run was"
                        + " stopped; its results are in the new place, where it can be resumed.",
                message);
        assertKept(Project.open(place));
    }

    @Test
    void aProjectThatIsDeletedIsToldAsLost() {
        String message = interruptedBy(() -> {
            try (Stream<Path> files = Files.walk(project.folder())) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        });
        assertTrue(
                message.startsWith("Folder " + project.folder()
                        + " was deleted, moved or unmounted while run 2 was at work, so the run was stopped; "),
                message);
        assertTrue(Files.notExists(project.folder()));
    }

    @Test
    void theFolderOfARunCanBeMadeAgain() {
        String message = interruptedBy(() -> Files.delete(project.runFolder(2)));
        assertTrue(message.startsWith("Folder " + project.runFolder(2) + " was deleted while run 2"), message);
        assertKept(project);
    }

    @Test
    void aFileThatCannotBeWrittenSinceItsFolderIsGoneIsToldSo() {
        Bench bench = new Bench(run -> {
            try {
                Files.delete(project.runFolder(2));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            run.write("model", file -> Files.writeString(file, "weights"));
        });
        String message =
                assertThrows(StoreException.class, () -> bench.run(project)).getMessage();
        assertTrue(message.startsWith("Folder " + project.runFolder(2) + " was deleted while run 2"), message);
    }
}
