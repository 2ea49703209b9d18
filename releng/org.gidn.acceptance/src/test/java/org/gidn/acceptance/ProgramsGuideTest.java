// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The page on programs of one's own, word for word. */
@EnabledOnOs(OS.LINUX)
class ProgramsGuideTest {
    @TempDir
    Path folder;

    @Test
    void aSolverWithFilesAndOneWithStreamsAreUsed() throws Exception {
        Product product = Product.copy(folder);
        Path work = Files.createDirectories(folder.resolve("beam"));
        GuidePage page = new GuidePage("programs.html");
        page.write(work);
        List<String> commands = page.commands();
        assertEquals(4, commands.size());
        run(product, work, commands.get(0));
        String found = run(product, work, commands.get(1));
        assertTrue(found.contains("Stepped cantilever"), found);
        assertTrue(Files.notExists(work.resolve("designs")), "no design has failed");
        assumeTrue(product.run(work, List.of("python3", "--version")).status() == 0, "Python is not installed");
        check(product, work, commands.get(2));
        assumeTrue(
                product.run(work, List.of("sh", "-c", "command -v octave-cli")).status() == 0,
                "Octave is not installed");
        check(product, work, commands.get(3));
    }

    private static void check(Product product, Path work, String commands) throws Exception {
        String checked = run(product, work, commands);
        assertTrue(checked.contains("holds  It answers the first line."), checked);
        assertTrue(!checked.contains("FAILS"), checked);
    }

    private static String run(Product product, Path work, String commands) throws Exception {
        Outcome outcome = product.run(work, List.of("sh", "-ec", commands)).done();
        return outcome.out() + outcome.err();
    }
}
