// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.ProjectArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectArchiveTest {
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
        Project project = ProjectArchive.unpack(archive("experiment.yaml", "runs/1/predictor.zip"), target);
        assertEquals(target, project.folder());
        assertEquals("runs/1/predictor.zip", Files.readString(target.resolve("runs/1/predictor.zip")));
    }

    @Test
    void takesNothingFromAnArchiveThatReachesOutOfTheFolder() throws IOException {
        Path file = archive("experiment.yaml", "../stray.txt");
        Path target = folder.resolve("mine");
        String sentence = assertThrows(InvalidInputException.class, () -> ProjectArchive.unpack(file, target))
                .getMessage();
        assertTrue(sentence.contains("'../stray.txt', which lies outside"), sentence);
        assertFalse(Files.exists(folder.resolve("stray.txt")) || Files.exists(target));
    }

    @Test
    void saysWhyAFileIsNoProject() throws IOException {
        Path target = folder.resolve("mine");
        Path empty = archive("readme.txt");
        String sentence = assertThrows(InvalidInputException.class, () -> ProjectArchive.unpack(empty, target))
                .getMessage();
        assertTrue(sentence.endsWith("holds no project: there is no experiment.yaml at its top."), sentence);
        Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
        sentence = assertThrows(InvalidInputException.class, () -> ProjectArchive.unpack(text, target))
                .getMessage();
        assertTrue(sentence.contains("is no ZIP archive or is damaged"), sentence);
        assertFalse(Files.exists(target));
    }
}
