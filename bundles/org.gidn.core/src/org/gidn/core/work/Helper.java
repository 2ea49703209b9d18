// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.work;

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

    /** A task, and what is done after it, when the helper can already be given the next one. */
    private record Work(Runnable task, Runnable after) {}

    private volatile Work work;

    private Helper() {
        super("gidn-worker-" + NUMBER.incrementAndGet());
        setDaemon(true);
        // Where the JVM heeds priorities, as the window's does, the window is drawn first.
        setPriority(MIN_PRIORITY);
    }

    /**
     * Runs a task beside the calling thread, then {@code after}, whatever the task throws. A loop that follows upon
     * {@code after} finds this helper free, and wakes or starts no other.
     */
    static void run(Runnable task, Runnable after) {
        Helper idle = IDLE.pollFirst();
        Helper helper = idle == null ? new Helper() : idle;
        helper.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        helper.work = new Work(task, after);
        if (idle == null) {
            helper.start();
        } else {
            LockSupport.unpark(helper);
        }
    }

    @Override
    public void run() {
        for (Work now = work; now != null; now = work) {
            try {
                now.task.run();
                work = null;
                IDLE.addFirst(this);
            } finally {
                // Whatever ends this thread, its caller does not wait for ever.
                now.after.run();
            }
            await(() -> work != null, ASLEEP);
            if (work == null && !IDLE.remove(this)) {
                // It has just been taken: the task is on its way.
                await(() -> work != null, Long.MAX_VALUE);
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
