// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    /** The number of ones; designs of one kind fail. */
    private static final class CountingOnes implements Evaluator {
        @Override
        public DesignSpace space() {
            return DesignSpace.binary(1, 70);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("ones", "", Goal.MAXIMISE), new Output("zeros", "", Goal.MINIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 2);
            for (int i = 0; i < designs.size(); i++) {
                int ones = Long.bitCount(designs.word(i, 0)) + Long.bitCount(designs.word(i, 1));
                if (ones % 7 == 0) {
                    results.fail(i, ones + " is a multiple of seven");
                } else {
                    results.set(i, 0, ones);
                    results.set(i, 1, 70 - ones);
                }
            }
            return results;
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameResults() {
        DesignBatch designs = DesignBatchTest.random(3_000, 70);
        CountingOnes evaluator = new CountingOnes();
        Evaluations whole = evaluator.evaluate(designs, Cancellation.NONE);
        AtomicLong progress = new AtomicLong();
        Phase phase = new Phase() {
            @Override
            public void advance(long steps) {
                progress.addAndGet(steps);
            }

            @Override
            public void note(String text) {}
        };
        Evaluations parts = new LocalExecutor(3).evaluate(Task.of(evaluator, designs), phase, Cancellation.NONE);
        assertEquals(3_000, progress.get());
        assertArrayEquals(whole.values(0), parts.values(0));
        assertArrayEquals(whole.values(1), parts.values(1));
        for (int i = 0; i < designs.size(); i++) {
            assertEquals(whole.failure(i), parts.failure(i));
            assertEquals(parts.failure(i) != null, Double.isNaN(parts.value(i, 1)));
        }
    }

    @Test
    void everyPassRunsOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(1_000);
        new Workers(4, Cancellation.NONE).forEach(1_000, done::incrementAndGet);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(1, done.get(i));
        }
        new Workers(4, Cancellation.NONE).forEach(0, done::incrementAndGet);
    }

    @Test
    void loopsStandWithinLoopsAndFollowEachOther() {
        Workers workers = new Workers(3, Cancellation.NONE);
        for (int loop = 0; loop < 500; loop++) {
            AtomicInteger passes = new AtomicInteger();
            workers.forEach(4, i -> workers.forEach(5, j -> passes.incrementAndGet()));
            assertEquals(20, passes.get());
        }
    }

    @Test
    void anInterruptedCallerFinishesTheLoopAndStaysInterrupted() {
        AtomicInteger passes = new AtomicInteger();
        Thread.currentThread().interrupt();
        new Workers(3, Cancellation.NONE).forEach(30, i -> {
            // Longer than a waiting thread stays at full alert.
            LockSupport.parkNanos(300_000);
            passes.incrementAndGet();
        });
        assertEquals(30, passes.get());
        assertTrue(Thread.interrupted());
    }

    @Test
    void theFirstFailureReachesTheCaller() {
        Workers workers = new Workers(2, Cancellation.NONE);
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> workers.forEach(100, i -> {
                    if (i == 17) {
                        throw new IllegalStateException("pass 17");
                    }
                }));
        assertEquals("pass 17", failure.getMessage());
    }

    @Test
    void aCheckedExceptionThatNobodyDeclaredReachesTheCallerFromAnyThread() {
        Workers workers = new Workers(2, Cancellation.NONE);
        Thread caller = Thread.currentThread();
        for (boolean onCaller : new boolean[] {true, false}) {
            // Both threads have a pass, since each waits for the other's.
            CountDownLatch bothAtWork = new CountDownLatch(2);
            UndeclaredThrowableException failure = assertThrows(
                    UndeclaredThrowableException.class,
                    () -> workers.forEach(2, i -> {
                        bothAtWork.countDown();
                        awaitWithoutSayingSo(bothAtWork);
                        if (onCaller == (Thread.currentThread() == caller)) {
                            throw ExecutionTest.<RuntimeException>undeclared(new IOException("no such place"));
                        }
                    }));
            assertEquals("no such place", failure.getCause().getMessage());
        }
    }

    /** Throws a checked exception as code in other languages of the Java machine does. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E undeclared(Exception checked) throws E {
        throw (E) checked;
    }

    private static void awaitWithoutSayingSo(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void cancellingStopsTheLoop() {
        AtomicInteger passes = new AtomicInteger();
        Workers workers = new Workers(2, () -> passes.get() >= 10);
        assertThrows(CancellationException.class, () -> workers.forEach(1_000_000, i -> passes.incrementAndGet()));
        assertTrue(passes.get() < 1_000, () -> passes + " passes");
    }

    @Test
    void randomStreamsDependOnSeedUseAndIndexOnly() {
        RandomStreams streams = new RandomStreams(7);
        long first = streams.stream("starts", 3).nextLong();
        assertEquals(first, new RandomStreams(7).stream("starts", 3).nextLong());
        assertNotEquals(first, streams.stream("starts", 4).nextLong());
        assertNotEquals(first, streams.stream("weights", 3).nextLong());
        assertNotEquals(first, new RandomStreams(8).stream("starts", 3).nextLong());
        assertNotEquals(first, streams.child("member", 0).stream("starts", 3).nextLong());
    }

    @Test
    void aGoalKnowsWhatIsBetter() {
        assertTrue(Goal.MAXIMISE.better(2, 1));
        assertTrue(Goal.MINIMISE.better(1, 2));
        assertTrue(Goal.MAXIMISE.better(1, Double.NaN));
        assertTrue(Goal.MINIMISE.better(1, Double.NaN));
        assertEquals(false, Goal.MINIMISE.better(Double.NaN, 1));
    }

    @Test
    void loopsThatFollowUponEachOtherShareOneHelper() {
        Workers workers = new Workers(2, Cancellation.NONE);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int loop = 0; loop < 20_000; loop++) {
            workers.forEach(2, pass -> threads.add(Thread.currentThread()));
        }
        assertTrue(threads.size() <= 2, threads::toString);
    }
}
