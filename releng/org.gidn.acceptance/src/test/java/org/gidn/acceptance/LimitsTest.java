// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the shell allows too little of something, the start script says of what, and Java is not begun. */
@EnabledOnOs(OS.LINUX)
class LimitsTest {
    private static final Path SCRIPT =
            Path.of("../../features/org.gidn.platform.feature/unix/gidn").toAbsolutePath();

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "-n 32, 'Only 32 files can be open at once here, but '",
        "-v 1000000, 'Only 1000000 KB of addresses can be used here, but '",
        "-d 100000, 'Only 100000 KB of data can be held here, but '",
        "-f 0, 'A file can have only 0 blocks of 512 bytes here, '"
    })
    void whatIsLimitedIsNamed(String limit, String beginning) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "-c", "ulimit " + limit + "; exec \"$0\" list", SCRIPT.toString())
                .redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), text);
        assertTrue(text.startsWith("gidn: " + beginning), text);
        assertTrue(text.endsWith("; allow more with 'ulimit " + limit.substring(0, 2) + "'\n"), text);
    }
}
