// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.internal.Messages;

/**
 * What plug-ins print: the streams of the process are the product's own, so that it goes to the log, line by line, by the name
 * of the bundle that printed it.
 */
public final class GuestOutput extends OutputStream {
    private static final int LONGEST_LINE = 8_192;
    /** Set while a line is being logged: a log that prints must not call itself. */
    private static final ThreadLocal<Boolean> LOGGING = ThreadLocal.withInitial(() -> false);

    private final ThreadLocal<ByteArrayOutputStream> line = ThreadLocal.withInitial(ByteArrayOutputStream::new);

    private GuestOutput() {}

    /** Takes {@code System.out} and {@code System.err} from now on; the log's own way to the terminal stays. */
    public static void install() {
        // Handlers that print are made when they are first asked for, with the stream of that moment.
        Logger.getLogger("").getHandlers();
        System.setOut(stream());
        System.setErr(stream());
    }

    private static PrintStream stream() {
        return new PrintStream(new GuestOutput(), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        if (b == '\n' || b == '\r') {
            flush();
            return;
        }
        line.get().write(b);
        if (line.get().size() >= LONGEST_LINE) {
            flush();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    /** Logs what this thread has printed on its line so far. */
    @Override
    public void flush() {
        String text = line.get().toString(StandardCharsets.UTF_8);
        line.get().reset();
        if (text.isBlank() || LOGGING.get()) {
            return;
        }
        LOGGING.set(true);
        try {
            String origin = Origin.name(
                    Origin.callersOf(frame -> PrintStream.class.isAssignableFrom(frame.getDeclaringClass())));
            System.getLogger(GuestOutput.class.getName())
                    .log(System.Logger.Level.WARNING, NLS.bind(Messages.guestPrinted, origin, text));
        } finally {
            LOGGING.set(false);
        }
    }

    /** A plug-in that closes the stream closes it for nobody. */
    @Override
    public void close() {
        flush();
    }
}
