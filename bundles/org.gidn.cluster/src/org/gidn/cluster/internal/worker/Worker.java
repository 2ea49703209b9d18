// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Recipe;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/** Takes chunks and gives answers. */
final class Worker {
    /** Files may be shown so much later than they were written. */
    private static final Duration LATE = Duration.ofSeconds(120);

    private static final Duration LEAST_PAUSE = Duration.ofMillis(10);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(1);
    private static final Duration ROOM_PAUSE = Duration.ofSeconds(1);
    private static final int PAUSE_SHARE = 20;
    /** Before its time is over, a worker ends by itself: so much earlier, or by this share of a short time. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int MARGIN_SHARE = 5;
    /** A chunk is taken only if it is likely to end in time. */
    private static final double LIKELY = 1.3;
    /** Of the chunks that nobody has, one of the first is taken: not all workers want the same. */
    private static final int FIRST = 8;

    private final Spool spool;
    private final String worker;
    private final Beat beat;
    private final int cores;
    private final long start = System.nanoTime();
    /** When it is to have ended, in nanoseconds from the start. */
    private final long end;

    private long chunks;
    private long designs;
    private long busy;
    private double expected;

    Worker(Path folder, String job, int cores, long limit, long lease) {
        byte[] random = new byte[4];
        ThreadLocalRandom.current().nextBytes(random);
        this.worker = job + "-" + HexFormat.of().formatHex(random);
        this.spool = new Spool(folder, worker);
        this.cores = cores;
        long nanos = Duration.ofSeconds(limit).toNanos();
        this.end = limit == 0 ? Long.MAX_VALUE : nanos - Math.min(MARGIN.toNanos(), nanos / MARGIN_SHARE);
        this.beat = new Beat(
                spool,
                worker,
                new Fields()
                        .set("job", job)
                        .set("host", Machine.host())
                        .set("pid", ProcessHandle.current().pid())
                        .set("processor", Machine.processor())
                        .set("java", Machine.java())
                        .set("cores", cores),
                lease);
    }

    /** Works to the end; false if it could not. */
    boolean run() {
        try (beat) {
            beat.start();
            try {
                work();
                beat.tell("state", "ended");
                return true;
            } catch (Throwable e) {
                boolean refused = e instanceof InvalidInputException;
                beat.set("reason", refused ? e.getMessage() : e.toString());
                beat.tell("state", refused ? "refused" : "failed");
                e.printStackTrace();
                return false;
            }
        }
    }

    private void work() throws IOException, InterruptedException {
        beat.set("state", "checking");
        byte[] text = awaited(spool.recipe(), bytes -> parse(bytes) != null);
        Recipe recipe = parse(text);
        for (Content jar : recipe.jars()) {
            check(jar);
        }
        try (OwnFiles files = new OwnFiles(recipe, spool);
                Recipe.Remade made = files.recipe().make(Worker.class.getClassLoader())) {
            prove(made.evaluator());
            beat.tell("state", "ready");
            takeAll(made.evaluator());
        }
    }

    private static Recipe parse(byte[] bytes) {
        try {
            return Recipe.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidInputException e) {
            return null;
        }
    }

