package org.gidn.core.execution;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A thread that helps in one loop after the other. A new thread costs as much as a short loop takes, so that helpers wait for
 * the next loop: a moment at full alert, since loops follow closely upon each other, then asleep.
 */
final class Helper extends Thread {
    private static final long ALERT = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long ASLEEP = TimeUnit.SECONDS.toNanos(10);
    private static final ConcurrentLinkedDeque<Helper> IDLE = new ConcurrentLinkedDeque<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private volatile Runnable task;

    private Helper() {
        super("gidn-worker-" + NUMBER.incrementAndGet());
        setDaemon(true);
        // Where the JVM heeds priorities, as the window's does, the window is drawn first.
        setPriority(MIN_PRIORITY);
    }

    /** Runs a task, which throws nothing, beside the calling thread. */
    static void run(Runnable task) {
        Helper idle = IDLE.pollFirst();
        Helper helper = idle == null ? new Helper() : idle;
        helper.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        helper.task = task;
        if (idle == null) {
            helper.start();
        } else {
            LockSupport.unpark(helper);
        }
    }

    @Override
    public void run() {
        while (task != null) {
            task.run();
            task = null;
            IDLE.addFirst(this);
            await(() -> task != null, ASLEEP);
            if (task == null && !IDLE.remove(this)) {
                // It has just been taken: the task is on its way.
                await(() -> task != null, Long.MAX_VALUE);
            }
        }
    }

    /** Waits until a condition holds or so many nanoseconds are over; who makes it true wakes this thread. */
    static void await(BooleanSupplier condition, long most) {
        long start = System.nanoTime();
        boolean interrupted = false;
        for (long waited = 0; !condition.getAsBoolean() && waited < most; waited = System.nanoTime() - start) {
            if (waited < ALERT) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(most - waited);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
