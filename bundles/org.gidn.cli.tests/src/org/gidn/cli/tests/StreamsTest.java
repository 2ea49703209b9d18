// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.cli.internal.Output;
import org.gidn.cli.tests.Gidn.Outcome;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a command whose output cannot be written, and of texts that would do something to a terminal. */
class StreamsTest {
    private static final String[] EVALUATE = {
        "evaluate", "--evaluator", "org.gidn.fem.crackToughness", "--set", "size=4", "--designs", "-"
    };
    private static final String FULL = "No space left on device";
    private static final Path FULL_DEVICE = Path.of("/dev/full");

    @TempDir
    private Path folder;

    /** A stream that takes so many bytes before it fails. */
    private static Output failing(int room, String reason) {
        return new Output(
                new OutputStream() {
                    private int left = room;

                    @Override
                    public void write(int b) throws IOException {
                        if (left-- <= 0) {
                            throw new IOException(reason);
                        }
                    }
                },
                StandardCharsets.UTF_8);
    }

    private void project() {
        assertEquals(
                0,
                new Gidn(folder)
                        .run(
                                "run",
                                "exhaustive-search",
                                "--set",
                                "size=4",
                                "--set",
                                "volumeFraction=0.25",
                                "--out",
                                "p")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "run --help",
                "list",
                "list optimisers",
                "list --json",
                "list schema",
                "reproduce list",
                "generate-completion",
                "compare p",
                "compare p --json",
                "report p",
                "export p --format csv --out results.csv",
                "run p",
                "bench fem --set sizes=4 --set seconds=0.01",
                ""
            })
    void whatCannotBePrintedIsAnErrorInEveryCommand(String command) {
        project();
        Outcome outcome = new Gidn(folder)
                .printingTo(failing(0, FULL))
                .run(command.isEmpty() ? new String[0] : command.split(" "));
        assertEquals(1, outcome.status(), outcome.err());
        assertTrue(
                outcome.err()
                        .endsWith("gidn: Standard output cannot be written, so that something is missing there"
                                + " (No space left on device); free some space, or send it elsewhere.\n"),
                outcome.err());
    }

    @Test
    void rowsThatDoNotArriveAreAnError() {
        Outcome outcome = new Gidn(folder).printingTo(failing(20, FULL)).runWithInput("11111111\n", EVALUATE);
        assertEquals(1, outcome.status());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void aReaderThatHasReadEnoughEndsACommandQuietly() {
        Outcome outcome =
                new Gidn(folder).printingTo(failing(100, "Broken pipe")).run("list");
        assertEquals(new Outcome(141, "", ""), outcome);
    }

    @Test
    void aRunGoesOnToItsEndWhenNobodyCanReadItsProgress() {
        Outcome outcome = new Gidn(folder)
                .complainingTo(failing(0, FULL))
                .run("run", "exhaustive-search", "--set", "size=4", "--set", "volumeFraction=0.25", "--out", "p");
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("Best design"), outcome.out());
        assertEquals(RunState.DONE, Project.open(folder.resolve("p")).run(1).state());
    }

