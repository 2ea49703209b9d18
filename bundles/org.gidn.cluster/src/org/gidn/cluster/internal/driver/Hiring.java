// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.Queue;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.UnavailableException;

/** Sees to it that there are as many workers as were asked for. */
final class Hiring {
    /** A scheduler may not know for so long what it was told. */
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private static final Duration FRESH = Duration.ofSeconds(3);

    /** So many starts may fail in a row before nobody tries any more. */
    private static final int FAILURES = 3;

    private final Engine engine;
    private final ClusterSettings settings;
    private final Spool spool;
    private final Roster roster;
    private final Path script;
    /** All jobs that may live, with the time of their start; 0 if another process started them. */
    private final Map<String, Long> jobs = new LinkedHashMap<>();

    private final Set<String> proven = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private int inARow;
    private int replaced;
    private String trouble = "";
    /** What the scheduler has said instead of an answer; empty if it answers. */
    private String silence = "";

    private volatile Queue queue = new Queue(0, Map.of());

    Hiring(Engine engine, ClusterSettings settings, Spool spool, Roster roster, Path script) throws IOException {
        this.engine = engine;
        this.settings = settings;
        this.spool = spool;
        this.roster = roster;
        this.script = script;
        known(spool).forEach(job -> jobs.put(job, 0L));
    }

    /** The jobs that were started for a spool, by this process or another. */
    static List<String> known(Spool spool) throws IOException {
        return Spool.read(spool.jobs())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
    }

    /**
     * Starts what is missing.
     *
     * @throws UnavailableException if no worker will ever work
     */
    void look() throws IOException {
        try {
            queue = engine.queue();
            silence = "";
        } catch (IOException e) {
            silence = e.getMessage();
            return;
        } catch (InvalidInputException e) {
            throw new UnavailableException(e.getMessage(), e);
        }
        roster.queue(queue);
        count();
        int missing = settings.workers() - jobs.size();
        if (missing > 0) {
            start(missing);
        }
        refuseHopeless();
    }

    /** Strikes off the jobs that have ended, and counts those that never worked. */
    private void count() {
        Set<String> over = roster.over();
        Map<String, String> refusals = roster.refusals();
        if (proven.addAll(roster.proven())) {
            inARow = 0;
            trouble = "";
        }
        for (Map.Entry<String, Long> entry : List.copyOf(jobs.entrySet())) {
            String job = entry.getKey();
            boolean settled = queue.time() - entry.getValue() > SETTLE.toNanos();
            boolean ended = over.contains(job) || settled && !queue.jobs().containsKey(job);
            if (!ended) {
                continue;
            }
            jobs.remove(job);
            replaced++;
            if (!proven.contains(job) && entry.getValue() != 0 && failed.add(job)) {
                inARow++;
                trouble = refusals.containsKey(job) ? refusals.get(job) : engine.whyEnded(job, spool.root());
            }
        }
        if (inARow >= Math.min(FAILURES, Math.max(2, settings.workers())) && roster.atWork() == 0) {
            throw new UnavailableException(trouble);
        }
    }

    private void start(int missing) throws IOException {
        // Where starts fail, not all are tried at once.
        int count = inARow == 0 ? missing : 1;
        try {
            List<String> started = engine.start(count, script, spool.log());
            started.forEach(job -> jobs.put(job, System.nanoTime()));
        } catch (IOException e) {
            silence = e.getMessage();
            return;
        } catch (UnavailableException e) {
            throw e;
        } catch (InvalidInputException e) {
            throw new UnavailableException(e.getMessage(), e);
        }
        List<String> all = new ArrayList<>(new LinkedHashSet<>(jobs.keySet()));
        spool.put(spool.jobs(), (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void refuseHopeless() {
        boolean all = !jobs.isEmpty();
        String sentence = "";
        for (String job : jobs.keySet()) {
            Queue.Job state = queue.jobs().get(job);
            // A scheduler's first word may be none.
            boolean fresh = queue.time() - jobs.get(job) < FRESH.toNanos();
            if (fresh || state == null || state.hopeless().isEmpty()) {
                all = false;
            } else {
                sentence = state.hopeless();
            }
        }
        if (all) {
            throw new UnavailableException(sentence);
        }
    }

    /** Ends a worker, which {@link #look} replaces. */
    void end(String job) {
        engine.stop(List.of(job));
    }

    /** Ends all workers. */
    void stop() {
        if (!jobs.isEmpty()) {
            engine.stop(jobs.keySet());
        }
    }

    int queued() {
        return (int) jobs.keySet().stream()
                .map(queue.jobs()::get)
                .filter(job -> job != null && !job.running())
                .count();
    }

    int running() {
        return (int) jobs.keySet().stream()
                .map(queue.jobs()::get)
                .filter(job -> job != null && job.running())
                .count();
    }

    int replaced() {
        return replaced;
    }

    /** What the scheduler says why jobs wait; empty if none does. */
    String reason() {
        return jobs.keySet().stream()
                .map(queue.jobs()::get)
                .filter(job -> job != null && !job.running())
                .map(Queue.Job::reason)
                .findFirst()
                .orElse("");
    }

    /** What went wrong with workers at last; empty if nothing did. */
    String trouble() {
        return silence.isEmpty() ? trouble : silence;
    }
}
