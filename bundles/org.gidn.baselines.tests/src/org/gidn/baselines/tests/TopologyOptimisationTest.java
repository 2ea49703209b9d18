// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gidn.baselines.TopologyOptimisation;
import org.gidn.baselines.TopologyOptimisation.Constraint;
import org.gidn.baselines.TopologyOptimisation.Gradient;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.run.Candidates;
import org.gidn.fem.CrackToughness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyOptimisationTest {
    @TempDir
    Path folder;

    @Test
    void projectionKeepsTheVolumeFractionThatThePapersStepLoses() throws IOException {
        MemoryRun projected = finished(Gradient.ADJOINT, Constraint.PROJECTION, 200, 100);
        MemoryRun clipped = finished(Gradient.ADJOINT, Constraint.CLIPPING, 200, 100);
        assertEquals(0.25, projected.metric("volume fraction", 200), 1e-12);
        assertTrue(Math.abs(clipped.metric("volume fraction", 200) - 0.25) > 0.02);
    }

    @Test
    void itClimbsFarAboveRandomDesigns() throws IOException {
        MemoryRun run = finished(Gradient.ADJOINT, Constraint.PROJECTION, 1_000, 100);
        assertTrue(run.best().value() > 50, "found " + run.best().value());
    }

    @Test
    void centralDifferencesFollowTheAdjointGradient() throws IOException {
        MemoryRun adjoint = finished(Gradient.ADJOINT, Constraint.PROJECTION, 20, 20);
        MemoryRun differences = finished(Gradient.CENTRAL_DIFFERENCE, Constraint.PROJECTION, 20, 20);
        assertEquals(adjoint.metric("binary value", 20), differences.metric("binary value", 20), 1e-9);
        assertEquals(adjoint.metric("continuous value", 0), differences.metric("continuous value", 0), 1e-12);
        assertEquals(20 * (2 * 32 + 1) + 2, differences.evaluations(), "points of the differences and two designs");
    }

    @Test
    @DisplayName("Fixed and tied cells stay what they are, and the volume is kept")
    void limitsAreKept() throws IOException {
        CrackToughness evaluator = Composite.evaluator(8);
        DesignSpace space =
                evaluator.space().withZeroFraction(0.25).withFixed(0, 0).withFixed(31, 1);
        for (int j = 4; j < 8; j++) {
            space = space.withTie(j, j + 20);
        }
        MemoryRun run = new MemoryRun(evaluator, space, 1, 1, Files.createTempDirectory(folder, "run"));
        TopologyOptimisation method = method(Gradient.ADJOINT, Constraint.PROJECTION, 400, 20);
        method.check(run.problem());
        method.optimise(run);
        assertEquals(0.25, run.metric("volume fraction", 400), 1e-12);
        for (Candidates candidates : run.candidates()) {
            assertEquals(Optional.empty(), space.objection(candidates.designs(), 0));
        }
        double first = run.values().get(0)[0];
        assertTrue(run.best().value() > 2 * first, first + " to " + run.best().value());
    }

    private MemoryRun finished(Gradient gradient, Constraint constraint, int steps, int binaryEvery)
            throws IOException {
        MemoryRun run = Composite.run(1, Files.createTempDirectory(folder, "run"));
        method(gradient, constraint, steps, binaryEvery).optimise(run);
        return run;
    }

    private static TopologyOptimisation method(Gradient gradient, Constraint constraint, int steps, int binaryEvery) {
        return new TopologyOptimisation(gradient, 1e-5, constraint, 0.05, steps, binaryEvery);
    }
}
