// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.ProjectLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
    @TempDir
    private Path folder;

    /** A Java machine of its own that runs a class of these tests. */
    private static Process start(Class<?> program, Path project) throws Exception {
        String classes = Stream.of(program, ProjectLock.class, InvalidInputException.class, NLS.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(url -> Path.of(url.getPath()))
                .flatMap(place -> Stream.of(place, place.resolve("target/classes")))
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(java, "-cp", classes, program.getName(), project.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void whoeverAsksDoesNotKeepOthersFromTakingIt() throws Exception {
        ProjectLock.take(folder).close();
        Process asker = start(LockAsker.class, folder);
        try {
            assertEquals("asking", asker.inputReader().readLine());
            for (int i = 0; i < 2_000; i++) {
                ProjectLock.take(folder).close();
            }
        } finally {
            asker.outputWriter().close();
            asker.waitFor();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereALinkLeadsNothingIsChanged() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.createSymbolicLink(project.resolve(".lock"), elsewhere);
        String sentence = assertThrows(InvalidInputException.class, () -> ProjectLock.take(project))
                .getMessage();
        assertTrue(sentence.contains("is a link"), sentence);
        assertEquals("precious", Files.readString(elsewhere));
    }

    @Test
    void theHolderIsNamedAndLeavesOnlyItsName() throws Exception {
        assertTrue(ProjectLock.holder(folder).isEmpty());
        try (ProjectLock lock = ProjectLock.take(folder)) {
            String holder = ProjectLock.holder(folder).orElseThrow();
            assertTrue(holder.startsWith("process " + ProcessHandle.current().pid()), holder);
            assertTrue(holder.matches(".* since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d [+-]\\d\\d:\\d\\d"), holder);
        }
        assertTrue(ProjectLock.holder(folder).isEmpty());
        assertTrue(Files.exists(folder.resolve(".lock")));
    }
}
