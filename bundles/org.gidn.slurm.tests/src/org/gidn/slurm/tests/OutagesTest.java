// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.gidn.cluster.Cluster;
import org.gidn.cluster.WorkersStatus;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.tests.Batch;
import org.gidn.cluster.tests.Slow;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Parts of SLURM that go keep no run from its end. {@code gidn.clusterFaults} says how often each is tried. */
@EnabledIfSystemProperty(
        named = "gidn.clusterFaults",
        matches = "[2-9]|\\d\\d+",
        disabledReason = "takes minutes, so that it is tried at night only")
@Tag("long")
class OutagesTest extends OnSlurm {
    private static final int TIMES = Integer.getInteger("gidn.clusterFaults", 1);
    private static final long STEPS = 4_000_000;
    private static final int DESIGNS = 80;

    @TempDir
    private Path shared;

    private BatchExecutor executor(String... settings) {
        return executor(shared, settings);
    }

    /** The controller is away for the middle of the batch. */
    @Test
    void killedController() throws Exception {
        Task task = Batch.task(Slow.source(STEPS, ""), 4 * DESIGNS);
        for (int i = 0; i < TIMES; i++) {
            try (BatchExecutor executor = executor()) {
                Batch batch = Batch.begin(task, executor);
                batch.await(5);
                cluster.killController();
                assertFalse(batch.done());
                batch.await(20);
                cluster.startController();
                batch.assertSame();
            }
        }
        System.out.println("killed controllers: " + TIMES);
    }

    /** A node's daemon goes, and all that it has started with it. */
    @Test
    void killedNode() throws Exception {
        Task task = Batch.task(Slow.source(STEPS, ""), 4 * DESIGNS);
        for (int i = 0; i < TIMES; i++) {
            try (BatchExecutor executor = executor()) {
                Batch batch = Batch.begin(task, executor);
                batch.await(5);
                cluster.killNodeWithJobs("n2", shared);
                assertFalse(batch.done());
                batch.assertSame();
            }
            Pools.closeAll();
            cluster.startNode("n2");
            cluster.awaitIdle();
        }
        System.out.println("killed nodes: " + TIMES);
    }

    /** Workers end by themselves before their time is over, and others take their place. */
    @Test
    void workersThatLiveShortly() throws Exception {
        Task task = Batch.task(Slow.source(STEPS, ""), DESIGNS);
        try (BatchExecutor executor = executor("time", "1")) {
            int workers = 0;
            while (workers < 4) {
                Batch.begin(task, executor).assertSame();
                WorkersStatus status = ((Cluster) executor).status().get(0);
                assertEquals(0, status.lost(), status.toString());
                assertEquals(List.of(), status.troubles());
                workers = Spool.list(status.folder().resolve("workers")).size();
            }
        }
    }

    /** The machine has another folder where the shared one is. */
    @Test
    void aMachineThatDoesNotSeeTheFolder() throws Exception {
        assumeTrue(new ProcessBuilder("unshare", "-m", "true").start().waitFor() == 0, "no mount can be hidden here");
        cluster.killNode("n2");
        cluster.startNode(
                "n2", "unshare", "-m", "sh", "-c", "mount -t tmpfs none '" + shared + "' && exec \"$0\" \"$@\"");
        cluster.awaitIdle();
        String message = assertThrows(UnavailableException.class, () -> {
                    try (BatchExecutor executor = executor("workers", "1", "lines", "--nodelist=n2")) {
                        executor.evaluate(Batch.task(Slow.source(1, ""), 1), Phase.SILENT, Cancellation.NONE);
                    }
                })
                .getMessage();
        assertTrue(message.contains(" ended on n2 without a word in "), message);
        assertTrue(message.contains(": that machine does not see the folder; name one with"), message);
        cluster.killNode("n2");
        cluster.startNode("n2");
        cluster.awaitIdle();
    }
}
