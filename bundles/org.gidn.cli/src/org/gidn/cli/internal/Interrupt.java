// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.internal.process.GuestExit;

/**
 * Makes Ctrl-C, and any other polite request to end the process, cancel what is under way, and holds the process back until
 * that has stored its results and said so. Work that does not ask whether it is to stop has nothing to say, and is ended, with
 * a sentence in its place.
 */
final class Interrupt implements Cancellation, AutoCloseable {
    /** Names the pipe in which the start script waits to hear that signals are heard from now on. */
    private static final String LISTENING = "GIDN_LISTENING";

    private static final long MOST_MILLISECONDS_TO_TELL = 300;

    private static final long MOST_SECONDS = 20;
    /** What has not asked yet may be work that never asks. */
    private static final long NOTICE_MILLISECONDS = 500;
    /** What has asked before asks more often than this, even where many programs share the machine. */
    private static final long NEXT_NOTICE_MILLISECONDS = 3_000;

    private final CountDownLatch noticed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "gidn-interrupt");
    private final PrintStream err;
    private volatile boolean asked;
    private volatile boolean requested;
    private volatile boolean told;

    private Interrupt(PrintStream err) {
        this.err = err;
    }

    /**
     * @param err where to say that work was ended that could not say so itself
     */
    static Interrupt install(PrintStream err) {
        Interrupt interrupt = new Interrupt(err);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        tellStartScript();
        return interrupt;
    }

    /** Tells the start script that the process ends in order. */
    static void ends() {
        try {
            tellStartScript().join(MOST_MILLISECONDS_TO_TELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a thread of its own: a pipe that nobody reads any more can't be opened. */
    private static Thread tellStartScript() {
        String pipe = System.getenv(LISTENING);
        Thread thread = new Thread(
                () -> {
                    if (pipe == null) {
                        return;
                    }
                    try (OutputStream out = new FileOutputStream(pipe)) {
                        out.write('\n');
                    } catch (IOException e) {
                        // Then the script says a word too many.
                    }
                },
                "gidn-listening");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void interrupt() {
        // In this order, as requested() has them the other way round: what has not asked by now begins nothing any
        // more.
        requested = true;
        boolean begun = asked;
        if (GuestExit.seen().isPresent()) {
            // A plug-in has ended the program, of which ExitGuard tells.
            return;
        }
        try {
            if (noticed.await(begun ? NEXT_NOTICE_MILLISECONDS : NOTICE_MILLISECONDS, TimeUnit.MILLISECONDS)
                    && !ended.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                err.println("gidn: Stopped, since the command did not come to an end within " + MOST_SECONDS
                        + " s; what was stored until then is kept.");
            } else if (!told) {
                err.println(
                        begun
                                ? "gidn: Stopped; what was stored until then is kept."
                                : "gidn: Stopped before anything was begun.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Java may end before the command has come so far.
        ends();
    }

    @Override
    public boolean requested() {
        asked = true;
        if (requested) {
            noticed.countDown();
        }
        return requested;
    }

    /** The command has ended and has said how. What ends without that, since Java begins nothing new by then, has said nothing. */
    void told() {
        told = true;
    }

    /** The work has ended and the process may. */
    @Override
    public void close() {
        noticed.countDown();
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
