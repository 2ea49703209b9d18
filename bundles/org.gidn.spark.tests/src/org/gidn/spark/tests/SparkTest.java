// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.tests.Batch;
import org.gidn.cluster.tests.Slow;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.spark.internal.Maker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workers that the real Spark runs give what one thread here gives, and what is wrong with it becomes a sentence. {@code
 * gidn.clusterFaults} says how often each part is killed.
 */
class SparkTest {
    private static final int TIMES = Integer.getInteger("gidn.clusterFaults", 1);
    private static final String OUR_WORKER = "worker.WorkerMain";
    private static final String OUR_DRIVER = "org.gidn.spark.driver.Driver";

    @TempDir
    private static Path folder;

    private static SparkCluster cluster;

    @TempDir
    private Path shared;

    @BeforeAll
    static void startCluster() throws IOException, InterruptedException {
        cluster = SparkCluster.start(folder);
    }

    @AfterAll
    static void endCluster() throws InterruptedException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void endWorkers() {
        Pools.closeAll();
    }

    private BatchExecutor executor(Map<String, Object> differently) throws IOException {
        Map<String, Object> values = new HashMap<>(Map.of(
                "master",
                cluster.master(),
                "home",
                SparkCluster.home().toString(),
                "options",
                "spark.driver.host=127.0.0.1 spark.driver.bindAddress=127.0.0.1",
                "workers",
                2L,
                "cores",
                1L,
                "memory",
                500L,
                "java",
                "",
                "shared",
                shared.toString(),
                "lease",
                60L,
                "patience",
                0L));
        values.putAll(Map.of("wholeRuns", false, "gidn", ""));
        values.putAll(differently);
        return new Maker().create(Settings.checked(values));
    }

    @Test
    void twoWorkersGiveTheBitsOfThisMachine() throws Exception {
        try (BatchExecutor executor = executor(Map.of())) {
            Batch.begin(Batch.task(Slow.source(1000, ""), 500), executor).assertSame();
        }
    }

    /** A worker of ours, the process of ours that talks to Spark, and Spark's own parts, which are started again. */
    @ParameterizedTest
    @ValueSource(strings = {OUR_WORKER, OUR_DRIVER, SparkCluster.WORKER, SparkCluster.MASTER})
    void whatIsKilledIsReplaced(String part) throws Exception {
        assumeTrue(TIMES > 1, "takes half a minute, so that it is tried at night only");
        Task task = Batch.task(Slow.source(3_000_000, ""), 300);
        for (int i = 0; i < TIMES; i++) {
            try (BatchExecutor executor = executor(Map.of())) {
                Batch batch = Batch.begin(task, executor);
                batch.await(20);
                assertFalse(batch.done());
                kill(part);
                batch.assertSame();
            }
            Pools.closeAll();
        }
        System.out.println("killed on Spark, " + part + ": " + TIMES);
    }

    private void kill(String part) throws IOException, InterruptedException {
        if (part.equals(SparkCluster.WORKER) || part.equals(SparkCluster.MASTER)) {
            cluster.kill(part);
            cluster.start(part);
        } else {
            assertTrue(
                    ProcessHandle.allProcesses()
                            .filter(process -> command(process).contains(part)
                                    && command(process).contains(shared.toString()))
                            .findFirst()
                            .map(ProcessHandle::destroyForcibly)
                            .orElse(false),
                    "it was at work");
        }
    }

    private static String command(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private String refusal(Map<String, Object> differently) {
        Task task = Batch.task(Slow.source(1, ""), 1);
        return assertThrows(InvalidInputException.class, () -> {
                    try (BatchExecutor executor = executor(differently)) {
                        executor.evaluate(task, Phase.SILENT, Cancellation.NONE);
                    }
                })
                .getMessage();
    }

    @Test
    void whatIsNoSparkIsRefused() throws IOException {
        assertEquals(
                "Folder " + shared
                        + " holds no Spark: its folder 'jars' cannot be read; name the folder where Spark is unpacked"
                        + " with the setting 'home'.",
                refusal(Map.of("home", shared.toString())));
        Files.createDirectory(shared.resolve("jars"));
        assertEquals(
                "The Spark in " + shared
                        + " is none of version 4 for Scala 2.13; name the folder of one with the setting 'home'.",
                refusal(Map.of("home", shared.toString())));
        assertEquals(
                "'driver.host=1' is no setting of Spark; write spark.NAME=VALUE for the setting 'options'.",
                refusal(Map.of("options", "driver.host=1")));
        assertTrue(refusal(Map.of("master", " ")).startsWith("Setting 'master' is empty; name Spark's master"));
        String said = refusal(Map.of("master", "sparkle://nowhere"));
        assertTrue(said.startsWith("Spark at sparkle://nowhere gives no room to workers: "), said);
    }
}
