// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.util.concurrent.TimeUnit;

/**
 * A program that was started.
 *
 * @param process its process
 * @param mark stands in its environment and so in that of all that it starts, and nowhere else
 */
public record Child(Process process, String mark) {
    private static final int DYING_MILLISECONDS = 500;
    private static final int SIGNALLED = 128;

    /** How a program has ended whose streams are closed, e.g. {@code ended with status 3}. */
    public String end() {
        try {
            if (!process.waitFor(DYING_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                return "closed its standard output";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was left";
        }
        int status = process.exitValue();
        return status > SIGNALLED && status < 2 * SIGNALLED
                ? "was killed by signal " + (status - SIGNALLED)
                : "ended with status " + status;
    }
}
