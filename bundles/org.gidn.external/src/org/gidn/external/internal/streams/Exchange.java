// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gidn.external.internal.process.Child;
import org.gidn.external.internal.process.Deadline;
import org.gidn.external.internal.process.LastLines;
import org.gidn.external.internal.process.Pump;
import org.gidn.external.internal.process.Supervisor;
import org.gidn.external.internal.process.Trouble;

/** Talks to one program by its standard input and output. For one thread at a time. */
public final class Exchange {
    private static final int LAST_WORDS_MILLISECONDS = 100;
    private static final int GREETING_BYTES = 1 << 20;
    private static final byte[] NOTHING = {};

    private final Supervisor supervisor;
    private final Child child;
    private final LastLines written = new LastLines();
    private final ProtocolLines lines = new ProtocolLines(written);
    private final Pump errors;
    private final BlockingQueue<byte[]> told = new LinkedBlockingQueue<>();
    private long id;
    private boolean straysTold;

    /** Begins to talk to a program that was just started. */
    public Exchange(Supervisor supervisor, Child child) {
        this.supervisor = supervisor;
        this.child = child;
        Pump.start(child.process().getInputStream(), lines);
        errors = Pump.start(child.process().getErrorStream(), written);
        Thread writer = new Thread(this::write, "gidn-program-input");
        writer.setDaemon(true);
        writer.start();
    }

    /** A program that reads nothing makes only this thread wait. */
    private void write() {
        try (OutputStream out = child.process().getOutputStream()) {
            for (byte[] line = told.take(); line != NOTHING; line = told.take()) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            // The program has ended, which its output tells.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the next request. */
    public long nextId() {
        return ++id;
    }

    /** What the program last wrote beside answers, for the end of a sentence. */
    public String written() {
        return written.told();
    }

    /**
     * Says the first line.
     *
     * @throws Trouble if there is no answer to it
     */
    public Greeting greet(byte[] line, Deadline deadline) throws Trouble {
        told.add(line);
        lines.allow(GREETING_BYTES);
        while (true) {
            byte[] next = next(deadline, "The program's first answer");
            Greeting greeting = Greeting.read(next);
            if (greeting != null) {
                return greeting;
            }
            stray(next);
        }
    }

    /**
     * Asks for something.
     *
     * @param requested the number of the request
     * @param longest how many bytes the answer may have
     * @throws Trouble if there is no answer
     */
    Answer ask(byte[] request, long requested, long longest, Deadline deadline) throws Trouble {
        told.add(request);
        lines.allow(longest);
        while (true) {
            byte[] next = next(deadline, "The program");
            Answer answer = Answer.read(next);
            tellStrays();
            if (answer == null) {
                stray(next);
            } else if (answer.id() == requested) {
                return answer;
            } else {
                throw Answer.nonsense("has the id " + answer.id() + ", where " + requested
                        + " was asked; repeat that of the request" + written.told());
            }
        }
    }

    /** Says once that the program prints what is no answer: whoever wrote it may look for it. */
    private void tellStrays() {
        if (lines.strayed() && !straysTold) {
            straysTold = true;
            System.getLogger(Exchange.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "A program prints lines on standard output that are no answers; they are passed over"
                                    + written.told() + ".");
        }
    }

    private void stray(byte[] line) {
        written.write(line, 0, line.length);
    }

    private byte[] next(Deadline deadline, String what) throws Trouble {
        try {
            byte[] line = lines.next(Deadline.POLL_MILLISECONDS);
            while (line == null) {
                deadline.check(what, written);
                line = lines.next(Deadline.POLL_MILLISECONDS);
            }
            if (line == ProtocolLines.END) {
                String end = child.end();
                errors.join(LAST_WORDS_MILLISECONDS);
                throw new Trouble(Trouble.Kind.CRASH, "The program " + end + written.told());
            }
            if (line == ProtocolLines.TOO_LONG) {
                throw Answer.nonsense("is longer than any that was asked for" + written.told());
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Ends the program at once, with all that it has started. */
    public void end() {
        told.add(NOTHING);
        supervisor.end(child);
    }

    /** Lets the program end by itself, since nothing more is asked of it. */
    public void finish() {
        told.add(NOTHING);
    }

    /**
     * Waits for the program to end by itself.
     *
     * @param until how long, by {@link System#nanoTime}
     * @return how it ended; null if it has not
     */
    public String ended(long until) {
        try {
            if (child.process().waitFor(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                supervisor.ended(child);
                return child.end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
