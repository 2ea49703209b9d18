// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.work;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.gidn.core.InvalidInputException;

/**
 * Threads for loops whose passes are independent. Results do not depend on the number of threads as long as each pass
 * writes only what is its own; sums are to be made over a fixed number of parts, in a fixed order, after the loop.
 *
 * @since 1.0
 */
public final class Workers {
    private final int threads;
    private final Cancellation cancellation;

    /**
     * @param threads number of threads, at least 1
     * @param cancellation asked before every pass
     * @throws InvalidInputException if there is no thread
     */
    public Workers(int threads, Cancellation cancellation) {
        if (threads < 1) {
            throw new InvalidInputException("At least one thread is needed, but " + threads + " were asked for.");
        }
        this.threads = threads;
        this.cancellation = cancellation;
    }

    /** As many threads as this machine has cores. */
    public static Workers ofMachine(Cancellation cancellation) {
        return new Workers(Runtime.getRuntime().availableProcessors(), cancellation);
    }

    public int threads() {
        return threads;
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Runs {@code pass} for 0 … count − 1, on all threads, the calling one among them. Returns when all are done.
     *
     * @throws CancellationException if cancelled; passes under way are finished first
     * @throws RuntimeException the first failure of a pass, after the others have stopped; see {@link #unchecked}
     */
    public void forEach(int count, IntConsumer pass) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                    cancellation.check();
                    pass.accept(i);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        };
        Thread caller = Thread.currentThread();
        int helpers = Math.max(0, Math.min(threads, count) - 1);
        AtomicInteger atWork = new AtomicInteger(helpers);
        for (int t = 0; t < helpers; t++) {
            Helper.run(work, () -> {
                if (atWork.decrementAndGet() == 0) {
                    LockSupport.unpark(caller);
                }
            });
        }
        work.run();
        Helper.await(() -> atWork.get() == 0, Long.MAX_VALUE);
        if (failure.get() != null) {
            throw unchecked(failure.get());
        }
    }

    /**
     * What another thread's work has thrown, for the thread that waits for it to throw in turn: unchecked exceptions and
     * errors as they are, and checked ones, which code can throw without declaring them, within an {@link
     * UndeclaredThrowableException}.
     *
     * @throws Error if that is what it is
     */
    public static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new UndeclaredThrowableException(thrown);
    }
}
