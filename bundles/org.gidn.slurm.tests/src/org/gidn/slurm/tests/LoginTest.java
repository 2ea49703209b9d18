// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.tests.Batch;
import org.gidn.cluster.tests.Slow;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SLURM's commands are on a machine that the real ssh leads to, whose network may go. */
@Tag("long")
class LoginTest extends OnSlurm {
    private static final int TIMES = Integer.getInteger("gidn.clusterFaults", 1);
    private static final int SECONDS = 180;
    private static final Task TASK = Batch.task(Slow.source(1_000_000, ""), 100);

    @TempDir
    private static Path keys;

    private static LoginHost host;

    @TempDir
    private Path shared;

    @BeforeAll
    static void startHost() throws IOException, InterruptedException {
        host = LoginHost.start(keys, cluster);
    }

    @AfterAll
    static void endHost() throws IOException {
        if (host != null) {
            host.close();
        }
    }

    private BatchExecutor executor() {
        return executor(shared, "login", host.login());
    }

    @Test
    void equalBits() throws Exception {
        Task task = Batch.task(Slow.source(1000, ""), 500);
        try (BatchExecutor executor = executor()) {
            Batch.begin(task, executor).assertSame();
        }
    }

    /** The workers go on, what is missing is told, and a worker that ends meanwhile is replaced afterwards. */
    @Test
    void theNetworkIsTakenAway() throws Exception {
        assumeTrue(TIMES > 1, "takes a minute, so that it is tried at night only");
        assumeTrue(new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0, "no network can be taken here");
        for (int i = 0; i < TIMES; i++) {
            try (BatchExecutor executor = executor()) {
                Batch.begin(TASK, executor).assertSame();
                host.away(true);
                evaluateUntil(executor, note -> note.contains(" does not log in: "));
                assertTrue(cluster.killAJob(shared));
                evaluateUntil(executor, note -> note.contains("1 of 2 workers"));
                host.away(false);
                evaluateUntil(executor, note -> note.contains("2 of 2 workers"));
            }
            Pools.closeAll();
        }
        System.out.println("networks taken away: " + TIMES);
    }

    /** Evaluates the same designs again and again, until something is told of the workers. */
    private static void evaluateUntil(BatchExecutor executor, Predicate<String> told) throws Exception {
        long start = System.nanoTime();
        String note = "";
        while (!told.test(note)) {
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS), note);
            Batch batch = Batch.begin(TASK, executor);
            batch.assertSame();
            note = batch.note();
        }
    }
}