    /** Waits for a file that may be shown late. */
    private byte[] awaited(Path file, Predicate<byte[]> whole) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            byte[] bytes = Spool.read(file).orElse(null);
            if (bytes != null && whole.test(bytes)) {
                return bytes;
            }
            if (System.nanoTime() - began > LATE.toNanos() || beat.end().isPresent()) {
                throw new IOException(file + " is not there after " + LATE.toSeconds() + " s");
            }
            Thread.sleep(MOST_PAUSE.toMillis());
        }
    }

    private void check(Content jar) throws InterruptedException {
        while (true) {
            try {
                jar.check();
                return;
            } catch (InvalidInputException e) {
                if (System.nanoTime() - start > LATE.toNanos() || beat.end().isPresent()) {
                    throw e;
                }
                Thread.sleep(MOST_PAUSE.toMillis());
            }
        }
    }

    /** Looks whether this machine gives the bits that the driver's gives. */
    private void prove(Evaluator evaluator) throws IOException, InterruptedException {
        Answer expectedAnswer = Answer.of(awaited(spool.canaries(), Worker::isAnswer));
        Answer mine = answer(expectedAnswer.chunk(), evaluator);
        if (mine.error() != null) {
            throw new InvalidInputException("The evaluator fails on " + Machine.host() + ": " + mine.error());
        }
        String difference = mine.difference(expectedAnswer);
        if (difference != null) {
            throw new InvalidInputException("Machine " + Machine.host() + " (" + Machine.processor() + ", "
                    + Machine.java() + ") gives other numbers than " + expectedAnswer.worker() + ": " + difference
                    + "; ask for machines of one kind, and for the same Java.");
        }
    }

    private static boolean isAnswer(byte[] bytes) {
        try {
            Answer.of(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void takeAll(Evaluator evaluator) throws IOException, InterruptedException {
        long idleSince = System.nanoTime();
        while (beat.end().isEmpty()) {
            if (age() + expected * LIKELY > end) {
                beat.tell("state", "draining");
                return;
            }
            String taken = take();
            if (taken == null) {
                long idle = System.nanoTime() - idleSince;
                Thread.sleep(Math.max(
                        LEAST_PAUSE.toMillis(),
                        Math.min(
                                MOST_PAUSE.toMillis(),
                                Duration.ofNanos(idle / PAUSE_SHARE).toMillis())));
                continue;
            }
            work(taken, evaluator);
            idleSince = System.nanoTime();
        }
    }

    private long age() {
        return System.nanoTime() - start;
    }

    /** Takes a chunk; null if there is none. */
    private String take() {
        try {
            List<String> names = Spool.list(spool.todo());
            while (!names.isEmpty()) {
                String name = names.remove(ThreadLocalRandom.current().nextInt(Math.min(FIRST, names.size())));
                if (Spool.move(spool.todo().resolve(name), taken(name))) {
                    return name;
                }
            }
        } catch (IOException e) {
            System.err.println("nothing taken: " + e);
        }
        return null;
    }

    private Path taken(String name) {
        return spool.taken().resolve(name + Spool.AT + worker);
    }

    private void work(String name, Evaluator evaluator) throws IOException, InterruptedException {
        beat.set("chunk", name);
        beat.set("state", "working");
        Chunk chunk;
        try {
            chunk = Chunk.of(awaited(taken(name), Worker::isChunk));
        } catch (IOException e) {
            // Another has it again, or it is not whole: the driver writes it anew.
            System.err.println(name + " was not read: " + e);
            return;
        }
        try {
            Answer answer = answer(chunk, evaluator);
            expected = answer.nanos();
            if (give(answer)) {
                Spool.delete(taken(name));
            }
            chunks++;
            designs += chunk.designs().size();
            busy += answer.nanos();
            beat.set("chunks", chunks);
            beat.set("designs", designs);
            beat.set("busyMilliseconds", Duration.ofNanos(busy).toMillis());
            beat.set("state", "ready");
        } catch (CancellationException e) {
            // Another worker is to have it.
            Spool.move(taken(name), spool.todo().resolve(name));
        }
    }

    private static boolean isChunk(byte[] bytes) {
        try {
            Chunk.of(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Answer answer(Chunk chunk, Evaluator evaluator) {
        Cancellation cancellation = () -> beat.end().isPresent() || age() > end;
        long began = System.nanoTime();
        try (LocalExecutor executor = new LocalExecutor(cores)) {
            Evaluations results =
                    executor.evaluate(chunk.task(EvaluatorSource.of(evaluator)), Phase.SILENT, cancellation);
            return new Answer(chunk, worker, System.nanoTime() - began, results, false, null);
        } catch (CancellationException e) {
            throw e;
        } catch (InvalidInputException e) {
            return new Answer(chunk, worker, System.nanoTime() - began, null, true, e.getMessage());
        } catch (RuntimeException e) {
            return new Answer(chunk, worker, System.nanoTime() - began, null, false, e.toString());
        }
    }

    /** Writes an answer, whenever there is room for it; false if there was none to the end. */
    private boolean give(Answer answer) throws InterruptedException {
        byte[] bytes = answer.bytes();
        while (true) {
            try {
                spool.put(spool.done().resolve(answer.chunk().name()), bytes);
                return true;
            } catch (IOException e) {
                beat.set("state", "waiting");
                beat.set("reason", "no answer can be written: " + e.getMessage());
                if (beat.end().isPresent() || age() > end) {
                    return false;
                }
                Thread.sleep(ROOM_PAUSE.toMillis());
            }
        }
    }
}
