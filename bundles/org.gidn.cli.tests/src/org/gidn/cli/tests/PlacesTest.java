// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects in folders of any name, and files whose names say something else than they shall hold. */
class PlacesTest {
    private static final int PAGE = 4096;

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
    void aNameThatDidNotComeThroughIsTakenForNoOther() throws IOException {
        Outcome outcome = run("st\uFFFDck");
        assertEquals(2, outcome.status());
        assertTrue(
                outcome.err().startsWith("gidn: The name 'st\uFFFDck' has bytes that are no text in UTF-8"),
                outcome.err());
        try (Stream<Path> made = Files.list(folder)) {
            assertEquals(0, made.count());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"study?cache_size=5", "a#b", "50%25", "two\nlines", "a:1", " größe 日本 ", "it's \"it\"", "-x", "*"
            })
    void damageIsFoundAndMendedWhereverTheFolderIs(String name) throws IOException {
        assumeTrue(File.separatorChar == '/', "such names are allowed");
        assertEquals(0, run(name).status());
        Gidn gidn = new Gidn(folder);
        assertEquals(0, gidn.run("check", "--", name).status());
        Path database = folder.resolve(name).resolve("results.sqlite");
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek(PAGE * (file.length() / PAGE / 2));
            file.write(new byte[PAGE]);
        }
        Outcome damaged = gidn.run("check", "--", name);
        assertEquals(1, damaged.status(), damaged.out() + damaged.err());
        assertTrue((damaged.out() + damaged.err()).contains("Save what is whole with: gidn repair "));
        assertEquals(
                damaged.out()
                        .lines()
                        .filter(line -> line.startsWith("Damaged: "))
                        .distinct()
                        .count(),
                damaged.out().lines().filter(line -> line.endsWith(".")).count(),
                damaged.out());
        assertFalse(
                damaged.out().contains("the structure of the database, ")
                        && damaged.out().contains("the structure of the database.\n"),
                damaged.out());
        assertEquals(0, gidn.run("repair", "--", name).status());
        assertTrue(Files.exists(folder.resolve(name).resolve("results-damaged.sqlite")));
        assertEquals(0, gidn.run("check", "--", name).status());
        try (Stream<Path> beside = Files.list(folder)) {
            assertEquals(List.of(folder.resolve(name)), beside.toList(), "nothing else was written");
        }
    }

    @ParameterizedTest
    @MethodSource
    void adviceCanBeTypedAsItStands(String name, String word) {
        assumeTrue(File.separatorChar == '/', "such names are allowed");
        Project.create(folder.resolve(name), "format: 1\n");
        String advice = new Gidn(folder).run("report", "--", name).err();
        assertTrue(advice.endsWith("; begin one with: gidn run " + word + "\n"), advice);
    }

    static Stream<Arguments> adviceCanBeTypedAsItStands() {
        return Stream.of(
                Arguments.of("plain-1", "plain-1"),
                Arguments.of("größe", "größe"),
                Arguments.of("a b", "'a b'"),
                Arguments.of("it's", "'it'\\''s'"),
                Arguments.of("a?b#c;d", "'a?b#c;d'"),
                Arguments.of("-x", "./-x"),
                Arguments.of("it's\ntwo", "$'it\\'s\\u000atwo'"));
    }

    @Test
    void whatIsWrittenHasNoNameOfAnotherFormat() {
        assertEquals(0, run("p").status());
        assertEquals(
                "gidn: The name a.h5 is one of the format hdf5, but a report is written; name a file that ends with .html.\n",
                new Gidn(folder).run("report", "p", "--out", "a.h5").err());
        assertEquals(
                "gidn: The name a.h5 is one of the format hdf5, but csv is written; name a file that ends with .csv.\n",
                new Gidn(folder)
                        .run(
                                "evaluate",
                                "--evaluator",
                                "org.gidn.fem.crackToughness",
                                "--designs",
                                "-",
                                "--out",
                                "a.h5")
                        .err());
    }

    @Test
    void aDashIsStandardOutputOrRefused() {
        assertEquals(0, run("p").status());
        String[] evaluate = {"evaluate", "--evaluator", "org.gidn.baselines.peaks", "--designs", "-"};
        Outcome left = new Gidn(folder).runWithInput("0.5 -1\n", evaluate);
        String[] dashed =
                Stream.concat(Stream.of(evaluate), Stream.of("--out", "-")).toArray(String[]::new);
        assertEquals(left, new Gidn(folder).runWithInput("0.5 -1\n", dashed));
        assertEquals(2, left.lines().size());
        String refused =
                "gidn: This command writes a file, and nothing to standard output; name a file that ends with .";
        assertEquals(
                new Outcome(2, "", refused + "csv.\n"),
                new Gidn(folder).run("export", "p", "--format", "csv", "--out", "-"));
        assertEquals(new Outcome(2, "", refused + "html.\n"), new Gidn(folder).run("report", "p", "--out", "-"));
        assertEquals(new Outcome(2, "", refused + "csv.\n"), new Gidn(folder).run("compare", "p", "--table", "-"));
        assertFalse(Files.exists(folder.resolve("-")));
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
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "gidn: The name a.zip is one of another kind of file, but csv is asked for; name a file that ends with"
                                + " .csv.\n"),
                new Gidn(folder).run("export", "p", "--format", "csv", "--out", "a.zip"));
        assertEquals(
                0,
                new Gidn(folder)
                        .run("export", "p", "--format", "ro-crate", "--out", "a.zip")
                        .status());
    }
}