    @Test
    void aFileOnAFullDeviceIsAnError() {
        assumeTrue(Files.exists(FULL_DEVICE), "there is a device that is always full");
        Outcome outcome = new Gidn(folder).runWithInput("11111111\n", with(EVALUATE, "--out", "/dev/full"));
        assertEquals(new Outcome(1, "", "gidn: File /dev/full could not be written: " + FULL + ".\n"), outcome);
        project();
        for (String command :
                List.of("export p --format csv --out /dev/full", "export p --format ro-crate --out /dev/full")) {
            Outcome export = new Gidn(folder).run(command.split(" "));
            assertEquals(1, export.status(), command);
            assertEquals("gidn: File /dev/full could not be written: " + FULL + ".\n", export.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv-columns", "jsonl", "hdf5", "vtu"})
    void anExportToAFullDeviceIsNoFaultOfItsFormat(String format) {
        assumeTrue(Files.exists(FULL_DEVICE), "there is a device that is always full");
        project();
        Outcome outcome = new Gidn(folder).run("export", "p", "--format", format, "--out", "/dev/full");
        assertEquals(new Outcome(1, "", "gidn: File /dev/full could not be written: " + FULL + ".\n"), outcome);
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.csv"), "older\n");
        Outcome refused = new Gidn(folder).runWithInput("1111x111\n", with(EVALUATE, "--out", "kept.csv"));
        assertEquals(2, refused.status());
        assertEquals("older\n", Files.readString(kept));
        assertEquals(
                0,
                new Gidn(folder)
                        .runWithInput("11111111\n", with(EVALUATE, "--out", "kept.csv"))
                        .status());
        assertTrue(Files.readString(kept).startsWith("design,toughness\n11111111,"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(kept), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "nowhere/file.csv"})
    void aPlaceWhereNoFileCanBeIsRefusedBeforeAnythingIsEvaluated(String place) throws IOException {
        Files.createDirectory(folder.resolve("taken"));
        Outcome outcome = new Gidn(folder).runWithInput("11111111\n", with(EVALUATE, "--out", place));
        assertEquals(2, outcome.status());
        assertTrue(outcome.err().contains(folder.resolve(place).toString()), outcome.err());
        assertTrue(Files.isDirectory(folder.resolve("taken")));
    }

    private static String[] with(String[] arguments, String... further) {
        return Stream.concat(Stream.of(arguments), Stream.of(further)).toArray(String[]::new);
    }

    @Test
    void aReportThatCannotBeWrittenIsAnErrorAndLeavesNothingOfItself() throws IOException {
        project();
        Path run = folder.resolve("p/runs/1");
        Files.delete(run.resolve("report.html"));
        Files.createDirectory(run.resolve("report.html"));
        Outcome outcome = new Gidn(folder).run("report", "p");
        assertEquals(1, outcome.status());
        assertEquals(
                "gidn: " + run.resolve("report.html") + " is a folder; name a file. The results are whole without the"
                        + " report; to write it then: gidn report p:1, or with"
                        + " --out FILE to write it elsewhere.\n",
                outcome.err());
        assertTrue(outcome.out().contains("Best design"), outcome.out());
        assertFalse(outcome.out().contains("Report:"), outcome.out());
        try (Stream<Path> files = Files.list(run)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void textsOfOthersDoNothingToATerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output output = new Output(bytes, StandardCharsets.UTF_8);
        output.println("a\033]0;title\007b\u009b2J\u202e\tc");
        output.printf("%s %5.1f%n", "\033[31m", 1.5);
        output.append("\r").append('x').println();
        assertEquals(
                "a\\u001b]0;title\\u0007b\\u009b2J\\u202e\tc\n\\u001b[31m   1.5\n\\u000dx\n",
                bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
        Outcome failed = new Gidn(folder)
                .runWithInput(
                        "1111\n",
                        "evaluate",
                        "--evaluator",
                        "org.gidn.cli.tests.misbehaving",
                        "--set",
                        "how=fail",
                        "--designs",
                        "-");
        assertEquals("gidn: Design 1 has no value: \\u001b[31mred\\u000aand a second line\n", failed.err());
        String refusal = new Gidn(folder).run("run", "no\033[2Jsuch\nthing").err();
        assertTrue(
                refusal.startsWith("gidn: Unknown example, project or file 'no\\u001b[2Jsuch\\u000athing'"), refusal);
    }

    @Test
    void whatIsLongerThanAnybodyReadsIsShortenedInItsMiddle() {
        Outcome outcome = new Gidn(folder).run("run", "x".repeat(1 << 20));
        assertEquals(2, outcome.status());
        assertEquals(1, outcome.err().lines().count());
        assertTrue(outcome.err().length() < 5_000, () -> outcome.err().length() + " characters");
        assertTrue(outcome.err().contains("characters) …"), outcome.err());
    }
}
