// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.PlateSolver;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.bench.DenseCholesky;
import org.gidn.fem.bench.FemBenchmark;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The benchmark's baselines compute the same; otherwise its ratios would mean nothing. */
class BaselineTest {
    /** EJML factorises matrices as large as those of 32 by 32 elements in blocks. */
    @ParameterizedTest
    @CsvSource({"8, true", "8, false", "32, true"})
    void denseCholeskyAgreesWithTheReference(int size, boolean symmetric) {
        CrackedPlate plate = CrackedPlate.square(size, 0.25).withSymmetry(symmetric);
        TwoPhaseMaterial material = new TwoPhaseMaterial(10, 0.3);
        PlateSolver reference = new PlateSolver(plate.mesh(), material);
        DenseCholesky dense = new DenseCholesky(plate.mesh(), material);
        DesignBatch designs = Composites.random(new CrackToughness(plate, material).space(), 10, 2);
        for (int i = 0; i < designs.size(); i++) {
            double expected = reference.solve(designs.toArray(i)).energyAtFailure();
            assertEquals(expected, dense.energyAtFailure(designs.toArray(i)), 1e-11 * expected);
        }
    }

    @Test
    void everyMethodIsMeasured() {
        List<FemBenchmark.Row> told = new ArrayList<>();
        List<FemBenchmark.Row> rows = new FemBenchmark(1e-6, Cancellation.NONE).run(List.of(4), List.of(2), told::add);
        assertEquals(told, rows);
        assertEquals(
                List.of(
                        FemBenchmark.BASELINE,
                        "batch kernel",
                        "batch kernel",
                        "batches of one design",
                        "value and gradient",
                        "swap neighbourhood",
                        "exhaustive search",
                        "exhaustive search",
                        "EJML dense Cholesky"),
                rows.stream().map(FemBenchmark.Row::method).collect(Collectors.toList()));
        assertEquals(1, rows.get(0).overBaseline());
        assertEquals(1, rows.get(1).overKernel());
        assertTrue(rows.stream().allMatch(row -> row.perSecond() > 0 && row.overBaseline() > 0));
    }

    @Test
    void stopsWhenCancelled() {
        FemBenchmark benchmark = new FemBenchmark(1e-6, () -> true);
        assertThrows(CancellationException.class, () -> benchmark.run(List.of(4), List.of(), row -> {}));
        assertThrows(InvalidInputException.class, () -> new FemBenchmark(0, Cancellation.NONE));
    }
}
