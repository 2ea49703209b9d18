// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gidn.cli.tests.Gidn.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that an older version wrote: experiments of format 1, a database of format 2, and fewer settings than there are now. */
class OlderProjectTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyProject() throws Exception {
        Path project = Files.createDirectory(folder.resolve("p"));
        Files.writeString(project.resolve("experiment.yaml"), """
                format: 1
                title: mini
                seed: 1
                problem:
                  evaluator: {use: org.gidn.fem.crackToughness, size: 8}
                  volumeFraction: 0.25
                optimiser:
                  use: org.gidn.baselines.random
                  samples: 200
                """);
        try (InputStream database = OlderProjectTest.class.getResourceAsStream("older.sqlite")) {
            Files.copy(database, project.resolve("results.sqlite"));
        }
    }

    @Test
    void itsResultsAreReadAndItsSettingsAreThoseOfItsFile() throws Exception {
        Outcome outcome = new Gidn(folder).run("export", "p", "--format", "csv", "--out", "p.csv");
        assertEquals("", outcome.err());
        assertEquals(201, Files.readAllLines(folder.resolve("p.csv")).size());
    }

    @Test
    void oneWhoseRunIsLostHasNoSettingsToBeToldFromThoseOfItsFile() throws Exception {
        byte[] content = Files.readAllBytes(folder.resolve("p/results.sqlite"));
        Arrays.fill(content, 4096, 8192, (byte) 0);
        Files.write(folder.resolve("p/results.sqlite"), content);
        Outcome repaired = new Gidn(folder).run("repair", "p");
        assertEquals(
                "Saved 200 designs of 1 run; the damaged database is kept as results-damaged.sqlite.\n",
                repaired.out());
        assertEquals(
                "gidn: Damage destroyed the record of this run; 'gidn repair' saved its evaluations. What they were made with is"
                        + " not known, so it cannot be resumed.\n",
                new Gidn(folder).run("run", "p", "--resume").err());
        assertEquals(
                "",
                new Gidn(folder)
                        .run("export", "p", "--format", "csv", "--out", "p.csv")
                        .err());
    }
}
