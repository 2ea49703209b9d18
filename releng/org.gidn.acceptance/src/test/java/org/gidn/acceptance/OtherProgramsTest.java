// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gidn.acceptance.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The pages on plain Java and on Python, word for word. */
@EnabledOnOs(OS.LINUX)
class OtherProgramsTest {
    @TempDir
    Path folder;

    @Test
    void plainJavaEvaluatesTrainsAndDesigns() throws Exception {
        Product product = Product.copy(folder);
        GuidePage page = new GuidePage("plain-java.html");
        page.write(folder);
        String java = "PATH='" + System.getProperty("java.home") + "/bin':$PATH\n";
        String evaluated = run(product, java + page.commands().get(0)).done().out();
        assertTrue(evaluated.contains("12.37627979810137"), evaluated);
        String designed = run(product, java + page.commands().get(1)).done().out();
        assertTrue(designed.contains("best sample 12.38") && designed.contains("best design 69.42"), designed);
    }

    @Test
    void pythonDesignsEvaluatesAndReadsResults() throws Exception {
        Product product = Product.copy(folder);
        assumeTrue(run(product, "python3 -c 'import sqlite3'").status() == 0, "Python is not installed");
        GuidePage page = new GuidePage("python.html");
        page.write(folder);
        assertEquals(5, page.commands().size());
        // The product is where the page has it.
        String set = "HOME='" + folder + "'\n" + page.commands().get(0) + "\n";
        String designed = run(product, set + page.commands().get(1)).done().out();
        // As high as it may be, and so wide that the deflection is a millimetre.
        double mass = Double.parseDouble(designed.split(" ")[0]);
        assertTrue(mass >= 15.699 && mass < 15.8, designed);
        String read = run(product, set + page.commands().get(2)).done().out();
        assertTrue(read.contains("\n1 Genetic algorithm on the 16 by 16 composite done "), read);
        String evaluated = run(product, set + page.commands().get(3)).done().out();
        assertTrue(evaluated.matches("([01]{32} \\d+\\.\\d+\n){5}"), evaluated);
        if (run(product, "python3 -c 'import h5py'").status() == 0) {
            String arrays = run(product, set + page.commands().get(4)).done().out();
            assertTrue(arrays.contains("\nGenetic algorithm on the 16 by 16 composite "), arrays);
        }
    }

    private Outcome run(Product product, String commands) throws IOException, InterruptedException {
        return product.run(folder, List.of("sh", "-ec", commands));
    }
}
