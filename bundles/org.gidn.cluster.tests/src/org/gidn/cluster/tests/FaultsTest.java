// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.Queue;
import org.gidn.cluster.execution.ClusterExecutor;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.internal.processes.Processes;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.execution.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is killed, filled or late: nothing is lost, and nothing counts twice. {@code gidn.clusterFaults} says how often each is tried,
 * {@code gidn.clusterDelay} how many seconds files are late.
 */
@EnabledOnOs(OS.LINUX)
@Tag("long")
class FaultsTest {
    private static final int TIMES = Integer.getInteger("gidn.clusterFaults", 1);
    private static final int DELAY = Integer.getInteger("gidn.clusterDelay", 2);

    private static final Task TASK = Batch.task(Slow.source(Driver.STEPS, ""), Driver.DESIGNS);

    @TempDir
    private Path folder;

    private final Random random = new Random(3);

    @AfterEach
    void endWorkers() {
        Pools.closeAll();
    }

    private static Spool spool(Path shared) throws IOException {
        return new Spool(shared.resolve(Spool.list(shared).get(0)), "test");
    }

    /** The process of a worker that works. */
    private static ProcessHandle worker(Path shared) throws IOException {
        Spool spool = spool(shared);
        for (String name : Spool.list(spool.workers())) {
            Fields fields = Spool.fields(spool.workers().resolve(name)).orElse(new Fields());
            ProcessHandle process = ProcessHandle.of(fields.number("pid")).orElse(null);
            if (process != null && process.isAlive()) {
                return process;
            }
        }
        throw new AssertionError("no worker lives");
    }

    @Test
    void killedWorkers() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            try (ClusterExecutor executor = Driver.executor(folder)) {
                Batch batch = Batch.begin(TASK, executor);
                batch.await(random.nextInt(5, 25));
                assertTrue(worker(folder).destroyForcibly());
                assertFalse(batch.done());
                batch.assertSame();
            }
        }
        System.out.println("killed workers: " + TIMES);
    }

    @Test
    void killedDrivers() throws Exception {
        Path done = folder.resolve("done");
        Path shared = folder.resolve("shared");
        for (int i = 0; i < TIMES; i++) {
            Process driver = Driver.start(shared, done);
            Batch.await(() -> !driver.isAlive() || answers(shared) > 0);
            driver.destroyForcibly().waitFor();
            assertFalse(Files.exists(done));
            Spool spool = spool(shared);
            List<String> workers = Spool.list(spool.workers());
            int before = answers(shared);
            assertTrue(before > 0);
            // Meanwhile the workers go on with what was handed out.
            Batch.await(() -> answers(shared) > before);
            Process resumed = Driver.start(shared, done);
            Batch.await(() -> !resumed.isAlive() || Files.exists(spool.status()));
            assertEquals(1, Spool.list(shared).size());
            assertTrue(workers.containsAll(new TreeSet<>(Spool.list(spool.workers()))), "other workers");
            assertEquals(0, resumed.waitFor());
            assertEquals(Arrays.toString(Batch.expected(TASK)), Files.readString(done));
            try (Stream<Path> left = Files.walk(shared)) {
                assertEquals(List.of(shared), left.toList());
            }
            Files.delete(done);
        }
        System.out.println("killed drivers: " + TIMES);
    }

    private static int answers(Path shared) {
        try {
            return Files.exists(shared) && !Spool.list(shared).isEmpty()
                    ? Spool.list(spool(shared).done()).size()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void fullFolder() throws Exception {
        assumeRoot();
        run("mount", "-t", "tmpfs", "-o", "size=64m", "none", folder.toString());
        try {
            for (int i = 0; i < TIMES; i++) {
                try (ClusterExecutor executor = Driver.executor(folder)) {
                    Batch batch = Batch.begin(TASK, executor);
                    batch.await(random.nextInt(5, 15));
                    Path filler = folder.resolve("filler");
                    fill(filler);
                    Batch.await(() -> batch.note().contains("No space left on device"));
                    assertFalse(batch.done());
                    Files.delete(filler);
                    batch.assertSame();
                }
                Pools.closeAll();
            }
        } finally {
            Pools.closeAll();
            run("umount", "-l", folder.toString());
        }
        System.out.println("full folders: " + TIMES);
    }

    private static void fill(Path file) {
        try (var stream = Files.newOutputStream(file)) {
            byte[] block = new byte[4096];
            while (true) {
                stream.write(block);
            }
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("No space left"), e.getMessage());
        }
    }

    /** The workers see another folder under the same name, which shows changes late. */
    @Test
    void lateFiles() throws Exception {
        assumeRoot();
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        for (int i = 0; i < TIMES; i++) {
            try (LateCopies copies = new LateCopies(here, there, Duration.ofSeconds(DELAY));
                    ClusterExecutor executor = new ClusterExecutor(
                            new Elsewhere(here, there), new ClusterSettings(here, 2, 1, 0, 300, 0, ""))) {
                Batch.begin(TASK, executor).assertSame();
                Pools.closeAll();
            }
        }
        System.out.println("late files: " + TIMES + " times by " + DELAY + " s");
    }

    private static void assumeRoot() {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root mounts folders, who is not here");
    }

    private static void run(String... words) throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder(words).inheritIO().start().waitFor() == 0, () -> words[0] + " does not work here");
    }

    /** Starts processes that see one folder in the place of another. */
    private static final class Elsewhere implements Engine {
        private final Processes processes = new Processes();
        private final String command;

        Elsewhere(Path here, Path there) {
            command = "mount --bind '" + there + "' '" + here + "' && until [ -r \"$0\" ]; do sleep 0.1; done;"
                    + " mkdir -p \"$1\"; exec sh \"$0\" $$ 0 >\"$1/$$.txt\" 2>&1 </dev/null";
        }

        @Override
        public String text() {
            return command;
        }

        @Override
        public List<String> start(int count, Path script, Path log) throws IOException {
            List<String> jobs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                jobs.add(String.valueOf(
                        new ProcessBuilder("unshare", "-m", "sh", "-c", command, script.toString(), log.toString())
                                .start()
                                .pid()));
            }
            return jobs;
        }

        @Override
        public Queue queue() {
            return processes.queue();
        }

        @Override
        public String whyEnded(String job, Path folder) {
            return processes.whyEnded(job, folder);
        }

        @Override
        public void stop(Collection<String> jobs) {
            processes.stop(jobs);
        }
    }
}
