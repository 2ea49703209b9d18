// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gidn.cli.tests.Gidn.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of any size are printed by digits that tell them. */
class PrintedNumbersTest {
    @TempDir
    private Path folder;

    @Test
    void smallAndLargeValuesAreToldByTheirDigits() throws IOException {
        Files.writeString(folder.resolve("peaks.yaml"), """
                format: 2
                title: Peaks
                problem:
                  evaluator: org.gidn.baselines.peaks
                optimiser: {use: org.gidn.baselines.random, samples: 2}
                """);
        assertEquals(0, new Gidn(folder).run("run", "peaks.yaml", "--out", "p").status());
        assertTold("3.21e-7", "3.2100e-07", "3.21e-07");
        assertTold("0.0125", "0.0125", "0.0125");
        assertTold("-12.5", "-12.5000", "-12.50");
        assertTold("6.54e300", "6.5400e+300", "6.54e+300");
        assertTold("0", "0.0000", "0.00");
    }

    private void assertTold(String value, String best, String least) throws IOException {
        Files.writeString(folder.resolve("measured.csv"), "x1,x2,height\n1,2," + value + "\n");
        Outcome imported = new Gidn(folder).run("import", "p", "measured.csv");
        assertTrue(imported.out().endsWith("; best height " + best + "\n"), imported.out());
        String report = new Gidn(folder).run("report", "p").out();
        assertTrue(report.contains("Best design, height " + best + "\n"), report);
        assertTrue(report.lines().anyMatch(line -> line.matches("  minimum +" + least.replace("+", "\\+"))), report);
        String compared = new Gidn(folder).run("compare", "p").out();
        assertTrue(compared.contains(" " + best + " "), compared);
    }
}
