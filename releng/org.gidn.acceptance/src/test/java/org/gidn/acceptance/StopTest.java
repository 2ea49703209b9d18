// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever the built product is asked to end, it says in a sentence what became of the run. */
@EnabledOnOs(OS.LINUX)
class StopTest {
    private static final String SENTENCE =
            "gidn: (Stopped|Ended) before anything was begun\\.|gidn: Stopped before there was a result\\."
                    + "|gidn: Stopped; what was stored until then is kept\\."
                    + "|Cancelled after [\\d,]+ evaluations; designs kept: [\\d,]+\\. To go on: gidn run genetic-algorithm --resume";

    @TempDir
    private static Path folder;

    private static Product product;

    @BeforeAll
    static void copyProduct() throws IOException {
        product = Product.copy(folder);
    }

    /** From the script's first line, by way of a Java machine that starts, into the run. */
    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100, 200, 400, 700, 1000, 1500, 3000})
    void aSentenceSaysWhatBecameOfTheRun(int milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        product.folder().resolve("gidn").toString(),
                        "run",
                        "genetic-algorithm",
                        "--set",
                        "generations=100000")
                .directory(Files.createDirectory(product.work().resolve("after" + milliseconds))
                        .toFile())
                .redirectErrorStream(true)
                .start();
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        // Unlike the process, its handle leaves the stream open.
        process.toHandle().destroy();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(
                text.lines().reduce((before, last) -> last).orElse("").matches(SENTENCE),
                () -> "after " + milliseconds + " ms: " + text);
        assertEquals(128 + 15, process.waitFor());
    }

    /** What Java cannot catch is told by the start script, which waits beside it. */
    @Test
    void aKilledRunIsToldToo() throws Exception {
        Process process = new ProcessBuilder(
                        product.folder().resolve("gidn").toString(),
                        "run",
                        "genetic-algorithm",
                        "--set",
                        "generations=100000")
                .directory(
                        Files.createDirectory(product.work().resolve("killed")).toFile())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            lines.add(reader.readLine());
            process.toHandle().destroyForcibly();
            reader.lines().forEach(lines::add);
        }
        assertEquals(
                "gidn: Ended at once, as by a kill, for want of memory or by a plug-in that halts Java; what was stored until then"
                        + " is kept.",
                lines.get(lines.size() - 1));
    }

    /** Java's own log stands for a plug-in that writes to the process's descriptor 1, past System.out. */
    @Test
    void standardOutputIsTheProductsOwn() throws Exception {
        Product.Outcome outcome = product.run(
                        product.work(),
                        List.of("sh", "-ec", "GIDN_VMARGS=-Xlog:gc*:stdout gidn list evaluators --json"))
                .done();
        assertTrue(
                outcome.out().startsWith("[") && outcome.out().stripTrailing().endsWith("]"), outcome::out);
        assertTrue(outcome.err().contains("[gc"), outcome::err);
        assertEquals(
                "gidn: Standard output cannot be written, so that something is missing there (Bad file descriptor); free some"
                        + " space, or send it elsewhere.\n",
                product.run(product.work(), List.of("sh", "-c", "gidn --version >&-"))
                        .err());
    }
}
