// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gidn.core.run.Cancellation;

/**
 * Makes Ctrl-C, and any other polite request to end the process, cancel what is under way, and holds the process back until
 * that has stored its results and said so. Work that does not ask whether it is to stop has nothing to say, and is ended.
 */
final class Interrupt implements Cancellation, AutoCloseable {
    private static final long MOST_SECONDS = 20;
    /** What can be stopped asks more often than this. */
    private static final long NOTICE_MILLISECONDS = 500;

    private final CountDownLatch noticed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "gidn-interrupt");
    private volatile boolean requested;

    private Interrupt() {}

    static Interrupt install() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void interrupt() {
        requested = true;
        try {
            if (noticed.await(NOTICE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                ended.await(MOST_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean requested() {
        if (requested) {
            noticed.countDown();
        }
        return requested;
    }

    /** The work has ended and the process may. */
    @Override
    public void close() {
        noticed.countDown();
        ended.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
