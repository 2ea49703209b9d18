// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.cluster.Engine;
import org.gidn.cluster.Queue;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.evaluation.Evaluations;

/** Writes the files that many workers would, who say that a chunk took ten seconds and compute nothing. */
final class FakeWorkers implements Engine {
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration CHUNK = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Map<String, Queue.Job> jobs = new HashMap<>();
    private volatile boolean closed;
    private Thread thread;

    @Override
    public String text() {
        return "fake";
    }

    @Override
    public synchronized List<String> start(int count, Path script, Path log) {
        List<String> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String job = String.valueOf(jobs.size());
            jobs.put(job, new Queue.Job(true, "", ""));
            started.add(job);
        }
        Spool spool = new Spool(script.getParent(), "fake");
        thread = new Thread(() -> work(spool, started), "gidn-fake-workers");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private void work(Spool spool, List<String> workers) {
        try {
            int next = 0;
            long beats = 0;
            long beaten = System.nanoTime() - BEAT.toNanos();
            while (!closed) {
                if (System.nanoTime() - beaten > BEAT.toNanos()) {
                    beaten = System.nanoTime();
                    beats++;
                    for (String worker : workers) {
                        beat(spool, worker, beats);
                    }
                }
                for (String name : Spool.list(spool.todo())) {
                    next = (next + 1) % workers.size();
                    answer(spool, name, workers.get(next));
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (IOException e) {
            System.getLogger(FakeWorkers.class.getName()).log(System.Logger.Level.DEBUG, "the folder is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void beat(Spool spool, String worker, long beat) throws IOException {
        Fields fields = new Fields().set("job", worker).set("state", "working").set("beat", beat);
        spool.put(spool.workers().resolve(worker), fields.bytes());
    }

    private static void answer(Spool spool, String name, String worker) throws IOException {
        Path taken = spool.taken().resolve(name + Spool.AT + worker);
        if (!Spool.move(spool.todo().resolve(name), taken)) {
            return;
        }
        Chunk chunk = Chunk.of(Spool.read(taken).orElseThrow());
        int size = chunk.work().size();
        Evaluations results = new Evaluations(size, 1);
        for (int i = 0; i < size; i++) {
            results.set(i, 0, 1);
        }
        Answer answer = Answer.of(chunk, worker, CHUNK.toNanos() * size, new Results.Values(results));
        spool.put(spool.done().resolve(name), answer.bytes());
        Spool.delete(taken);
    }

    @Override
    public synchronized Queue queue() {
        return new Queue(System.nanoTime(), jobs);
    }

    @Override
    public String whyEnded(String job, Path folder) {
        return "Job " + job + " ended.";
    }

    @Override
    public synchronized void stop(Collection<String> ended) {
        closed = true;
    }
}
