// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * How fast a stretch of work goes at present. Work that is done side by side comes to an end in bursts with long pauses in
 * between; so a burst counts only when it is over, and what is measured is as long as some of the pauses. Not thread-safe.
 */
public final class Pace {
    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final int PAUSES = 4;
    private static final long BURST_NANOS = 400_000_000L;
    private static final long TOGETHER_NANOS = 100_000_000L;

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    /** How much was done at one moment, since when it has been told often. */
    private record Sample(long since, long nanos, double done) {}

    /** Forgets what was before: from now on, so much is done. */
    public void begin(long now, double done) {
        samples.clear();
        samples.add(new Sample(now, now, done));
    }

    /** Tells how much is done now. */
    public void moved(long now, double done) {
        Sample last = samples.peekLast();
        if (samples.size() > 1 && now - last.since() < TOGETHER_NANOS) {
            samples.removeLast();
            samples.add(new Sample(last.since(), now, done));
            return;
        }
        samples.add(new Sample(now, now, done));
        // The first one stays as long as the second is no window old.
        long window = Math.max(WINDOW_NANOS, PAUSES * longestPause());
        Sample first = samples.removeFirst();
        while (samples.size() > 1 && now - samples.peekFirst().nanos() > window) {
            first = samples.removeFirst();
        }
        samples.addFirst(first);
    }

    /** The longest pause; that before the first step may be for preparations, and says nothing of the others. */
    private long longestPause() {
        Iterator<Sample> later = samples.iterator();
        later.next();
        long longest = 0;
        for (long before = later.next().nanos(); later.hasNext(); ) {
            long next = later.next().nanos();
            longest = Math.max(longest, next - before);
            before = next;
        }
        return longest;
    }

    /** What is done in a second; NaN as long as that cannot be told. */
    public double rate(long now) {
        Sample first = samples.peekFirst();
        Sample last = settled(now);
        double done = last.done() - first.done();
        // Where nothing has moved for longer than it ever took, it goes slower than it did.
        long nanos = Math.max(last.nanos() - first.nanos(), now - last.nanos());
        return done > 0 ? done * 1e9 / nanos : Double.NaN;
    }

    /** The seconds until {@code total} is done; NaN if that cannot be told, or if it should have been done by now. */
    public double left(long now, double total) {
        Sample last = settled(now);
        double left = (total - last.done()) / rate(now) - (now - last.nanos()) * 1e-9;
        return left > 0 ? left : Double.NaN;
    }

    /** The end of the last burst that is over; what was told last where work has gone on for longer than it ever paused. */
    private Sample settled(long now) {
        Sample last = samples.peekLast();
        long after = now;
        for (Iterator<Sample> latest = samples.descendingIterator(); latest.hasNext(); ) {
            Sample sample = latest.next();
            long pause = after - sample.nanos();
            if (pause >= BURST_NANOS) {
                return last.nanos() - after > pause ? last : sample;
            }
            after = sample.since();
        }
        return last;
    }
}
