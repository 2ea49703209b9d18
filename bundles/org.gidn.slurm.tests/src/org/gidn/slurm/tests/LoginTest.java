// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.tests.Batch;
import org.gidn.cluster.tests.Slow;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SLURM's commands are on a machine that the real ssh leads to, whose network may go. */
class LoginTest {
    private static final int TIMES = Integer.getInteger("gidn.clusterFaults", 1);
    private static final long STEPS = 4_000_000;

    @TempDir
    private static Path keys;

    private static SlurmCluster cluster;
    private static LoginHost host;

    @TempDir
    private Path shared;

    @BeforeAll
    static void startCluster() throws IOException, InterruptedException {
        cluster = SlurmCluster.start("n1", "n2");
        host = LoginHost.start(keys, cluster);
    }

    @AfterAll
    static void endCluster() throws IOException {
        if (host != null) {
            host.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void endWorkers() {
        Pools.closeAll();
    }

    private BatchExecutor executor() {
        return SlurmTest.executor(cluster, shared, "login", host.login());
    }

    @Test
    void equalBits() throws Exception {
        Task task = Batch.task(Slow.source(1000, ""), 500);
        try (BatchExecutor executor = executor()) {
            Batch.begin(task, executor).assertSame();
        }
    }

    /** The workers go on, and what is missing is told. */
    @Test
    void theNetworkIsTakenAway() throws Exception {
        assumeTrue(TIMES > 1, "takes minutes, so that it is tried at night only");
        assumeTrue(new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0, "no network can be taken here");
        Task task = Batch.task(Slow.source(STEPS, ""), 2000);
        for (int i = 0; i < TIMES; i++) {
            try (BatchExecutor executor = executor()) {
                Batch batch = Batch.begin(task, executor);
                batch.await(5);
                host.away(true);
                Batch.await(() -> batch.done() || batch.note().contains(" does not log in: "));
                assertFalse(batch.done());
                host.away(false);
                Batch.await(() -> batch.done() || !batch.note().contains(" does not log in: "));
                batch.assertSame();
            }
            Pools.closeAll();
        }
        System.out.println("networks taken away: " + TIMES);
    }
}
