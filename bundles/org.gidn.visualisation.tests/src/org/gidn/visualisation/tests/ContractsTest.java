// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.contract.FigureContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's figures keep what every one promises. */
class ContractsTest {
    @TempDir
    private Path folder;

    @Test
    void theProductsOwnKeepThePromises() {
        for (Project project : List.of(Runs.peaks(folder.resolve("peaks")), Runs.random(folder.resolve("random")))) {
            RunResults results = project.results(1);
            for (FigureKind kind : FigureKind.installed()) {
                if (!kind.id().contains(".tests.")) {
                    new FigureContract(kind::figures, results).check();
                }
            }
        }
    }

    @Test
    void breachesAreNamed() {
        Project project = Runs.random(folder.resolve("random"));
        String figure = assertThrows(
                        AssertionError.class, () -> new FigureContract(results -> null, project.results(1)).check())
                .getMessage();
        assertTrue(figure.contains("Not kept: There is a list of figures"), figure);
    }
}
