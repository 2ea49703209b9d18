// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gidn.cluster.Queue;

/**
 * What {@code squeue} says, asked once for all jobs of all runs in this process, and no oftener than every ten seconds: controllers are
 * brought down by programs that ask in a loop.
 */
final class Queues {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    /** Reports of jobs that do not work any more. */
    private static final Set<String> ENDED = Set.of("CG", "CD", "CA", "F", "TO", "NF", "OOM", "BF", "DL", "PR");

    private static final Map<String, Queues> ALL = new HashMap<>();

    private final Shell shell;
    private long asked;
    private Queue queue;
    private IOException failure;

    private Queues(Shell shell) {
        this.shell = shell;
    }

    /** The one for a place where SLURM's commands are. */
    static synchronized Queues of(String login) {
        return ALL.computeIfAbsent(login, place -> new Queues(new Shell(place)));
    }

    /** What squeue said at last. */
    synchronized Queue now() throws IOException {
        if (asked == 0 || System.nanoTime() - asked > INTERVAL.toNanos()) {
            asked = System.nanoTime();
            try {
                queue = ask();
                failure = null;
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return queue;
    }

    private Queue ask() throws IOException {
        long time = System.nanoTime();
        Shell.Result result = shell.run("", List.of("squeue", "--me", "-h", "-r", "-o", "%i|%t|%r"));
        if (result.status() != 0) {
            throw new IOException("SLURM does not answer: " + Answers.line(result.error()));
        }
        Map<String, Queue.Job> jobs = new HashMap<>();
        for (String line : result.out().lines().toList()) {
            String[] parts = line.strip().split("\\|");
            if (parts.length == 3 && !ENDED.contains(parts[1])) {
                boolean waits = parts[1].equals("PD");
                jobs.put(
                        parts[0],
                        new Queue.Job(
                                !waits, waits ? parts[2] : "", waits ? Answers.hopeless(parts[0], parts[2]) : ""));
            }
        }
        return new Queue(time, jobs);
    }
}
