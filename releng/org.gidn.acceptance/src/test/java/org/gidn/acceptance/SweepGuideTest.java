// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The sweep of the page on running, word for word. */
@EnabledOnOs(OS.LINUX)
class SweepGuideTest {
    @TempDir
    Path folder;

    @Test
    void itsSweepIsListedRunAndCompared() throws Exception {
        Product product = Product.copy(folder);
        GuidePage page = new GuidePage("running.html");
        page.write(folder);
        List<String> commands = page.commands();
        assertEquals(1, commands.size());
        String out = product.run(folder, List.of("sh", "-ec", commands.get(0)))
                .done()
                .out();
        assertEquals(
                8, out.lines().filter(line -> line.startsWith("budget=40, ")).count(), out);
        assertTrue(out.contains("8 runs done; to compare: gidn compare sweep.yaml"), out);
        assertTrue(out.contains("  composite-8x8:8  "), out);
    }
}
