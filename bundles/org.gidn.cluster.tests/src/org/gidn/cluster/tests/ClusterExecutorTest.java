// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.execution.ClusterExecutor;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.internal.processes.Processes;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.ExecutorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Workers as processes on this machine give what one thread here gives, whatever happens to them. */
@DisabledOnOs(OS.WINDOWS)
class ClusterExecutorTest {
    @TempDir
    private Path shared;

    @AfterEach
    void endWorkers() {
        Pools.closeAll();
    }

    private ClusterExecutor executor(int workers) {
        return new ClusterExecutor(new Processes(), new ClusterSettings(shared, workers, 1, 0, 60, ""));
    }

    private static Task ones(EvaluatorSource source) {
        return new Task(source, DesignBatch.ofBits(16, new long[] {1, 0xffff, 2}), false, null);
    }

    @Test
    void keepsThePromises() {
        new ExecutorContract(() -> executor(2), Slow.source(1000, "")).check();
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Task task = Batch.task(Slow.source(1000, ""), 50);
        try (ClusterExecutor executor = executor(1)) {
            Batch.assertSame(task, executor.evaluate(task, Phase.SILENT, Cancellation.NONE));
        }
        Pools.closeAll();
        try (var files = Files.list(shared)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void otherBitsAreRefused() {
        Task task = Batch.task(Slow.source(1000, "bits"), 5);
        try (ClusterExecutor executor = executor(1)) {
            String message = assertThrows(
                            UnavailableException.class, () -> executor.evaluate(task, Phase.SILENT, Cancellation.NONE))
                    .getMessage();
            assertTrue(message.contains(" gives other numbers than "), message);
            assertTrue(message.contains(": canary design 1 has "), message);
        }
    }

    @Test
    void whatTheEvaluatorSaysArrives() {
        try (ClusterExecutor executor = executor(1)) {
            assertEquals(
                    "All ones is no design.",
                    assertThrows(
                                    InvalidInputException.class,
                                    () -> executor.evaluate(
                                            ones(Slow.source(10, "refuse")), Phase.SILENT, Cancellation.NONE))
                            .getMessage());
            assertEquals(
                    "java.lang.IllegalStateException: all ones",
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> executor.evaluate(
                                            ones(Slow.source(10, "throw")), Phase.SILENT, Cancellation.NONE))
                            .getMessage());
        }
    }

    @Test
    void designsThatEndWorkersEndTheRun() {
        try (ClusterExecutor executor = executor(1)) {
            String message = assertThrows(
                            UnavailableException.class,
                            () -> executor.evaluate(ones(Slow.source(10, "exit")), Phase.SILENT, Cancellation.NONE))
                    .getMessage();
            assertTrue(message.contains(" designs have ended 3 workers"), message);
            assertTrue(message.contains("its last lines are: the end is near"), message);
        }
    }
}
