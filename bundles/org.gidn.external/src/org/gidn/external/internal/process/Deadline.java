// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.util.Locale;
import org.gidn.core.work.Cancellation;

/**
 * How long a program may take from now on.
 *
 * @param end when it is over, by {@link System#nanoTime}
 * @param seconds what was allowed
 * @param rule what allows it, for a sentence
 * @param cancellation asked many times a second
 */
public record Deadline(long end, double seconds, String rule, Cancellation cancellation) {
    private static final double LONGEST_START_SECONDS = 120;

    /** So often somebody who waits looks whether to go on. */
    public static final int POLL_MILLISECONDS = 20;

    /** So many seconds from now, by the setting for that. */
    public static Deadline in(double seconds, Cancellation cancellation) {
        return in(seconds, "that the setting 'timeout' allows", cancellation);
    }

    /** The time that a program may take for its first answer, since nobody can stop it before. */
    public static Deadline ofStart(double timeout, Cancellation cancellation) {
        return timeout < LONGEST_START_SECONDS
                ? in(timeout, cancellation)
                : in(LONGEST_START_SECONDS, "that any program may take", cancellation);
    }

    private static Deadline in(double seconds, String rule, Cancellation cancellation) {
        return new Deadline(System.nanoTime() + (long) (seconds * 1e9), seconds, rule, cancellation);
    }

    /**
     * Looks whether to wait any longer.
     *
     * @param what took too long, to begin a sentence with
     * @throws Trouble if the time is over
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public void check(String what, LastLines lines) throws Trouble {
        cancellation.check();
        if (System.nanoTime() > end) {
            throw new Trouble(
                    Trouble.Kind.CRASH,
                    what + " took longer than the "
                            + (seconds == Math.rint(seconds)
                                    ? String.format(Locale.ROOT, "%.0f", seconds)
                                    : Double.toString(seconds))
                            + " s " + rule + lines.told());
        }
    }
}
