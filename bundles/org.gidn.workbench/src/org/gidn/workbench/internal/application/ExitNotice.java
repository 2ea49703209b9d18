// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.gidn.experiments.internal.process.GuestExit;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunQueue;

/**
 * Tells in one sentence which plug-in has ended the program. Nothing can keep it from that, but what the program still does
 * meanwhile: it ends the runs as failed, and the window stays until the user has read why it closes.
 */
final class ExitNotice {
    private static final long RUNS_SECONDS = 5;
    private static final long READING_SECONDS = 60;

    private ExitNotice() {}

    static void install(Display display, RunQueue queue) {
        GuestExit.watch();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> GuestExit.seen().ifPresent(exit -> end(display, queue, exit)), "gidn-exit"));
    }

    private static void end(Display display, RunQueue queue, GuestExit exit) {
        Platform.getLog(ExitNotice.class).error(exit.sentence());
        queue.stopAll();
        try {
            for (Job run : queue.jobs()) {
                run.join(TimeUnit.SECONDS.toMillis(RUNS_SECONDS), null);
            }
            // A window whose own thread has ended the program draws nothing any more.
            if (exit.thread() != display.getThread()) {
                show(display, exit.sentence());
            }
        } catch (InterruptedException | OperationCanceledException | SWTException e) {
            // Then the sentence stands in the log alone.
        }
        Runtime.getRuntime().halt(1);
    }

    private static void show(Display display, String sentence) throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        display.asyncExec(() -> {
            MessageDialog.openError(display.getActiveShell(), Messages.exitForced, sentence);
            read.countDown();
        });
        read.await(READING_SECONDS, TimeUnit.SECONDS);
    }
}
