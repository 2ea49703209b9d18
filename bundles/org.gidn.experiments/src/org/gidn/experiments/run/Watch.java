// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.internal.Messages;

/**
 * Runs guests' code on a thread of its own, so that code that hangs can be left behind. A guest that asks whether it is to
 * stop gives a sign of life.
 *
 * @since 1.0
 */
public final class Watch implements Cancellation {
    /** How long a guest that is to stop may go on in silence: the user sees the run end within a second. */
    private static final long GRACE_NANOS = 800_000_000L;

    private static final long POLL_MILLISECONDS = 20;

    /** What lies between two looks beyond this is no silence of a guest: the whole program stood still, as it does for want of memory. */
    private static final long MOST_BETWEEN_LOOKS_NANOS = 200_000_000L;

    private final Cancellation cancellation;
    private final Experiment experiment;
    private final double patience;
    private volatile long sign = System.nanoTime();
    private volatile boolean leftBehind;
    private volatile Guest busy;
    /** How many threads do work of our own, such as storing. */
    private int ours;
    /** When the user's wish to stop was seen; 0 if it was not. */
    private long stopSeen;
    /** When silence was looked for last. */
    private long looked;

    /**
     * @param experiment says how patient to be, and who may be at fault
     * @param patience seconds after which a guest that gives no sign of life is given up where the experiment does not say
     * @param cancellation the user's wish to stop
     */
    public Watch(Experiment experiment, double patience, Cancellation cancellation) {
        this.experiment = experiment;
        this.patience = Objects.requireNonNullElse(experiment.patience(), patience);
        this.cancellation = cancellation;
        this.busy = experiment.optimiser().extension().guest();
    }

    @Override
    public boolean requested() {
        sign = System.nanoTime();
        return leftBehind || cancellation.requested();
    }

    /** Whether the work was given up; whatever it still does is to be of no effect. */
    boolean leftBehind() {
        return leftBehind;
    }

    /** Work was left behind: it gave no sign of life. */
    public static final class SilenceException extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean cancelled;

        private SilenceException(Guest guest, boolean cancelled, long nanos) {
            super(guest.sentence(
                    cancelled ? Messages.guestSilent : Messages.guestSilentTooLong,
                    String.format(Locale.ROOT, "%.1f", nanos * 1e-9)));
            this.cancelled = cancelled;
        }

        /** Whether the user wanted to stop anyway. */
        public boolean cancelled() {
            return cancelled;
        }
    }

    /**
     * Does work with the evaluator, which names itself where it fails.
     *
     * @throws org.gidn.experiments.guest.PluginException if it ends as if it had been stopped, which nobody did
     */
    public <T> T evaluator(Supplier<T> call) {
        Guest evaluator = experiment.evaluator().extension().guest();
        busy = evaluator;
        try {
            return call.get();
        } catch (CancellationException e) {
            throw told(e, evaluator);
        } finally {
            busy = experiment.optimiser().extension().guest();
        }
    }

    /**
     * Does work of our own, such as storing what a guest gave. Nothing is left behind meanwhile.
     *
     * @throws CancellationException if the guest was left behind before
     */
    void ours(Runnable work) {
        synchronized (this) {
            if (leftBehind) {
                throw new CancellationException();
            }
            ours++;
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                ours--;
                sign = System.nanoTime();
            }
        }
    }

    /**
     * Does the method's work, or other work with guests of the experiment, and passes on what it throws.
     *
     * @param pulse called many times a second meanwhile; if it throws anything, the work is left behind
     * @throws SilenceException if the work was left behind
     */
    public void run(Runnable work, Runnable pulse) throws SilenceException {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                        end.complete(null);
                    } catch (Throwable e) {
                        end.complete(e);
                    }
                },
                "gidn-run");
        thread.setDaemon(true);
        // As the threads that help it: where the JVM heeds priorities, as the window's does, the window is drawn first.
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        looked = System.nanoTime();
        thread.start();
        while (true) {
            try {
                Throwable thrown = end.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (thrown != null) {
                    throw told(thrown, experiment.optimiser().extension().guest());
                }
                return;
            } catch (TimeoutException e) {
                giveUpOnSilence();
                pulse(pulse);
            } catch (InterruptedException e) {
                synchronized (this) {
                    leftBehind = true;
                }
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void pulse(Runnable pulse) {
        try {
            pulse.run();
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                leftBehind = true;
            }
            throw e;
        }
    }

    /** What was thrown, as {@link Guest#told} has it; a cancellation that nobody asked for is the caller's fault too. */
    private RuntimeException told(Throwable thrown, Guest caller) {
        boolean asked = leftBehind || cancellation.requested();
        return thrown instanceof CancellationException && !asked ? caller.fault(thrown) : caller.told(thrown);
    }

    private synchronized void giveUpOnSilence() throws SilenceException {
        if (ours > 0) {
            looked = System.nanoTime();
            return;
        }
        long now = System.nanoTime();
        sign = Math.min(now, sign + Math.max(0, now - looked - MOST_BETWEEN_LOOKS_NANOS));
        looked = now;
        long silent = now - sign;
        boolean cancelled = cancellation.requested();
        if (cancelled && stopSeen == 0) {
            stopSeen = now;
        }
        if (cancelled && Math.min(silent, now - stopSeen) > GRACE_NANOS || silent > patience * 1e9) {
            leftBehind = true;
            throw new SilenceException(busy, cancelled, silent);
        }
    }
}
