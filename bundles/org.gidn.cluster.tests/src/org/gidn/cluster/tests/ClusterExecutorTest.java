// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.execution.ClusterExecutor;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.internal.processes.Processes;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.ExecutorContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.Task;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Workers as processes on this machine give what one thread here gives, whatever happens to them. */
@DisabledOnOs(OS.WINDOWS)
@Tag("long")
class ClusterExecutorTest {
    @TempDir
    private Path shared;

    @AfterEach
    void endWorkers() {
        Pools.closeAll();
    }

    private ClusterExecutor executor(int workers) {
        return new ClusterExecutor(new Processes(), new ClusterSettings(shared, workers, 1, 0, 60, 0, ""));
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
        String worker;
        try (ClusterExecutor executor = executor(1)) {
            Batch.assertSame(task, executor.evaluate(task, Phase.SILENT, Cancellation.NONE));
            worker = Spool.list(executor.status().get(0).folder().resolve("workers"))
                    .get(0);
        }
        assertEquals(1, ownFolders(worker));
        Pools.closeAll();
        try (var files = Files.list(shared)) {
            assertEquals(List.of(), files.toList());
        }
        Batch.await(() -> ownFolders(worker) == 0);
    }

    private static String[] outcomes(PieceTask task, BatchExecutor executor) {
        String[] outcomes = new String[task.inputs().size()];
        executor.work(task, new Workers(1, Cancellation.NONE), Phase.SILENT, new PieceTask.Listener() {
            @Override
            public void doing(int piece, double share, String note) {}

            @Override
            public void done(int piece, byte[] outcome) {
                assertNull(outcomes[piece], "twice");
                outcomes[piece] = HexFormat.of().formatHex(outcome);
            }
        });
        return outcomes;
    }

    @Test
    void piecesOfAMethodsWorkAreDoneByWorkers() {
        PieceTask task = Sums.task(7);
        try (ClusterExecutor executor = executor(2)) {
            assertArrayEquals(outcomes(task, new LocalExecutor(1)), outcomes(task, executor));
        }
        Pools.closeAll();
        // Workers that wait for designs leave their machines to those that do pieces.
        try (ClusterExecutor executor = executor(1)) {
            executor.evaluate(Batch.task(Slow.source(10, ""), 3), Phase.SILENT, Cancellation.NONE);
            outcomes(task, executor);
            assertEquals(1, executor.status().size());
        }
        PieceTask failing = new PieceTask(task.method(), List.of(new byte[] {-64, 0, 0, 0, 0, 0, 0, 0}));
        try (ClusterExecutor executor = executor(2)) {
            assertEquals(
                    "java.lang.IllegalStateException: no sum of -2.0",
                    assertThrows(IllegalStateException.class, () -> outcomes(failing, executor))
                            .getMessage());
        }
    }

    /** How many folders a worker has on its machine's disk. */
    private static long ownFolders(String worker) {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().contains(worker))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Else those of another evaluator would wait for machines until these have lingered. */
    @Test
    void workersThatNobodyUsesMakeRoomForOthers() throws Exception {
        for (long steps : new long[] {10, 11}) {
            try (ClusterExecutor executor = executor(1)) {
                Batch.begin(Batch.task(Slow.source(steps, ""), 5), executor).assertSame();
                assertEquals(1, executor.status().size());
            }
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

    private ClusterExecutor impatient(int workers, int life, int patience) {
        return new ClusterExecutor(new Processes(life), new ClusterSettings(shared, workers, 1, 0, 60, patience, ""));
    }

    /** A worker's life has to be long enough for the start of a JVM on a machine that has much else to do. */
    private static void assumeNight() {
        assumeTrue(Integer.getInteger("gidn.clusterFaults", 1) > 1, "takes half a minute: at night only");
    }

    @Test
    void aWorkerThatHangsIsReplaced(@TempDir Path markers) throws Exception {
        Task task = ones(Slow.source(10, markers.resolve("hung").toString()));
        try (ClusterExecutor executor = impatient(1, 0, 2)) {
            Batch batch = Batch.begin(task, executor);
            Batch.await(() -> batch.done() || batch.note().contains(" s without an end, and was ended; another"));
            batch.assertSame();
            assertTrue(
                    executor.status().get(0).troubles().get(0).contains(" s without an end, and was ended."),
                    executor.status().toString());
        }
    }

    @Test
    void designsThatHangAlwaysEndTheRun() {
        try (ClusterExecutor executor = impatient(2, 0, 1)) {
            String message = assertThrows(
                            UnavailableException.class,
                            () -> executor.evaluate(ones(Slow.source(10, "hang")), Phase.SILENT, Cancellation.NONE))
                    .getMessage();
            assertTrue(message.contains(" designs were given up by 3 workers. Job "), message);
            assertTrue(message.contains(" with the executor's setting 'patience'."), message);
        }
    }

    @Test
    void aDesignThatTakesLongerThanAWorkerLivesEndsTheRun() {
        assumeNight();
        try (ClusterExecutor executor = impatient(1, 30, 0)) {
            String message = assertThrows(
                            UnavailableException.class,
                            () -> executor.evaluate(ones(Slow.source(10, "long")), Phase.SILENT, Cancellation.NONE))
                    .getMessage();
            assertTrue(message.startsWith("A worker has worked at 1 designs for "), message);
            assertTrue(message.endsWith("; let workers live longer with the executor's setting 'time'."), message);
        }
    }

    /** The first worker is too old for it when it is asked for. */
    @Test
    void aDesignThatTakesMostOfAWorkersLifeGoesToAYoungOne() throws Exception {
        assumeNight();
        EvaluatorSource source = Slow.source(10, "seconds");
        try (ClusterExecutor executor = impatient(1, 30, 0)) {
            executor.evaluate(Batch.task(source, 3), Phase.SILENT, Cancellation.NONE);
            // Of its 24 s, none of 12 s are left.
            Thread.sleep(14_000);
            Batch batch = Batch.begin(ones(source), executor);
            Batch.await(() -> batch.done() || batch.note().contains(" waits for one that has all its time before it"));
            assertFalse(batch.done());
            batch.assertSame();
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
