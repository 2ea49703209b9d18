// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that cannot be written, where the system lets this test mount such disks. */
class DiskTest {
    private static final String[] RANDOM = {
        "run",
        "exhaustive-search",
        "--set",
        "optimiser=org.gidn.baselines.random",
        "--set",
        "optimiser.samples=60000",
        "--out",
        "disk/run"
    };

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()), "disks can be mounted");
    }

    @AfterEach
    void unmount() throws Exception {
        command("umount", disk.toString());
    }

    /** Whether a command of the system came to its end and succeeded. */
    static boolean command(String... words) throws InterruptedException {
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

    private List<String> contents(String project) {
        RunResults results = Project.open(folder.resolve(project)).results(1);
        DesignSpace space = results.run().space();
        DesignBatch designs = results.designs(results.sets());
        return IntStream.range(0, designs.size())
                .mapToObj(i -> DesignText.format(space, designs, i))
                .toList();
    }

    @Test
    void aRunOnAFullDiskEndsInOneSentenceAndGoesOnWhenThereIsRoom() throws Exception {
        Outcome full = new Gidn(folder).run(RANDOM);
        assertEquals(1, full.status(), full.err());
        String last = full.err().lines().reduce((a, b) -> b).orElseThrow();
        assertTrue(last.matches("gidn: .*(is full; free some space|its quota or the way to it fails).*"), full.err());
        assertTrue(!full.err().contains("\tat "), full.err());
        RunResults kept = Project.open(disk.resolve("run")).results(1);
        assertTrue(kept.run().state() != RunState.DONE);
        int before = kept.values(kept.sets()).size();

        assertTrue(command("mount", "-o", "remount,size=100m", disk.toString()));
        Outcome resumed = new Gidn(folder).run("run", "disk/run", "--resume");
        assertEquals(0, resumed.status(), resumed.err());
        assertTrue(before < contents("disk/run").size());
        String[] elsewhere = RANDOM.clone();
        elsewhere[7] = "elsewhere";
        assertEquals(0, new Gidn(folder).run(elsewhere).status());
        assertEquals(contents("elsewhere"), contents("disk/run"));
    }

    @Test
    void aReadOnlyFolderCanBeReadAndIsRefusedForRuns() throws Exception {
        String[] small = RANDOM.clone();
        small[5] = "optimiser.samples=100";
        assertEquals(0, new Gidn(folder).run(small).status());
        assertTrue(command("mount", "-o", "remount,ro", disk.toString()));
        List<String> before = contents("disk/run");
        assertEquals(100, before.size());
        assertEquals(0, new Gidn(folder).run("compare", "disk/run").status());
        Outcome again = new Gidn(folder).run("run", "disk/run");
        assertEquals(2, again.status(), again.err());
        assertTrue(
                again.err()
                        .matches(
                                "gidn: Folder .* cannot be written; allow writing to it, or choose another folder .*\n"),
                again.err());
    }
}
