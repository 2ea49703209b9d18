// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.cluster.Queue;
import org.gidn.cluster.WorkersStatus;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Spool;

/** The workers that have given signs of life, by this machine's clock. */
final class Roster {
    /** Without a sign of life for so long, a worker is lost. */
    private static final Duration SILENT = Duration.ofSeconds(90);
    /** Where the scheduler does not know its job any more either, for so long. */
    private static final Duration GONE = Duration.ofSeconds(7);

    /** At the end of the name of what the script tells that starts a worker. */
    static final String SHELL = "-sh";

    private static final Set<String> ENDED = Set.of("refused", "failed", "ended");
    private static final Set<String> AT_WORK = Set.of("ready", "working", "waiting");

    private record Seen(Fields fields, long changed) {}

    private final Spool spool;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    /** When workers were first heard of that have shown nothing yet. */
    private final Map<String, Long> heardOf = new HashMap<>();
    /** Whether the scheduler knows the jobs. */
    private Queue queue = new Queue(0, Map.of());

    Roster(Spool spool) {
        this.spool = spool;
    }

    /** Looks at all signs of life. */
    void look() throws IOException {
        Map<String, Seen> now = new LinkedHashMap<>();
        for (String worker : Spool.list(spool.workers())) {
            Seen before = before(worker);
            if (before != null && ended(before.fields) && !worker.endsWith(SHELL)) {
                now.put(worker, before);
                continue;
            }
            Fields fields = Spool.fields(spool.workers().resolve(worker)).orElse(null);
            if (fields == null) {
                continue;
            }
            boolean same = before != null
                    && before.fields.text("beat").equals(fields.text("beat"))
                    && before.fields.text("state").equals(fields.text("state"));
            now.put(worker, same ? before : new Seen(fields, System.nanoTime()));
        }
        synchronized (this) {
            // A job that its scheduler starts again takes back what its script told.
            seen.keySet().removeIf(worker -> worker.endsWith(SHELL) && !now.containsKey(worker));
            seen.putAll(now);
        }
    }

    private synchronized Seen before(String worker) {
        return seen.get(worker);
    }

    synchronized void queue(Queue now) {
        queue = now;
    }

    private static boolean ended(Fields fields) {
        return ENDED.contains(fields.text("state"));
    }

    private boolean alive(Seen worker) {
        long silent = System.nanoTime() - worker.changed;
        boolean gone =
                queue.time() - worker.changed > GONE.toNanos() && !queue.jobs().containsKey(worker.fields.text("job"));
        return !ended(worker.fields)
                && silent < SILENT.toNanos()
                && !gone
                && !seen.containsKey(worker.fields.text("job") + SHELL);
    }

    /** Whether a worker is likely to give its answers. */
    synchronized boolean alive(String worker) {
        Seen found = seen.get(worker);
        if (found == null) {
            long first = heardOf.computeIfAbsent(worker, w -> System.nanoTime());
            return System.nanoTime() - first < SILENT.toNanos();
        }
        return alive(found);
    }

    /** How many workers take chunks. */
    synchronized int atWork() {
        return (int) seen.values().stream()
                .filter(worker -> AT_WORK.contains(worker.fields.text("state")) && alive(worker))
                .count();
    }

    /** How many workers were seen in a state. */
    synchronized int count(String state) {
        return (int) seen.values().stream()
                .filter(worker -> worker.fields.text("state").equals(state))
                .count();
    }

    /** How many were lost: they fell silent. */
    synchronized int lost() {
        return (int) seen.values().stream()
                .filter(worker -> !ended(worker.fields) && !alive(worker))
                .count();
    }

    /** The jobs whose workers have shown that they can work. */
    synchronized Set<String> proven() {
        Set<String> jobs = new HashSet<>();
        for (Seen worker : seen.values()) {
            String state = worker.fields.text("state");
            if (AT_WORK.contains(state)
                    || state.equals("draining")
                    || state.equals("ended")
                    || worker.fields.number("chunks") > 0) {
                jobs.add(worker.fields.text("job"));
            }
        }
        return jobs;
    }

    /** The jobs whose workers have ended or fallen silent. */
    synchronized Set<String> over() {
        Set<String> jobs = new HashSet<>();
        for (Seen worker : seen.values()) {
            if (!alive(worker) || worker.fields.text("state").equals("draining")) {
                jobs.add(worker.fields.text("job"));
            }
        }
        return jobs;
    }

    /** Why workers could not work, by their jobs. */
    synchronized Map<String, String> refusals() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Seen worker : seen.values()) {
            String state = worker.fields.text("state");
            if (state.equals("refused") || state.equals("failed")) {
                reasons.put(worker.fields.text("job"), worker.fields.text("reason"));
            }
        }
        return reasons;
    }

    /** What is known of the workers that have not ended. */
    synchronized List<WorkersStatus.Worker> workers() {
        List<WorkersStatus.Worker> workers = new ArrayList<>();
        seen.forEach((name, worker) -> {
            if (!ended(worker.fields)) {
                Fields fields = worker.fields;
                workers.add(new WorkersStatus.Worker(
                        fields.text("job"),
                        fields.text("host"),
                        alive(worker) ? fields.text("state") : "lost",
                        fields.number("chunks"),
                        fields.number("designs")));
            }
        });
        return workers;
    }

    /** The job of a worker. */
    synchronized String job(String worker) {
        Seen found = seen.get(worker);
        return found == null ? worker : found.fields.text("job");
    }
}
