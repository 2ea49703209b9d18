// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayDeque;
import org.gidn.core.run.Phase;

/**
 * The stretches of work under way, one inside the other; tells the listener how they go. Thread-safe.
 *
 * @since 1.0
 */
public final class Phases {
    private static final long TELL_EVERY_NANOS = 100_000_000L;
    /** The rate is that of the last few seconds. */
    private static final long WINDOW_NANOS = 5_000_000_000L;

    private final RunListener listener;
    private final Keeper keeper;
    private int open;

    /** Keeps what a stretch of work took. */
    @FunctionalInterface
    interface Keeper {
        void keep(Progress ended);
    }

    /** Tells a listener, and keeps nothing. */
    public Phases(RunListener listener) {
        this(listener, ended -> {});
    }

    Phases(RunListener listener, Keeper keeper) {
        this.listener = listener;
        this.keeper = keeper;
    }

    /** Whether no stretch of work is under way. */
    synchronized boolean idle() {
        return open == 0;
    }

    /** Begins a stretch of work, see {@link org.gidn.core.run.RunContext#phase}. */
    public Phase begin(String name, long total, String unit) {
        synchronized (this) {
            open++;
        }
        OpenPhase phase = new OpenPhase(name, total, unit);
        synchronized (listener) {
            listener.phaseStarted(phase.progress());
        }
        return phase;
    }

    private record Sample(long nanos, long done) {}

    private final class OpenPhase implements Phase {
        private final String name;
        private final long total;
        private final String unit;
        private final long started = System.nanoTime();
        private final ArrayDeque<Sample> samples = new ArrayDeque<>();
        private long done;
        private long told = started;
        private String note = "";
        private boolean closed;

        OpenPhase(String name, long total, String unit) {
            this.name = name;
            this.total = total;
            this.unit = unit;
            samples.add(new Sample(started, 0));
        }

        @Override
        public void advance(long steps) {
            synchronized (listener) {
                done += steps;
                tellNowAndThen();
            }
        }

        @Override
        public void note(String text) {
            synchronized (listener) {
                note = text;
                tellNowAndThen();
            }
        }

        private void tellNowAndThen() {
            long now = System.nanoTime();
            if (now - told < TELL_EVERY_NANOS) {
                return;
            }
            told = now;
            samples.add(new Sample(now, done));
            while (samples.size() > 2 && now - samples.peekFirst().nanos() > WINDOW_NANOS) {
                samples.removeFirst();
            }
            listener.progress(progress());
        }

        private Progress progress() {
            long now = System.nanoTime();
            Sample oldest = samples.peekFirst();
            double rate = now == oldest.nanos() ? Double.NaN : (done - oldest.done()) * 1e9 / (now - oldest.nanos());
            return new Progress(name, unit, done, total, (now - started) * 1e-9, rate > 0 ? rate : Double.NaN, note);
        }

        @Override
        public void close() {
            Progress ended;
            synchronized (listener) {
                if (closed) {
                    return;
                }
                closed = true;
                ended = progress();
                listener.phaseEnded(ended);
            }
            synchronized (Phases.this) {
                open--;
            }
            keeper.keep(ended);
        }
    }
}
