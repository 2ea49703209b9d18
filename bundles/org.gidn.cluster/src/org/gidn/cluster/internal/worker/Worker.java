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
import org.gidn.cluster.internal.spool.Answer.Fault;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.Recipe;
import org.gidn.core.work.Cancellation;

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

    /** With less than this share of its time behind it, a worker takes what needs all of it. */
    private static final int YOUNG_SHARE = 5;

    private static final Duration LEAST_WHOLE_PAUSE = Duration.ofSeconds(2);
    private static final Duration MOST_WHOLE_PAUSE = Duration.ofSeconds(20);

    private final Spool spool;
    private final String worker;
    private final Beat beat;
    private final int cores;
    private final long start = System.nanoTime();
    /** When it is to have ended, in nanoseconds from the start. */
    private final long end;

    /** When it could take chunks, in nanoseconds from the start. */
    private long ready;
    /** Whether all chunks that lie there are for a younger one. */
    private boolean onlyWhole;

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
        try (OwnFiles files = new OwnFiles(recipe, spool, worker);
                Recipe.Remade made = files.recipe().make(Worker.class.getClassLoader())) {
            prove(made.instance());
            ready = age();
            beat.tell("state", "ready");
            takeAll(made.instance());
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
    private void prove(Object instance) throws IOException, InterruptedException {
        Answer expectedAnswer = Answer.of(awaited(spool.canaries(), Worker::isAnswer));
        Answer mine = answer(expectedAnswer.chunk(), instance);
        if (mine.fault() == Fault.LATE || mine.fault() == Fault.LONGER_THAN_A_LIFE) {
            throw new InvalidInputException(
                    "A worker's time is over before it has shown that it gives the same numbers for some designs made"
                            + " for trial; let workers live longer with the executor's setting 'time'.");
        }
        if (mine.error() != null) {
            throw new InvalidInputException("The evaluator fails on " + Machine.host() + ": " + mine.error());
        }
        String difference = mine.results().difference(expectedAnswer.results());
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

    private void takeAll(Object instance) throws IOException, InterruptedException {
        long idleSince = System.nanoTime();
        // Not all workers that have nothing to do but whole lives' work are to end at the same time.
        long patience = ThreadLocalRandom.current().nextLong(LEAST_WHOLE_PAUSE.toNanos(), MOST_WHOLE_PAUSE.toNanos());
        while (beat.end().isEmpty()) {
            long idle = System.nanoTime() - idleSince;
            if (age() + expected * LIKELY > end || onlyWhole && idle > patience) {
                beat.tell("state", "draining");
                return;
            }
            String taken = take();
            if (taken == null) {
                Thread.sleep(Math.max(
                        LEAST_PAUSE.toMillis(),
                        Math.min(
                                MOST_PAUSE.toMillis(),
                                Duration.ofNanos(idle / PAUSE_SHARE).toMillis())));
                continue;
            }
            work(taken, instance);
            idleSince = System.nanoTime();
        }
    }

    private long age() {
        return System.nanoTime() - start;
    }

    /** Whether nearly all the time that it has for chunks is still before it. */
    private boolean young() {
        return age() - ready < (end - ready) / YOUNG_SHARE;
    }

    /** Takes a chunk; null if there is none. */
    private String take() {
        try {
            List<String> names = Spool.list(spool.todo());
            boolean some = !names.isEmpty();
            if (!young()) {
                names.removeIf(name -> name.endsWith(Spool.WHOLE));
            }
            onlyWhole = some && names.isEmpty();
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

    private void work(String name, Object instance) throws IOException, InterruptedException {
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
            Answer answer = answer(chunk, instance);
            expected = answer.nanos();
            if (give(answer)) {
                Spool.delete(taken(name));
            }
            chunks++;
            designs += chunk.work().size();
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

    private Answer answer(Chunk chunk, Object instance) {
        Cancellation cancellation = () -> beat.end().isPresent() || age() > end;
        boolean young = young();
        long began = System.nanoTime();
        try {
            Results results = Doer.work(instance, chunk.work(), cores, cancellation);
            return Answer.of(chunk, worker, System.nanoTime() - began, results);
        } catch (CancellationException e) {
            if (beat.end().isPresent()) {
                throw e;
            }
            return late(chunk, System.nanoTime() - began, young);
        } catch (InvalidInputException e) {
            return new Answer(chunk, worker, System.nanoTime() - began, null, Fault.REFUSED, e.getMessage());
        } catch (RuntimeException e) {
            return new Answer(chunk, worker, System.nanoTime() - began, null, Fault.FAILED, e.toString());
        }
    }

    private Answer late(Chunk chunk, long nanos, boolean young) {
        long seconds = Duration.ofNanos(nanos).toSeconds();
        int size = chunk.work().size();
        return young
                ? new Answer(
                        chunk,
                        worker,
                        nanos,
                        null,
                        Fault.LONGER_THAN_A_LIFE,
                        "A worker has worked at " + size + " " + chunk.work().items() + " for " + seconds
                                + " s, nearly all the time that it may live, without an end")
                : new Answer(
                        chunk,
                        worker,
                        nanos,
                        null,
                        Fault.LATE,
                        "what a worker could not end in its last " + seconds
                                + " s waits for one that has all its time before it");
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
