// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.cluster.Engine;
import org.gidn.cluster.Queue;
import org.gidn.core.execution.UnavailableException;

/** Workers as processes on this machine, named by their numbers: what a cluster costs without its scheduler. */
public final class Processes implements Engine {
    private static final String START = "exec sh \"$0\" $$ \"$2\" >\"$1/$$.txt\" 2>&1 </dev/null";
    private static final String WORKER = "worker.sh";

    private final int life;

    /** Workers that may live as long as they like. */
    public Processes() {
        this(0);
    }

    /** @param life seconds that a worker may live, as with a scheduler that ends it then; 0 if it knows no end */
    public Processes(int life) {
        this.life = life;
    }

    @Override
    public String text() {
        return "processes " + life;
    }

    @Override
    public List<String> start(int count, Path script, Path log) {
        List<String> jobs = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                Process process = new ProcessBuilder(
                                "sh", "-c", START, script.toString(), log.toString(), String.valueOf(life))
                        .start();
                jobs.add(String.valueOf(process.pid()));
            }
        } catch (IOException e) {
            throw new UnavailableException("No process can be started: " + e.getMessage() + ".", e);
        }
        return jobs;
    }

    @Override
    public Queue queue() {
        Map<String, Queue.Job> jobs = new HashMap<>();
        ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .forEach(process -> jobs.put(String.valueOf(process.pid()), new Queue.Job(true, "", "")));
        return new Queue(System.nanoTime(), jobs);
    }

    @Override
    public String whyEnded(String job, Path folder) {
        return "Process " + job + " ended before it could work; what it printed is in "
                + folder.resolve("log").resolve(job + ".txt") + ".";
    }

    @Override
    public void stop(Collection<String> jobs) {
        for (String job : jobs) {
            ProcessHandle.of(Long.parseLong(job))
                    .filter(process -> process.info().commandLine().orElse("").contains(WORKER))
                    .ifPresent(ProcessHandle::destroy);
        }
    }
}
