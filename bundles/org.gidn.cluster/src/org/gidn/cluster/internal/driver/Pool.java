// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.internal.spool.Work;
import org.gidn.cluster.internal.worker.Machine;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/**
 * The driver of the workers of one evaluator, or of one method's pieces. A thread of its own hands out chunks and takes answers; who waits
 * for results never touches the shared folder, so that a slow one keeps nobody from cancelling.
 */
final class Pool {
    private static final Duration LEAST_PAUSE = Duration.ofMillis(5);
    private static final Duration MOST_PAUSE = Duration.ofMillis(500);
    private static final int PAUSE_SHARE = 20;
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Spool spool;
    private final ClusterSettings settings;
    private final String session;
    private final Ledger ledger;
    private final Roster roster;
    private final Hiring hiring;
    private final Exchange exchange;
    private final Thread thread = new Thread(this::run, "gidn-cluster");
    private final long started = System.nanoTime();
    private volatile String waiting = "";
    private volatile boolean closed;
    private long leaseDue;
    private long lookDue;

    Pool(Spool spool, Prepared prepared, Engine engine, ClusterSettings settings) throws IOException {
        this.spool = spool;
        this.settings = settings;
        this.session = prepared.session();
        this.ledger = new Ledger(
                session,
                new Pace(prepared.secondsEach(), settings.cores(), prepared.patience()),
                prepared.liked(),
                prepared.outputs());
        this.roster = new Roster(spool);
        this.hiring = new Hiring(engine, settings, spool, roster, prepared.script());
        this.exchange = new Exchange(spool, ledger, roster, hiring, settings);
        exchange.inherit();
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What is known when work begins.
     *
     * @param session name of this driver, which sorts behind those of drivers before
     * @param script what starts a worker
     * @param secondsEach how long a design takes about
     * @param liked how many designs the evaluator likes at a time
     * @param outputs how many values a design has
     */
    record Prepared(String session, Path script, double secondsEach, int patience, int liked, int outputs) {}

    /**
     * Has work done.
     *
     * @param progress told of what is waited for, not of items
     * @param taker told of every result as soon as it is there
     * @throws CancellationException if cancelled
     * @throws UnavailableException if nobody does it
     */
    Results work(Work work, Phase progress, BiConsumer<Results, Integer> taker, Cancellation cancellation) {
        Call call = ledger.ask(work);
        String note = "";
        while (true) {
            boolean ended = ledger.ended(call);
            for (int item : ledger.news(call)) {
                taker.accept(call.soFar(), item);
            }
            if (ended) {
                return ledger.finish(call);
            }
            if (cancellation.requested()) {
                ledger.withdraw(call);
                throw new CancellationException();
            }
            if (!waiting.equals(note)) {
                note = waiting;
                progress.note(note);
            }
            try {
                ledger.await(TICK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    /** Whether something is asked for. */
    boolean busy() {
        return ledger.working();
    }

    private void run() {
        while (!closed) {
            try {
                pass();
                sleep(Math.max(
                        LEAST_PAUSE.toNanos(),
                        Math.min(MOST_PAUSE.toNanos(), (System.nanoTime() - ledger.event()) / PAUSE_SHARE)));
            } catch (IOException e) {
                waiting = "the shared folder " + spool.root() + " cannot be used: " + reason(e);
                sleep(TROUBLE_PAUSE.toNanos());
            } catch (UnavailableException e) {
                ledger.fail(e);
            } catch (RuntimeException | Error e) {
                System.getLogger(Pool.class.getName()).log(System.Logger.Level.ERROR, "driver", e);
                ledger.fail(new UnavailableException("The driver of the workers has failed: " + e, e));
                return;
            }
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.toString();
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos).toMillis());
        } catch (InterruptedException e) {
            // Closed, or something to do.
        }
    }

    private void pass() throws IOException {
        long now = System.nanoTime();
        if (now >= leaseDue) {
            leaseDue = now + LEASE.toNanos();
            spool.put(spool.lease(), lease().bytes());
        }
        exchange.exchange();
        if (now >= lookDue) {
            lookDue = now + LOOK.toNanos();
            if (Files.exists(spool.stop())) {
                throw new UnavailableException(
                        "The workers were stopped by 'gidn cluster stop'; resume the run to start others.");
            }
            roster.look();
            if (ledger.working()) {
                hiring.look();
            }
            exchange.reclaim();
            tell();
        }
    }

    private Fields lease() {
        return new Fields()
                .set("session", session)
                .set("host", Machine.host())
                .set("pid", ProcessHandle.current().pid())
                .set(
                        "since",
                        ProcessHandle.current()
                                .info()
                                .startInstant()
                                .map(Object::toString)
                                .orElse(""))
                .set("beat", System.nanoTime());
    }

    private void tell() throws IOException {
        int atWork = roster.atWork();
        int queued = hiring.queued();
        String reason = hiring.reason();
        StringBuilder text = new StringBuilder()
                .append(atWork)
                .append(" of ")
                .append(settings.workers())
                .append(" workers");
        if (queued > 0) {
            text.append(", ").append(queued).append(" queued");
            text.append(reason.isEmpty() || reason.equals("None") ? "" : " (" + reason + ")");
        }
        for (String trouble : List.of(hiring.trouble(), ledger.trouble())) {
            text.append(trouble.isEmpty() ? "" : "; " + trouble);
        }
        waiting = text.toString();
        Fields status = lease();
        status.set("wanted", settings.workers())
                .set("working", atWork)
                .set("queued", queued)
                .set("starting", Math.max(0, hiring.running() - atWork))
                .set("draining", roster.count("draining"))
                .set("lost", roster.lost())
                .set("refused", roster.count("refused") + roster.count("failed"))
                .set("replaced", hiring.replaced())
                .set("milliseconds", (System.nanoTime() - started) / 1_000_000)
                .set("waiting", waiting);
        ledger.tell(status);
        spool.put(spool.status(), status.bytes());
    }

    /** Ends the workers. What they have done stays if a run may ask for it again. */
    void close() {
        closed = true;
        boolean keep = ledger.close(new CancellationException());
        thread.interrupt();
        try {
            thread.join(TROUBLE_PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            spool.put(spool.stop(), new Fields().bytes());
        } catch (IOException e) {
            // They are ended by the scheduler anyway.
            System.getLogger(Pool.class.getName()).log(System.Logger.Level.DEBUG, "no stop", e);
        }
        hiring.stop();
        if (keep) {
            Spool.delete(spool.lease());
            Spool.delete(spool.jobs());
        } else {
            Spool.deleteAll(spool.root());
        }
    }
}
