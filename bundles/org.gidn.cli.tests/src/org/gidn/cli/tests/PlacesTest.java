// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gidn.cli.tests.Gidn.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects in folders of any name, and files whose names say something else than they shall hold. */
class PlacesTest {
    @TempDir
    private Path folder;

    private Outcome run(String project) {
        return new Gidn(folder)
                .run("run", "exhaustive-search", "--set", "size=4", "--set", "volumeFraction=0.25", "--out", project);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "study?cache_size=5",
                "study?mode=memory",
                "a#b",
                "50%25",
                "a;b",
                "a b",
                "two\nlines",
                "a:1",
                "file:x",
                "größe 日本",
                "it's",
                "a&b=c"
            })
    void aProjectIsWhereItsFolderIs(String name) {
        assumeTrue(File.separatorChar == '/', "such names are allowed");
        Outcome outcome = run(name);
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(Files.isRegularFile(folder.resolve(name).resolve("results.sqlite")));
        Gidn gidn = new Gidn(folder);
        assertEquals(0, gidn.run("report", name).status());
        assertEquals(0, gidn.run("report", name + ":1").status());
        assertEquals(0, gidn.run("compare", name).status());
        assertEquals(
                0,
                gidn.run("export", name, "--format", "ro-crate", "--out", "all.crate.zip")
                        .status());
    }

    @Test
    void aNameOfAnotherFormatIsRefused() {
        assertEquals(0, run("p").status());
        Outcome outcome = new Gidn(folder).run("export", "p", "--format", "csv", "--out", "a.h5");
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "gidn: The name a.h5 is one of the format hdf5, but csv is asked for; name a file that ends with"
                                + " .csv, or ask for --format hdf5.\n"),
                outcome);
    }
}
