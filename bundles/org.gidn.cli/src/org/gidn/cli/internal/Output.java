// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * A standard stream of the process. It remembers why it could not be written, which {@link PrintStream} keeps to itself, and
 * shows the characters by their numbers that would make a terminal do something: texts come from files and plug-ins.
 */
public final class Output extends PrintStream {
    private static final String CLEAR_LINE = "\r\033[K";

    private final Sink sink;

    /**
     * @param stream where it leads
     * @param charset the encoding of what reads it
     */
    public Output(OutputStream stream, Charset charset) {
        this(new Sink(stream), charset);
    }

    /** Standard output of this process; what plug-ins print does not go there. */
    static Output standard() {
        return ofProcess(own().orElse(FileDescriptor.out), "stdout.encoding");
    }

    /** Standard error of this process. */
    static Output error() {
        return ofProcess(FileDescriptor.err, "stderr.encoding");
    }

    /** The descriptor under which the start script keeps standard output, so that nobody else finds it. */
    private static Optional<FileDescriptor> own() {
        Integer number = Integer.getInteger("gidn.out");
        if (number == null) {
            return Optional.empty();
        }
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(number));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java opens no descriptor by its number", e);
        }
    }

    private static Output ofProcess(FileDescriptor stream, String encoding) {
        return new Output(new FileOutputStream(stream), Charset.forName(System.getProperty(encoding, "US-ASCII")));
    }

    private Output(Sink sink, Charset charset) {
        super(sink, true, charset);
        this.sink = sink;
    }

    /** Why something could not be written; null if all was. */
    IOException failure() {
        flush();
        return sink.failure;
    }

    /** Whether something could not be written because nobody reads it any more, as after {@code | head}. */
    boolean readerGone() {
        IOException failure = failure();
        // The system's words, which name the pipe in most languages.
        return failure != null
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void print(String text) {
        super.print(Printable.text(String.valueOf(text)));
    }

    @Override
    public void print(Object object) {
        print(String.valueOf(object));
    }

    @Override
    public void print(char[] text) {
        print(String.valueOf(text));
    }

    /** Prints a text of our own as it is, with what makes a terminal draw colours. */
    void printStyled(String text) {
        super.print(text);
    }

    /** Empties the line that a terminal's cursor is on. */
    void clearLine() {
        super.print(CLEAR_LINE);
        flush();
    }

    /** Keeps the first failure, and writes nothing after it. */
    private static final class Sink extends FilterOutputStream {
        private IOException failure;

        Sink(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) throws IOException {
            if (failure == null) {
                attempt(() -> out.write(bytes, from, count));
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (failure == null) {
                attempt(out::flush);
            }
        }

        private void attempt(Attempt attempt) throws IOException {
            try {
                attempt.run();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        private interface Attempt {
            void run() throws IOException;
        }
    }
}
