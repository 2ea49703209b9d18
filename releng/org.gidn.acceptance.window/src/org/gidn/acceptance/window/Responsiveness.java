// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Display;

/**
 * How long the window keeps its user waiting: asks the UI thread again and again, and takes the time until it answers. What
 * keeps it is caught in the act. The figures are for people to read: they depend on what else the machine does.
 */
final class Responsiveness implements AutoCloseable {
    private static final long TOO_LONG_MILLISECONDS = 200;
    private static final long PAUSE_MILLISECONDS = 5;
    private static final int FRAMES = 60;

    private final Display display;
    private final Thread watcher;
    private final List<Double> waits = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private volatile boolean over;

    /** Begins to watch the display's thread. */
    Responsiveness(Display display) {
        this.display = display;
        watcher = new Thread(this::watch, "responsiveness");
        watcher.start();
    }

    private void watch() {
        try {
            while (!over) {
                long asked = System.nanoTime();
                CountDownLatch answered = new CountDownLatch(1);
                display.asyncExec(answered::countDown);
                String busy = "";
                if (!answered.await(TOO_LONG_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    busy = stack(display.getThread());
                    answered.await();
                }
                double wait = (System.nanoTime() - asked) / 1e6;
                waits.add(wait);
                if (!busy.isEmpty()) {
                    held.add(String.format(Locale.ROOT, "%.0f ms in%n%s", wait, busy));
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "    " + frame + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** Ends watching, with the next answer. Not to be called on the display's thread. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        watcher.join();
    }

    /** The figures, once it is closed, with what held the thread for too long. */
    String report(String during) {
        List<Double> sorted = waits.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "The window's thread %s: %,d answers, median %.1f ms, 99 %% within %.0f ms, longest %.0f ms, %d over %d ms%n%s",
                during,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1),
                held.size(),
                TOO_LONG_MILLISECONDS,
                String.join("", held));
    }
}
