// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.process.Deadline;
import org.gidn.external.internal.process.Supervisor;
import org.gidn.external.internal.process.Trouble;
import org.gidn.external.internal.program.Program;

/** The processes of a program that are at work or wait for it. Thread-safe. */
final class Pool implements AutoCloseable {
    /** How long programs may take to end by themselves. */
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private final Program program;
    private final Supervisor supervisor = new Supervisor();
    private final Semaphore room;
    private final Deque<Exchange> idle = new ArrayDeque<>();
    private final byte[] firstLine;
    private boolean closed;

    Pool(Program program) {
        this.program = program;
        this.room = new Semaphore(program.processes() == 0 ? Integer.MAX_VALUE : program.processes());
        this.firstLine = Greeting.line(Greeting.VERSION, program.variables(), program.outputs());
    }

    /**
     * What the program says first; its process waits for work then.
     *
     * @throws InvalidInputException if it cannot be started, or says something else
     */
    Greeting greeting() {
        Exchange exchange = started();
        Greeting greeting = greeted(exchange, Cancellation.NONE);
        giveBack(exchange);
        return greeting;
    }

    /** Takes a process that waits for work, or starts one; waits while there are as many as there may be. */
    Exchange take(Cancellation cancellation) {
        try {
            while (!room.tryAcquire(Deadline.POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        try {
            Exchange waiting = waiting();
            if (waiting != null) {
                return waiting;
            }
            Exchange exchange = started();
            greeted(exchange, cancellation);
            return exchange;
        } catch (RuntimeException | Error e) {
            room.release();
            throw e;
        }
    }

    private synchronized Exchange waiting() {
        return idle.poll();
    }

    private Exchange started() {
        return new Exchange(
                supervisor, supervisor.start(program.command(), program.folder(), program.environment(), false));
    }

    private Greeting greeted(Exchange exchange, Cancellation cancellation) {
        try {
            return exchange.greet(firstLine, Deadline.ofStart(program.timeout(), cancellation));
        } catch (Trouble e) {
            exchange.end();
            throw new InvalidInputException(
                    e.getMessage()
                            + ". This was before the first design; what the program has to say is in the guide under"
                            + " Programs, and 'gidn check-evaluator' tries it.",
                    e);
        } catch (RuntimeException | Error e) {
            exchange.end();
            throw e;
        }
    }

    /** Gives back a process that may be asked again. */
    void done(Exchange exchange) {
        giveBack(exchange);
        room.release();
    }

    private void giveBack(Exchange exchange) {
        synchronized (this) {
            if (!closed) {
                idle.push(exchange);
                return;
            }
        }
        exchange.end();
    }

    /** Gives back a process that has to end. */
    void broken(Exchange exchange) {
        try {
            exchange.end();
        } finally {
            room.release();
        }
    }

    /** Lets all processes that wait end by themselves, and makes all others. */
    @Override
    public void close() {
        Deque<Exchange> last;
        synchronized (this) {
            closed = true;
            last = new ArrayDeque<>(idle);
            idle.clear();
        }
        last.forEach(Exchange::finish);
        long end = System.nanoTime() + PATIENCE_NANOS;
        last.forEach(exchange -> exchange.ended(end));
        supervisor.close();
    }
}
