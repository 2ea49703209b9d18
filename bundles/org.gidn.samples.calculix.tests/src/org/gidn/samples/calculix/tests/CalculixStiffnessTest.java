// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.calculix.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.samples.calculix.CalculixStiffness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CalculixStiffnessTest {
    private static final double NU = 1 / 3.0;

    @TempDir
    Path folder;

    private static CalculixStiffness evaluator(double crackFraction, String executable, double timeout) {
        return new CalculixStiffness(8, crackFraction, 10, NU, executable, timeout);
    }

    private static void needsCalculix() {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "ccx")));
        assumeTrue(installed, "CalculiX (ccx) is not installed");
    }

    @Test
    void plainPlatesHaveTheModulusOfTheirMaterial() {
        needsCalculix();
        DesignBatch designs = DesignBatch.ofBits(32, new long[] {-1L >>> 32, 0});
        double[] values =
                evaluator(0, "ccx", 60).evaluate(designs, Cancellation.NONE).values(0);
        assertEquals(1, values[0], 1e-6);
        assertEquals(0.1, values[1], 1e-7);
    }

    /** Layers along the load share its strain, layers across it share its stress. */
    @Test
    void layersHaveTheMeansOfVoigtAndReuss() {
        needsCalculix();
        // Rows 0, 2, 3 and 6 soft; then columns 1 and 3.
        DesignBatch designs = DesignBatch.ofBits(32, new long[] {0xF0FF00F0L, 0x55555555L});
        CalculixStiffness evaluator = new CalculixStiffness(8, 0, 10, 0, "ccx", 60);
        double[] values = evaluator.evaluate(designs, Cancellation.NONE).values(0);
        assertEquals((4 * 1 + 4 * 0.1) / 8, values[0], 1e-6);
        assertEquals(1 / ((1 + 10) / 2.0), values[1], 1e-6);
    }

    /**
     * Eight-node elements can move in all ways that four-node ones can and in more, so they are softer; the finer mesh is
     * softer still.
     */
    @Test
    void compositesLieBetweenTheProductsCoarseAndFineElements() {
        needsCalculix();
        CalculixStiffness evaluator = evaluator(0.25, "ccx", 60);
        DesignBatch designs = new RandomSampler(false)
                .sample(evaluator.space(), 4, new RandomStreams(1).stream("designs"), Cancellation.NONE);
        double[] values = evaluator.evaluate(designs, Cancellation.NONE).values(0);
        for (int i = 0; i < values.length; i++) {
            assertTrue(values[i] < bilinear(designs.toArray(i), 1));
            assertTrue(values[i] > bilinear(designs.toArray(i), 5));
        }
    }

    private static double bilinear(double[] design, int refinement) {
        PlateSolver solver =
                new PlateSolver(CrackedPlate.square(8, 0.25).refined(refinement).mesh(), new TwoPhaseMaterial(10, NU));
        return 2 * solver.solve(design).energy() * 4 / 8;
    }

    @Test
    void aMissingProgramIsNamedWithWhatToDo() {
        assertEquals(
                "CalculiX was not found: there is no program 'no-such-ccx' on the path; install it (on Debian and Ubuntu"
                        + " the package calculix-ccx), or name its file by the setting 'executable'.",
                assertThrows(InvalidInputException.class, () -> evaluator(0.25, "no-such-ccx", 60))
                        .getMessage());
    }

    /** A program that does what the script says. */
    private String program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    private static String failure(CalculixStiffness evaluator) {
        Evaluations results = evaluator.evaluate(DesignBatch.ofBits(32, new long[] {5}), Cancellation.NONE);
        assertTrue(Double.isNaN(results.value(0, 0)));
        return results.failure(0);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whateverGoesWrongWithAProgramIsTheDesignsFailure() throws IOException {
        assertEquals(
                "CalculiX ended with status 3: *ERROR in gen3delem: too many elements",
                failure(evaluator(
                        0.25, program("echo hello; echo ' *ERROR in gen3delem: too many elements'; exit 3"), 60)));
        assertEquals(
                "CalculiX ended without results; its file plate.dat holds no total internal energy.",
                failure(evaluator(0.25, program("exit 0"), 60)));
        assertEquals(
                "CalculiX took longer than the 0.2 s that the setting 'timeout' allows.",
                failure(evaluator(0.25, program("sleep 30"), 0.2)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theUserCanStopAProgramThatHangs() throws IOException {
        CalculixStiffness evaluator = evaluator(0.25, program("sleep 30"), 60);
        long start = System.nanoTime();
        assertThrows(
                CancellationException.class,
                () -> evaluator.evaluate(
                        DesignBatch.ofBits(32, new long[] {5}), () -> System.nanoTime() - start > 100_000_000L));
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
    }

    @Test
    void aCrackThatEndsWithinARowIsRefused() {
        assertTrue(Arrays.asList("even number", "between two rows").stream()
                .allMatch(assertThrows(InvalidInputException.class, () -> evaluator(0.3, "sh", 60))
                        .getMessage()::contains));
    }

    @Test
    void itKeepsWhatEvaluatorsPromise() {
        needsCalculix();
        new EvaluatorContract(() -> new CalculixStiffness(4, 0.25, 10, NU, "ccx", 60)).check();
    }
}
