// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Project;
import org.gidn.experiments.ProjectArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectArchiveTest {
    private static final ProjectArchive.Limits LIMITS = new ProjectArchive.Limits(1, 100);

    @TempDir
    Path folder;

    private Path archive(String... names) throws IOException {
        Path file = folder.resolve("project.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void makesAProjectWithAllFilesOfTheArchive() throws IOException {
        Path target = folder.resolve("mine");
        Project project = ProjectArchive.unpack(archive("experiment.yaml", "runs/1/predictor.zip"), target, LIMITS);
        assertEquals(target, project.folder());
        assertEquals("runs/1/predictor.zip", Files.readString(target.resolve("runs/1/predictor.zip")));
    }

    @Test
    void takesNothingFromAnArchiveThatReachesOutOfTheFolder() throws IOException {
        Path file = archive("experiment.yaml", "../stray.txt");
        Path target = folder.resolve("mine");
        String sentence = assertThrows(InvalidInputException.class, () -> ProjectArchive.unpack(file, target, LIMITS))
                .getMessage();
        assertTrue(sentence.contains("'../stray.txt', which lies outside"), sentence);
        assertFalse(Files.exists(folder.resolve("stray.txt")) || Files.exists(target));
    }

    @Test
    void aNameThatATerminalWouldObeyIsToldAsItIsWritten() throws IOException {
        Path file = archive("experiment.yaml", "../\u001b[2J\none");
        Path target = folder.resolve("mine");
        String sentence = assertThrows(InvalidInputException.class, () -> ProjectArchive.unpack(file, target, LIMITS))
                .getMessage();
        assertTrue(sentence.contains("'../\\u001b[2J\\u000aone'"), sentence);
    }

    @Test
    void aLimitThatIsNoneIsRefused() {
        for (String limit : List.of("much", "NaN", "0", "-1")) {
            System.setProperty("gidn.archive.ratio", limit);
            try {
                String sentence = assertThrows(InvalidInputException.class, ProjectArchive.Limits::ofProcess)
                        .getMessage();
                assertEquals(
                        "The limit gidn.archive.ratio of archives must be a number above 0, but is '" + limit + "'.",
                        sentence);
            } finally {
                System.clearProperty("gidn.archive.ratio");
            }
        }
    }

    @Test
    void saysWhyAFileIsNoProject() throws IOException {
        Path target = folder.resolve("mine");
        Path empty = archive("readme.txt");
        String sentence = assertThrows(InvalidInputException.class, () -> ProjectArchive.unpack(empty, target, LIMITS))
                .getMessage();
        assertTrue(sentence.endsWith("holds no project: there is no experiment.yaml at its top."), sentence);
        Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
        sentence = assertThrows(InvalidInputException.class, () -> ProjectArchive.unpack(text, target, LIMITS))
                .getMessage();
        assertTrue(sentence.contains("is no ZIP archive or is damaged"), sentence);
        assertFalse(Files.exists(target));
    }

    /** So many bytes in an archive that is a thousand times smaller. */
    private Path dense(int size) throws IOException {
        Path file = folder.resolve("dense.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("experiment.yaml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("zeros.bin"));
            zip.write(new byte[size]);
            zip.closeEntry();
        }
        return file;
    }

    private String refused(Path archive, ProjectArchive.Limits limits) throws IOException {
        Path target = folder.resolve("mine");
        String sentence = assertThrows(
                        InvalidInputException.class, () -> ProjectArchive.unpack(archive, target, limits))
                .getMessage();
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(archive), left.toList(), "nothing is left");
        }
        return sentence;
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefusedWithTheLimitAndHowToRaiseIt() throws IOException {
        Path file = dense(20_000_000);
        assertEquals(
                "Archive " + file
                        + " unpacks to more than 100 times its size; nothing of it was taken. If you trust it, raise"
                        + " the limit with GIDN_VMARGS=-Dgidn.archive.ratio=1000, for example.",
                refused(file, LIMITS));
        assertEquals(
                "Archive " + file
                        + " unpacks to more than 0.015 GB; nothing of it was taken. If you trust it, raise the limit"
                        + " with GIDN_VMARGS=-Dgidn.archive.gigabytes=8, for example.",
                refused(file, new ProjectArchive.Limits(0.015, 100_000)));
        Path target = folder.resolve("mine");
        ProjectArchive.unpack(file, target, new ProjectArchive.Limits(1, 100_000));
        assertEquals(20_000_000, Files.size(target.resolve("zeros.bin")));
    }

    @Test
    void manyEmptyFilesInDeepFoldersAreTooMuchToo() throws IOException {
        String deep = "a/".repeat(1000);
        Path file = archive("experiment.yaml", "1/" + deep, "2/" + deep, "3/" + deep, "4/" + deep, "5/" + deep);
        assertTrue(refused(file, new ProjectArchive.Limits(0.02, 100)).contains(" unpacks to more than 0.02 GB; "));
    }

    @Test
    void aNameThatTheFileSystemRefusesLeavesNothing() throws IOException {
        String sentence = refused(archive("experiment.yaml", "a\u0000b"), LIMITS);
        assertTrue(sentence.contains("a name that this system does not take"), sentence);
        sentence = refused(archive("experiment.yaml", "long/" + "x".repeat(300)), LIMITS);
        assertTrue(sentence.contains("cannot be unpacked to"), sentence);
    }

    @Test
    void twoEntriesInOnePlaceLeaveNothing() throws IOException {
        String sentence = refused(archive("experiment.yaml", "runs/1", "runs/1/file"), LIMITS);
        assertTrue(sentence.contains("has two entries in the place of 'runs/1/file'; nothing"), sentence);
    }

    @Test
    void aSpoiltByteIsNoticed() throws IOException {
        Path file = folder.resolve("spoilt.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("experiment.yaml"));
            zip.write(new byte[1000]);
        }
        byte[] packed = Files.readAllBytes(file);
        packed[packed.length / 2]++;
        Files.write(file, packed);
        String sentence = refused(file, LIMITS);
        assertTrue(
                sentence.endsWith("is damaged (the entry 'experiment.yaml' is not what its checksum says)."), sentence);
    }

    @Test
    void whatIsSaidToLieBeyondTheEndLeavesNothing() throws IOException {
        Path file = archive("experiment.yaml");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(bytes.limit() - 6);
        bytes.putInt(directory + 42, bytes.limit() - 10);
        Files.write(file, bytes.array());
        String sentence = refused(file, LIMITS);
        assertTrue(sentence.endsWith("is damaged (it says that something lies beyond its end)."), sentence);
    }
}
