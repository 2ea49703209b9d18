// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads what a program writes, so that it never waits for us, and gives it on. */
public final class Pump extends Thread {
    private static final int PIECE = 1 << 16;

    private final InputStream from;
    private final OutputStream to;

    private Pump(InputStream from, OutputStream to) {
        super("gidn-program-output");
        setDaemon(true);
        this.from = from;
        this.to = to;
    }

    /** Begins to read. */
    public static Pump start(InputStream from, OutputStream to) {
        Pump pump = new Pump(from, to);
        pump.start();
        return pump;
    }

    @Override
    public void run() {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                to.write(piece, 0, count);
            }
        } catch (IOException e) {
            // The stream of a program that was ended.
        }
    }
}
