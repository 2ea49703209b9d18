// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gidn.external.internal.process.LastLines;

/**
 * The lines of a program's standard output that may be answers; all others are stray prints, and so is what stands before an answer
 * since it was printed without an end of line. Takes what comes and is asked for it
 * from another thread. Keeps no more than an answer may be long, however much is written.
 */
final class ProtocolLines extends OutputStream {
    /** What stands for the end of the stream. */
    static final byte[] END = {};
    /** What stands for a line that is longer than any answer. */
    static final byte[] TOO_LONG = {};

    private static final int WAITING = 16;

    private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(WAITING);
    private final LastLines strays;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean stray;
    /** Whether the last character of a stray print was a brace. */
    private boolean opened;

    private boolean tooLong;
    private volatile boolean strayed;
    private volatile int longest = 1 << 20;

    /** @param strays receives what is no answer */
    ProtocolLines(LastLines strays) {
        this.strays = strays;
    }

    /** Lets lines be so long from now on. */
    void allow(long bytes) {
        longest = (int) Math.min(Integer.MAX_VALUE - 8, bytes);
    }

    /** Whether there was any stray print. */
    boolean strayed() {
        return strayed;
    }

    /** The next line; null if there is none within some time. */
    byte[] next(int milliseconds) throws InterruptedException {
        return lines.poll(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        int begin = from;
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == '\n') {
                add(bytes, begin, i + 1 - begin);
                end();
                begin = i + 1;
            }
        }
        add(bytes, begin, from + count - begin);
    }

    private void add(byte[] bytes, int from, int count) {
        if (count == 0) {
            return;
        }
        if (line.size() == 0 && !stray && !tooLong) {
            stray = bytes[from] != '{';
            strayed |= stray;
        }
        int begin = from;
        while (stray && begin < from + count) {
            if (opened && bytes[begin] == '"') {
                // An object begins that may be an answer.
                stray = false;
                opened = false;
                line.write('{');
            } else {
                opened = bytes[begin++] == '{';
            }
        }
        strays.write(bytes, from, begin - from);
        if (!stray && begin > from) {
            strays.write('\n');
        }
        addLine(bytes, begin, from + count - begin);
    }

    private void addLine(byte[] bytes, int from, int count) {
        if (line.size() > longest - count) {
            tooLong = true;
            line = new ByteArrayOutputStream();
        } else if (!tooLong) {
            line.write(bytes, from, count);
        }
    }

    private void end() {
        if (!stray) {
            put(tooLong ? TOO_LONG : line.toByteArray());
        }
        line.reset();
        stray = false;
        opened = false;
        tooLong = false;
    }

    /** Waits while nobody takes what there is; so does the program then. */
    private void put(byte[] next) {
        try {
            lines.put(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (line.size() > 0) {
            end();
        }
        put(END);
    }
}
