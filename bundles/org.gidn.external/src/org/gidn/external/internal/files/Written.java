// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.gidn.external.internal.process.LastLines;

/** What a program writes: its beginning as it is, and its last lines. Thread-safe. */
final class Written extends OutputStream {
    private static final int MOST = 1 << 20;

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final LastLines last = new LastLines();
    private long length;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        beginning.write(bytes, from, Math.min(count, MOST - beginning.size()));
        length += count;
        last.write(bytes, from, count);
    }

    /** The beginning. */
    synchronized String text() {
        return beginning.toString(StandardCharsets.UTF_8);
    }

    /** Whether the beginning is not all. */
    synchronized boolean cut() {
        return length > beginning.size();
    }

    LastLines last() {
        return last;
    }
}
