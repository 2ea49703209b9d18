// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.statistics.Fit;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.predictor.settings.MlpSettings;
import org.gidn.predictor.study.NetworkStudy;
import org.gidn.predictor.study.StructureResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkStudyTest {
    private static final CrackToughness COMPOSITE =
            new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0));

    private static MemoryRun study(Path folder, int... neurons) {
        return study(run(folder), neurons);
    }

    private static MemoryRun run(Path folder) {
        return new MemoryRun(COMPOSITE, COMPOSITE.space().withZeroFraction(0.25), 1, 2, folder);
    }

    private static MemoryRun study(MemoryRun run, int... neurons) {
        MlpSettings training =
                new MlpSettings(1, 1, 0, 0.003, "cosine", 0, 200, 40, 0, "standard", "plusMinusOne", 1, "tiled");
        new NetworkStudy(1000, new RandomSampler(true), 0.2, new int[] {1, 3}, neurons, 150, training).optimise(run);
        return run;
    }

    @Test
    void goesOnWithTheNextStructureAfterAnInterruption(@TempDir Path folder) throws Exception {
        study(folder, 4);
        Path first = folder.resolve(StructureResult.fileName(1, 4));
        FileTime written = Files.getLastModifiedTime(first);
        MemoryRun run = study(folder, 4, 32);
        assertEquals(written, Files.getLastModifiedTime(first));

        StructureResult result = StructureResult.read(folder.resolve(StructureResult.fileName(3, 32)));
        assertEquals(3, result.layers());
        assertEquals(32, result.neurons());
        assertEquals(150, result.actual().length);
        assertEquals(run.metric("test MSE", 3, 32), result.testMse());
        assertTrue(result.trainingMse() < result.testMse(), result::toString);
        // A deep wide network predicts better than a shallow narrow one.
        assertTrue(result.testMse() < StructureResult.read(first).testMse());
        assertTrue(Fit.of(result.predicted(), result.actual()).spearman() > 0.8);
    }

    @Test
    void aSmallerBudgetIsStudiedToo(@TempDir Path folder) {
        MemoryRun run = study(run(folder).withBudget(150), 4);
        assertEquals(150, run.evaluations());
        assertEquals(
                List.of(
                        "Only 150 of the 1,000 designs drawn to learn from are evaluated: the budget does not allow more."),
                run.events());
        assertTrue(Files.exists(folder.resolve(StructureResult.fileName(3, 4))));
    }

    @Test
    void theSplitIsTheSameForAllStructures(@TempDir Path folder) throws Exception {
        study(folder, 4);
        assertArrayEquals(
                StructureResult.read(folder.resolve(StructureResult.fileName(1, 4)))
                        .actual(),
                StructureResult.read(folder.resolve(StructureResult.fileName(3, 4)))
                        .actual());
    }

    @Test
    void damagedFilesAreNamed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("structure-1x4.csv");
        Files.writeString(file, "layers,neurons\n1,4,oops");
        String message = assertThrows(InvalidInputException.class, () -> StructureResult.read(file))
                .getMessage();
        assertTrue(message.contains(file.toString()), message);
    }
}
