// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Spool;

/**
 * Shows that a worker lives, and looks whether it is wanted: a thread beside the one that works. Other machines' clocks are not trusted;
 * what has not changed for so long by this one's is over.
 */
final class Beat implements AutoCloseable {
    private static final Duration STOP = Duration.ofMillis(500);
    private static final int STOPS_A_BEAT = 10;

    private final Spool spool;
    private final Fields fields;
    private final String worker;
    private final long lease;
    private final Thread thread = new Thread(this::run, "gidn-beat");
    private long count;
    private byte[] leased = {};
    private long leaseSeen = System.nanoTime();
    private volatile boolean closed;
    /** Why the worker is to end; null while it is wanted. */
    private volatile String end;

    Beat(Spool spool, String worker, Fields fields, long lease) {
        this.spool = spool;
        this.worker = worker;
        this.fields = fields;
        this.lease = lease;
        thread.setDaemon(true);
    }

    void start() {
        tell("state", "starting");
        thread.start();
    }

    /** Why the worker is to end. */
    Optional<String> end() {
        return Optional.ofNullable(end);
    }

    /** Sets a field that the driver sees with the next beat. */
    synchronized void set(String name, Object value) {
        fields.set(name, value);
    }

    /** Sets a field and beats. */
    void tell(String name, Object value) {
        set(name, value);
        beat();
    }

    private synchronized void beat() {
        fields.set("beat", ++count);
        try {
            spool.put(spool.workers().resolve(worker), fields.bytes());
        } catch (IOException e) {
            // The next one may succeed; if none does, the driver has the work done by others.
            System.err.println("no beat: " + e);
        }
    }

    private void run() {
        try {
            for (int i = 1; !closed; i++) {
                Thread.sleep(STOP.toMillis());
                if (Files.exists(spool.stop())) {
                    end = "stopped";
                }
                if (i % STOPS_A_BEAT == 0) {
                    look();
                    beat();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            byte[] now = Spool.read(spool.lease()).orElse(leased);
            if (!Arrays.equals(now, leased)) {
                leased = now;
                leaseSeen = System.nanoTime();
            }
        } catch (IOException e) {
            System.err.println("no lease: " + e);
        }
        if (System.nanoTime() - leaseSeen > Duration.ofSeconds(lease).toNanos()) {
            end = "no driver for " + lease + " s";
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
