// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.util.Locale;
import org.gidn.core.run.Cancellation;

/**
 * How long a program may take from now on.
 *
 * @param end when it is over, by {@link System#nanoTime}
 * @param seconds what was allowed
 * @param cancellation asked many times a second
 */
public record Deadline(long end, double seconds, Cancellation cancellation) {
    /** So often somebody who waits looks whether to go on. */
    public static final int POLL_MILLISECONDS = 20;

    /** So many seconds from now. */
    public static Deadline in(double seconds, Cancellation cancellation) {
        return new Deadline(System.nanoTime() + (long) (seconds * 1e9), seconds, cancellation);
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
                            + " s that the setting 'timeout' allows" + lines.told());
        }
    }
}
