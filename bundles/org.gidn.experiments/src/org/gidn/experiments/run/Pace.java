// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayDeque;

/**
 * How fast a stretch of work goes at present. Work that is done side by side comes to an end in bursts with long pauses in
 * between; so a burst counts only when it is over, and what is measured is never shorter than from one burst to the next.
 * Not thread-safe.
 */
final class Pace {
    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final long BURST_NANOS = 400_000_000L;
    private static final long TOGETHER_NANOS = 100_000_000L;

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    /** How much was done at one moment. */
    private record Sample(long nanos, double done) {}

    /** Forgets what was before: from now on, so much is done. */
    void begin(long now, double done) {
        samples.clear();
        samples.add(new Sample(now, done));
    }

    /** Tells how much is done now. */
    void moved(long now, double done) {
        Sample last = samples.peekLast();
        if (samples.size() > 1 && now - last.nanos() < TOGETHER_NANOS) {
            samples.removeLast();
            samples.add(new Sample(last.nanos(), done));
            return;
        }
        samples.add(new Sample(now, done));
        // The first one stays as long as the second is no window old.
        Sample first = samples.removeFirst();
        while (samples.size() > 1 && now - samples.peekFirst().nanos() > WINDOW_NANOS) {
            first = samples.removeFirst();
        }
        samples.addFirst(first);
    }

    /** What is done in a second; NaN as long as that cannot be told. */
    double rate(long now) {
        Sample first = samples.peekFirst();
        Sample last = settled(now);
        double done = last.done() - first.done();
        // Where nothing has moved for longer than it ever took, it goes slower than it did.
        long nanos = Math.max(last.nanos() - first.nanos(), now - last.nanos());
        return done > 0 ? done * 1e9 / nanos : Double.NaN;
    }

    /** The seconds until {@code total} is done; NaN if that cannot be told, or if it should have been done by now. */
    double left(long now, double total) {
        Sample last = settled(now);
        double left = (total - last.done()) / rate(now) - (now - last.nanos()) * 1e-9;
        return left > 0 ? left : Double.NaN;
    }

    /** The last sample of the last burst that is over. */
    private Sample settled(long now) {
        Sample settled = samples.peekFirst();
        for (Sample sample : samples) {
            if (now - sample.nanos() >= BURST_NANOS) {
                settled = sample;
            }
        }
        return settled;
    }
}
