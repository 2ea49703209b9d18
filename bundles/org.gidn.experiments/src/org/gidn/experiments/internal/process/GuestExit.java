// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.process;

import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.internal.Messages;

/**
 * A plug-in's call of {@code System.exit}. Java tells its logger of every such call, on the thread that calls and before
 * anything ends; a signal from outside is no call.
 *
 * @param thread where it was called; it never comes back
 * @param sentence names the bundle and the place
 */
public record GuestExit(Thread thread, String sentence) {
    /** Held, since its settings go with it. */
    private static final Logger RUNTIME = Logger.getLogger("java.lang.Runtime");

    private static final String LAUNCHER = "org.eclipse.equinox.launcher.";

    private static volatile GuestExit seen;

    /** The first call since {@link #watch}. */
    public static Optional<GuestExit> seen() {
        return Optional.ofNullable(seen);
    }

    /** Looks out for calls from now on. */
    public static void watch() {
        RUNTIME.setLevel(Level.FINE);
        RUNTIME.setUseParentHandlers(false);
        RUNTIME.addHandler(new Watcher());
    }

    private static void called() {
        List<StackWalker.StackFrame> callers = Origin.callersOf(
                frame -> frame.getDeclaringClass() == System.class || frame.getDeclaringClass() == Runtime.class);
        if (seen == null && !callers.isEmpty() && !callers.get(0).getClassName().startsWith(LAUNCHER)) {
            seen = new GuestExit(
                    Thread.currentThread(),
                    NLS.bind(
                            Messages.guestExit,
                            Origin.name(callers),
                            callers.get(0).toStackTraceElement()));
        }
    }

    private static final class Watcher extends Handler {
        @Override
        public void publish(LogRecord entry) {
            called();
        }

        @Override
        public void flush() {
            // Nothing is kept here.
        }

        @Override
        public void close() {
            // Nothing is kept here.
        }
    }
}
