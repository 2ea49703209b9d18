// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The page on the laboratory, word for word: from an empty folder to measured specimens. */
@EnabledOnOs(OS.LINUX)
class LaboratoryGuideTest {
    @TempDir
    Path folder;

    @Test
    void specimensAreAskedForAndTold() throws Exception {
        Product product = Product.copy(folder);
        GuidePage page = new GuidePage("laboratory.html");
        page.write(folder);
        List<String> commands = page.commands();
        assertEquals(4, commands.size());
        String first = run(product, commands.get(0));
        assertTrue(first.contains("\nid,design,predicted,load,failure,remark,who\n1,"), first);
        for (int design = 1; design <= 6; design++) {
            for (String file : List.of(".png", ".dxf", "-glass.stl", "-rubber.stl")) {
                assertTrue(Files.size(folder.resolve("print").resolve(design + file)) > 0, design + file);
            }
        }
        String part = run(product, commands.get(1));
        assertTrue(part.startsWith("Run 1: 5 measurements taken; 2 designs are pending.\n"), part);
        assertTrue(part.contains("\n5,") && part.contains("\n6,") && !part.contains("\n7,"), part);
        String more = run(product, commands.get(2));
        assertTrue(more.contains("\n7,") && more.contains("\n8,") && !more.contains("\n9,"), more);
        String rest = run(product, commands.get(3));
        assertTrue(
                rest.startsWith(
                        "Run 1: 3 measurements taken, 1 of designs that nobody had asked for; best load 110.4000;"),
                rest);
        assertTrue(rest.contains("All is as it was written: 1 run with 7 designs and 8 measurements."), rest);
    }

    private String run(Product product, String commands) throws Exception {
        return product.run(folder, List.of("sh", "-ec", commands)).done().out();
    }
}
