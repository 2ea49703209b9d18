// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where warnings and errors go with all their detail, while the user gets one sentence: {@code .gidn/gidn.log.0} in the home
 * folder, at most a few megabytes, made when there is something to say.
 */
final class LogFile extends Handler {
    private static final String NAME = "gidn.log";
    private static final int MOST_BYTES = 1 << 20;
    private static final int FILES = 2;

    private Handler file;

    /** Sends what all parts of the program log to the file and nowhere else. */
    static void install() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new LogFile());
    }

    /** The file that is written now; the one before it ends with 1. */
    static Path path() {
        return folder().resolve(NAME + ".0");
    }

    private static Path folder() {
        Path home = Path.of(System.getProperty("user.home"));
        // A user whom the system doesn't know has no home.
        return (home.isAbsolute() ? home : Path.of(System.getProperty("java.io.tmpdir"))).resolve(".gidn");
    }

    private LogFile() {
        setLevel(Level.WARNING);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        if (file == null) {
            open();
        }
        if (file != null) {
            file.publish(entry);
        }
    }

    private void open() {
        try {
            Files.createDirectories(folder());
            file = new FileHandler(
                    folder().resolve(NAME).toString().replace("%", "%%") + ".%g", MOST_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
        } catch (IOException e) {
            // Without a place to write to, the sentence that the user gets has to do.
            setLevel(Level.OFF);
        }
    }

    @Override
    public synchronized void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
        }
    }
}
