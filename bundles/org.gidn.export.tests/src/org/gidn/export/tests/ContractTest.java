// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.experiments.Project;
import org.gidn.export.ExportFormat;
import org.gidn.export.RunExport;
import org.gidn.export.contract.ExporterContract;
import org.gidn.visualisation.tests.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's exporters keep what every one promises. */
class ContractTest {
    @TempDir
    private Path folder;

    @Test
    void theProductsOwnKeepThePromises() throws IOException {
        for (Project project : List.of(Runs.peaks(folder.resolve("peaks")), Runs.random(folder.resolve("random")))) {
            RunExport run = new RunExport(project, 1, Runs.CATALOGUE);
            for (ExportFormat format : ExportFormat.installed()) {
                if (!format.id().startsWith("test-")) {
                    Path file = Files.createTempDirectory(folder, "export").resolve("run." + format.suffix());
                    new ExporterContract(format::export, run, file).check();
                }
            }
        }
    }

    @Test
    void breachesAreNamed() {
        Project project = Runs.random(folder.resolve("random"));
        ExporterContract silent = new ExporterContract(
                (run, file) -> {}, new RunExport(project, 1, Runs.CATALOGUE), folder.resolve("file.csv"));
        String export = assertThrows(AssertionError.class, silent::check).getMessage();
        assertTrue(export.contains("Not kept: It writes the file"), export);
    }
}
