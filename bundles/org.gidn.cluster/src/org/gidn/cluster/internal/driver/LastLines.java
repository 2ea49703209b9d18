// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines that a worker printed, for a sentence. */
final class LastLines {
    private static final int LINES = 3;

    private LastLines() {}

    static String of(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            String last = String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
            return last.isEmpty() ? "it printed nothing" : "its last lines are: " + last;
        } catch (IOException e) {
            return "what it printed is not there";
        }
    }
}
