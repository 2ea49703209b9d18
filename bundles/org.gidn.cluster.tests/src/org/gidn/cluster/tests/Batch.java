// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/** A batch on its way, and what is told of it. */
public final class Batch implements Phase {
    /** Where files are late, each step of the way takes as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(240 + 20L * Integer.getInteger("gidn.clusterDelay", 0));

    private static final Map<Task, double[]> EXPECTED = new IdentityHashMap<>();

    private final Task task;
    private final AtomicLong told = new AtomicLong();
    private final CompletableFuture<Evaluations> end;
    private volatile String note = "";

    private Batch(Task task, BatchExecutor executor) {
        this.task = task;
        this.end = CompletableFuture.supplyAsync(() -> executor.evaluate(task, this, Cancellation.NONE));
    }

    /** Some designs, always the same. */
    public static Task task(EvaluatorSource source, int count) {
        DesignBatch designs = new RandomSampler(false)
                .sample(source.here().space(), count, new RandomStreams(9).stream("test"), Cancellation.NONE);
        return new Task(source, designs, false, null);
    }

    /** Begins the evaluation of a task. */
    public static Batch begin(Task task, BatchExecutor executor) {
        return new Batch(task, executor);
    }

    @Override
    public void advance(long steps) {
        told.addAndGet(steps);
    }

    @Override
    public void note(String text) {
        note = text;
    }

    /** What was told last. */
    public String note() {
        return note;
    }

    /** Waits until so many designs are done. */
    public void await(long designs) throws InterruptedException {
        await(() -> told.get() >= designs || end.isDone());
    }

    /** Waits until something holds. */
    public static void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), "nothing happens");
            Thread.sleep(20);
        }
    }

    /** Whether all values are there. */
    public boolean done() {
        return end.isDone();
    }

    /** Waits for the values, and compares them with those of one thread here. */
    public void assertSame() throws Exception {
        try {
            Evaluations found = end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertSame(task, found);
            assertEquals(task.designs().size(), told.get());
        } catch (TimeoutException e) {
            throw new AssertionError("no values; what was told last: " + note, e);
        }
    }

    /** Compares values with those of one thread here. */
    public static void assertSame(Task task, Evaluations found) {
        assertArrayEquals(expected(task), found.values(0));
    }

    /** The values of one thread here, which are computed once for a task. */
    static double[] expected(Task task) {
        synchronized (EXPECTED) {
            return EXPECTED.computeIfAbsent(task, one -> one.by(one.evaluator().here(), Cancellation.NONE)
                    .values(0));
        }
    }
}
