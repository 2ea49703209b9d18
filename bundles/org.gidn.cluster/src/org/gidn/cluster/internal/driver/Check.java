// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.gidn.cluster.Cluster.Step;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/** Tries the whole way of a design to a worker and back. */
public final class Check {
    private static final int DESIGNS = 4;
    private static final int TICK_MILLISECONDS = 100;
    private static final int MOST_TICKS = 300;

    /** What is seen of a worker, one after the other. */
    private static final List<String> STEPS = List.of(
            "The worker is accepted and started",
            "It sees the shared folder, and has Java and all files",
            "It gives the bits of this machine for the canary designs",
            "It gives values for " + DESIGNS + " designs");

    private final EvaluatorSource source;
    private final Engine engine;
    private final ClusterSettings settings;
    private final Consumer<Step> steps;

    private Check(EvaluatorSource source, Engine engine, ClusterSettings settings, Consumer<Step> steps) {
        this.source = source;
        this.engine = engine;
        this.settings = settings;
        this.steps = steps;
    }

    /** See {@link org.gidn.cluster.Cluster#check}. */
    public static boolean run(
            EvaluatorSource source,
            Engine engine,
            ClusterSettings settings,
            Consumer<Step> steps,
            Phase waiting,
            Cancellation cancellation) {
        ClusterSettings one = new ClusterSettings(
                settings.shared(),
                1,
                settings.cores(),
                settings.memory(),
                settings.lease(),
                settings.patience(),
                settings.java());
        return new Check(source, engine, one, steps).run(waiting, cancellation);
    }

    private boolean run(Phase waiting, Cancellation cancellation) {
        try {
            engine.queue();
        } catch (IOException | InvalidInputException e) {
            return told("The scheduler answers", e);
        }
        steps.accept(new Step("The scheduler answers", true, ""));
        try (Pools.Lent pool = Pools.of(Asked.of(source), engine, settings, cancellation)) {
            steps.accept(new Step(
                    "The shared folder takes files", true, settings.shared().toString()));
            return worker(pool, waiting, cancellation);
        } catch (CancellationException e) {
            throw e;
        } catch (InvalidInputException e) {
            return told("The shared folder takes files", e);
        }
    }

    private boolean told(String what, Exception e) {
        steps.accept(new Step(what, false, e.getMessage()));
        return false;
    }

    private boolean worker(Pools.Lent pool, Phase waiting, Cancellation cancellation) {
        CompletableFuture<?> end = CompletableFuture.runAsync(
                () -> pool.evaluate(task(), waiting, cancellation), work -> new Thread(work, "gidn-check").start());
        int step = 0;
        Fields worker = new Fields();
        while (true) {
            boolean ended = end.isDone();
            worker = look(pool.spool(), worker);
            int seen = ended && !end.isCompletedExceptionally() ? STEPS.size() : reached(worker.text("state"));
            for (; step < seen; step++) {
                steps.accept(new Step(STEPS.get(step), true, found(step, worker)));
            }
            if (ended) {
                break;
            }
            pause();
        }
        if (end.isCompletedExceptionally()) {
            Throwable failure = end.handle((value, thrown) -> thrown.getCause() == null ? thrown : thrown.getCause())
                    .join();
            if (failure instanceof CancellationException cancelled) {
                throw cancelled;
            }
            steps.accept(new Step(STEPS.get(step), false, failure.getMessage()));
            return false;
        }
        return ended(pool);
    }

    private Task task() {
        DesignBatch designs = new RandomSampler(false)
                .sample(source.here().space(), DESIGNS, new RandomStreams(2).stream("check"), Cancellation.NONE);
        Noise noise = source.here() instanceof NoisyEvaluator ? Noise.fixed(DESIGNS) : null;
        return new Task(source, designs, false, noise);
    }

    /** What the newest worker tells of itself. */
    private static Fields look(Spool spool, Fields before) {
        Fields newest = before;
        try {
            for (String name : Spool.list(spool.workers())) {
                Fields fields = Spool.fields(spool.workers().resolve(name)).orElse(before);
                newest = reached(fields.text("state")) >= reached(newest.text("state")) ? fields : newest;
            }
        } catch (IOException e) {
            // It is looked at again.
            System.getLogger(Check.class.getName()).log(System.Logger.Level.DEBUG, "not seen", e);
        }
        return newest;
    }

    /** How many steps a worker in a state has behind it. */
    private static int reached(String state) {
        return switch (state) {
            case "starting" -> 1;
            case "checking", "refused" -> 2;
            case "ready", "working", "waiting", "draining", "ended" -> 3;
            default -> 0;
        };
    }

    private static String found(int step, Fields worker) {
        return switch (step) {
            case 0 -> "job " + worker.text("job") + " on " + worker.text("host");
            case 1 -> worker.text("java") + ", " + worker.text("processor");
            default -> "";
        };
    }

    private boolean ended(Pools.Lent pool) {
        String what = "The worker has ended";
        List<String> jobs;
        try {
            jobs = Hiring.known(pool.spool());
            pool.end();
            for (int i = 0; i < MOST_TICKS; i++) {
                if (jobs.stream().noneMatch(engine.queue().jobs()::containsKey)) {
                    boolean gone = !Files.exists(pool.spool().root());
                    steps.accept(new Step(what, gone, gone ? "" : "but not all its files can be deleted."));
                    return gone;
                }
                pause();
            }
        } catch (IOException e) {
            return told(what, e);
        }
        steps.accept(new Step(what, false, "Jobs " + String.join(", ", jobs) + " are still there; end them by hand."));
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(TICK_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
