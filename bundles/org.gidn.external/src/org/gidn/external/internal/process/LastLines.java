// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gidn.core.Escapes;

/** The last lines that a program wrote, and no more of them however much it writes. Thread-safe. */
public final class LastLines extends OutputStream {
    private static final int LINES = 8;
    private static final int LONGEST = 240;

    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        int begin = from;
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                add(bytes, begin, i - begin);
                end();
                begin = i + 1;
            }
        }
        add(bytes, begin, from + count - begin);
    }

    private void add(byte[] bytes, int from, int count) {
        line.write(bytes, from, Math.min(count, LONGEST - line.size()));
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (!text.isEmpty()) {
            lines.add(text);
        }
        if (lines.size() > LINES) {
            lines.remove();
        }
    }

    /** What the program last wrote, for the end of a sentence. */
    public synchronized String told() {
        end();
        return lines.isEmpty() ? "; it wrote nothing" : "; it last wrote: " + Escapes.line(String.join(" / ", lines));
    }
}
