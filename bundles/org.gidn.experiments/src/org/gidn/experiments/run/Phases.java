// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.work.Phase;
import org.gidn.experiments.internal.Pace;

/**
 * The stretches of work under way, one inside the other; tells the listener how they go. Thread-safe.
 *
 * @since 1.0
 */
public final class Phases {
    private static final long TELL_EVERY_NANOS = 100_000_000L;
    private static final long PULSE_NANOS = 1_000_000_000L;

    private final RunListener listener;
    private final Owner owner;
    private final List<OpenPhase> open = new ArrayList<>();
    /** What this life of the run has done in stretches of work that began at the same place of it. */
    private final Map<Place, Long> done = new HashMap<>();

    /**
     * Where in a run a stretch of work stands; a resumed run that repeats it comes by there again.
     *
     * @param name of the work
     * @param evaluations spent when it began
     */
    record Place(String name, long evaluations) {}

    /** The run that stretches of work belong to. */
    interface Owner {
        /** None. */
        Owner NOBODY = new Owner() {
            @Override
            public long evaluations() {
                return 0;
            }

            @Override
            public boolean repeating() {
                return false;
            }

            @Override
            public void keep(Place place, long steps, Progress ended) {}
        };

        /** The evaluations spent. */
        long evaluations();

        /** Whether the last step only repeated what was stored before. */
        boolean repeating();

        /**
         * Keeps what a stretch of work took.
         *
         * @param steps done at that place in this life of the run, those before included
         */
        void keep(Place place, long steps, Progress ended);
    }

    /** Tells a listener, and keeps nothing. */
    public Phases(RunListener listener) {
        this(listener, Owner.NOBODY);
    }

    Phases(RunListener listener, Owner owner) {
        this.listener = listener;
        this.owner = owner;
    }

    /** Whether no stretch of work is under way. */
    synchronized boolean idle() {
        return open.isEmpty();
    }

    /** Begins a stretch of work, see {@link org.gidn.core.run.RunContext#phase}. */
    public Phase begin(String name, long total, String unit) {
        OpenPhase phase = new OpenPhase(new Place(name, owner.evaluations()), total, unit);
        synchronized (this) {
            open.add(phase);
        }
        synchronized (listener) {
            listener.phaseStarted(phase.progress());
        }
        return phase;
    }

    /** To be called many times a second: tells anew how it goes, since time goes on while no step ends. */
    void pulse() {
        OpenPhase inner = inner();
        if (inner != null) {
            synchronized (listener) {
                inner.tellIfOlder(PULSE_NANOS);
            }
        }
    }

    /** Notes something beside the innermost stretch of work. */
    void note(String text) {
        OpenPhase inner = inner();
        if (inner != null) {
            inner.note(text);
        }
    }

    private synchronized OpenPhase inner() {
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    private synchronized long ended(OpenPhase phase, long steps) {
        open.remove(phase);
        return done.merge(phase.place, steps, Long::sum);
    }

    private final class OpenPhase implements Phase {
        private final Place place;
        private final long total;
        private final String unit;
        private final long started = System.nanoTime();
        private final Pace pace = new Pace();
        private long steps;
        private double share = Double.NaN;
        private long told = started;
        private String note = "";
        private boolean closed;

        OpenPhase(Place place, long total, String unit) {
            this.place = place;
            this.total = total;
            this.unit = unit;
            pace.begin(started, 0);
        }

        @Override
        public void advance(long more) {
            boolean repeated = owner.repeating();
            synchronized (listener) {
                steps += more;
                moved(repeated);
            }
        }

        @Override
        public void skip(long more) {
            synchronized (listener) {
                steps += more;
                moved(true);
            }
        }

        @Override
        public void share(double part) {
            synchronized (listener) {
                share = part;
                moved(false);
            }
        }

        @Override
        public void note(String text) {
            synchronized (listener) {
                note = text;
                tellIfOlder(TELL_EVERY_NANOS);
            }
        }

        private void moved(boolean repeated) {
            double position = Double.isNaN(share) ? steps : share * total;
            if (repeated) {
                pace.begin(System.nanoTime(), position);
            } else {
                pace.moved(System.nanoTime(), position);
            }
            tellIfOlder(TELL_EVERY_NANOS);
        }

        private void tellIfOlder(long nanos) {
            long now = System.nanoTime();
            if (now - told >= nanos && !closed) {
                told = now;
                listener.progress(progress());
            }
        }

        private Progress progress() {
            long now = System.nanoTime();
            double left = total < 0 || steps >= total ? Double.NaN : pace.left(now, total);
            return new Progress(place.name(), unit, steps, total, (now - started) * 1e-9, pace.rate(now), left, note);
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
            owner.keep(place, ended(this, ended.done()), ended);
        }
    }
}
