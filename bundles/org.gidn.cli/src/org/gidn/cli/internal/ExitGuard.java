// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.internal.process.GuestExit;

/**
 * Has the process fail when a plug-in ends it, whatever status that asks for. What is under way gets a moment to store what it
 * has and to say so; where it can't, because the plug-in has ended the command's own thread for example, this says it. However
 * the process ends, it leaves no half of a file.
 */
final class ExitGuard implements AutoCloseable {
    private static final long MOST_SECONDS = 3;

    private final Session session;
    private final Thread command = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);

    private ExitGuard(Session session) {
        this.session = session;
    }

    /** Guards the command that this thread is about to execute. */
    static ExitGuard install(Session session) {
        GuestExit.watch();
        ExitGuard guard = new ExitGuard(session);
        Runtime.getRuntime().addShutdownHook(new Thread(guard::end, "gidn-exit"));
        return guard;
    }

    private void end() {
        Optional<GuestExit> exit = GuestExit.seen();
        if (exit.isPresent() && (exit.get().thread() == command || !commandEnded())) {
            session.tell(exit.get().sentence());
        }
        WholeFile.abandonAll();
        Interrupt.ends();
        if (exit.isPresent()) {
            Runtime.getRuntime().halt(ExitStatus.FAILED.code());
        }
    }

    private boolean commandEnded() {
        try {
            return ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** The command has ended and has said how. */
    @Override
    public void close() {
        ended.countDown();
    }
}
