// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.RowKey;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.internal.worker.Machine;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.execution.Task;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/**
 * The driver of the workers of one evaluator. A thread of its own hands out chunks and takes answers; who waits for values never touches the
 * shared folder, so that a slow one keeps nobody from cancelling.
 */
final class Pool {
    private static final Duration LEAST_PAUSE = Duration.ofMillis(5);
    private static final Duration MOST_PAUSE = Duration.ofMillis(500);
    private static final int PAUSE_SHARE = 20;
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** What is nowhere to be seen for so long is not only shown late. */
    private static final Duration LATE = Duration.ofSeconds(120);

    private static final int ATTEMPTS = 3;
    private static final int MOST_ANSWERS = 256;

    /** A chunk that was handed out. */
    private static final class Out {
        final Call call;
        final int[] places;
        int attempts = 1;
        long seen = System.nanoTime();

        Out(Call call, int[] places) {
            this.call = call;
            this.places = places;
        }
    }

    /** A chunk of a driver before this one. */
    private static final class Inherited {
        final List<RowKey> keys = new ArrayList<>();
        long seen = System.nanoTime();
    }

    private record Place(Call call, int place) {}

    private record Row(Answer answer, int row) {}

    private final Spool spool;
    private final ClusterSettings settings;
    private final String session;
    private final Hiring hiring;
    private final Roster roster;
    private final Pace pace;
    private final int liked;
    private final int outputs;
    private final Thread thread = new Thread(this::run, "gidn-cluster");

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Out> out = new LinkedHashMap<>();
    private final Map<RowKey, Row> found = new HashMap<>();
    private final Map<String, Inherited> inherited = new HashMap<>();
    private final Map<RowKey, List<Place>> awaited = new HashMap<>();
    /** Answers of batches that are stored by now. */
    private final Deque<String> used = new ArrayDeque<>();
    /** Answers of batches that may not be stored yet. */
    private final List<String> justUsed = new ArrayList<>();

    private final Set<String> readAnswers = new HashSet<>();
    private long number;
    private long chunksDone;
    private long designsDone;
    private long busyNanos;
    private final long started = System.nanoTime();
    private volatile long event = System.nanoTime();
    private volatile String trouble = "";
    private volatile String waiting = "";
    private volatile boolean closed;
    private boolean unclaimed;
    private UnavailableException broken;
    private long leaseDue;
    private long lookDue;

    Pool(Spool spool, Prepared prepared, Engine engine, ClusterSettings settings) throws IOException {
        this.spool = spool;
        this.settings = settings;
        this.session = prepared.session();
        this.pace = new Pace(prepared.secondsEach());
        this.liked = prepared.liked();
        this.outputs = prepared.outputs();
        this.roster = new Roster(spool);
        this.hiring = new Hiring(engine, settings, spool, roster, prepared.script());
        inherit();
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
    record Prepared(String session, Path script, double secondsEach, int liked, int outputs) {}

    /** Takes over what a driver before this one has handed out, and what workers have done since. */
    private void inherit() throws IOException {
        for (Path folder : List.of(spool.todo(), spool.taken())) {
            for (String file : Spool.list(folder)) {
                try {
                    Chunk chunk = Chunk.of(Files.readAllBytes(folder.resolve(file)));
                    Inherited from = inherited.computeIfAbsent(chunk.name(), name -> new Inherited());
                    for (int i = 0; i < chunk.designs().size(); i++) {
                        from.keys.add(chunk.key(i));
                        awaited.computeIfAbsent(chunk.key(i), key -> new ArrayList<>());
                    }
                } catch (IOException e) {
                    // Gone, or not whole: its designs are handed out again.
                    System.getLogger(Pool.class.getName()).log(System.Logger.Level.DEBUG, "not inherited", e);
                }
            }
        }
        takeAnswers(Integer.MAX_VALUE);
    }

    /** See {@link org.gidn.core.execution.BatchExecutor#evaluate}. */
    Evaluations evaluate(Task task, Phase progress, Cancellation cancellation) {
        Call call = new Call(task, outputs);
        submit(call);
        String note = "";
        while (true) {
            boolean ended;
            long news;
            synchronized (this) {
                ended = call.ended();
                news = call.news();
            }
            if (news > 0) {
                progress.advance(news);
            }
            if (ended) {
                return finish(call);
            }
            if (cancellation.requested()) {
                withdraw(call);
                throw new CancellationException();
            }
            if (!waiting.equals(note)) {
                note = waiting;
                progress.note(note);
            }
            pause();
        }
    }

    private synchronized void pause() {
        try {
            wait(TICK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private synchronized void submit(Call call) {
        if (broken != null) {
            throw broken;
        }
        // Whoever asks for more has stored what he was given before.
        used.addAll(justUsed);
        justUsed.clear();
        Task task = call.task();
        boolean fresh = found.isEmpty() && awaited.isEmpty();
        for (int i = 0; i < task.designs().size(); i++) {
            RowKey key = fresh ? null : RowKey.of(task, i);
            Row known = fresh ? null : found.get(key);
            if (known != null) {
                call.place(i, known.answer, known.row);
            } else if (!fresh && awaited.containsKey(key)) {
                awaited.get(key).add(new Place(call, i));
            } else {
                call.open(i);
            }
        }
        calls.add(call);
        event = System.nanoTime();
        notifyAll();
    }

    private synchronized Evaluations finish(Call call) {
        remove(call);
        Evaluations results = call.results();
        justUsed.addAll(call.used());
        return results;
    }

    private synchronized void withdraw(Call call) {
        unclaimed = true;
        remove(call);
    }

    private void remove(Call call) {
        calls.remove(call);
        out.values().removeIf(chunk -> chunk.call == call);
        awaited.values().forEach(places -> places.removeIf(place -> place.call == call));
    }

    private void run() {
        while (!closed) {
            try {
                pass();
                trouble = "";
                sleep(Math.max(
                        LEAST_PAUSE.toNanos(),
                        Math.min(MOST_PAUSE.toNanos(), (System.nanoTime() - event) / PAUSE_SHARE)));
            } catch (IOException e) {
                trouble = "the shared folder " + spool.root() + " cannot be used: " + reason(e);
                waiting = trouble;
                sleep(TROUBLE_PAUSE.toNanos());
            } catch (UnavailableException e) {
                fail(e);
            } catch (RuntimeException | Error e) {
                System.getLogger(Pool.class.getName()).log(System.Logger.Level.ERROR, "driver", e);
                fail(new UnavailableException("The driver of the workers has failed: " + e, e));
                return;
            }
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.toString();
    }

    private void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos).toMillis());
        } catch (InterruptedException e) {
            // Closed, or something to do.
        }
    }

    private synchronized void fail(UnavailableException why) {
        unclaimed = true;
        broken = why;
        calls.forEach(call -> call.fail(why));
        notifyAll();
    }

    private void pass() throws IOException {
        long now = System.nanoTime();
        if (now >= leaseDue) {
            leaseDue = now + LEASE.toNanos();
            spool.put(spool.lease(), lease().bytes());
        }
        takeAnswers(MOST_ANSWERS);
        handOut();
        if (now >= lookDue) {
            lookDue = now + LOOK.toNanos();
            if (Files.exists(spool.stop())) {
                throw new UnavailableException(
                        "The workers were stopped by 'gidn cluster stop'; resume the run to start others.");
            }
            roster.look();
            if (working()) {
                hiring.look();
            }
            reclaim();
            tell();
        }
        tidy();
    }

    private synchronized boolean working() {
        return broken == null && !calls.isEmpty();
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

    private void takeAnswers(int most) throws IOException {
        List<String> names = Spool.list(spool.done());
        readAnswers.retainAll(new HashSet<>(names));
        int taken = 0;
        for (String name : names) {
            if (taken == most) {
                break;
            }
            if (readAnswers.contains(name)) {
                continue;
            }
            byte[] bytes = Spool.read(spool.done().resolve(name)).orElse(null);
            if (bytes != null) {
                try {
                    accept(name, Answer.of(bytes));
                    readAnswers.add(name);
                    taken++;
                } catch (IOException e) {
                    // Not all of it is shown yet; if it never is, its designs are handed out again.
                    System.getLogger(Pool.class.getName()).log(System.Logger.Level.DEBUG, name, e);
                }
            }
        }
    }

    private synchronized void accept(String name, Answer answer) {
        event = System.nanoTime();
        Out asked = out.remove(name);
        int size = answer.chunk().designs().size();
        if (asked == null) {
            acceptUnasked(name, answer);
        } else if (answer.error() != null) {
            asked.call.fail(
                    answer.refused()
                            ? new InvalidInputException(answer.error())
                            : new IllegalStateException(answer.error()));
            used.add(name);
        } else {
            for (int i = 0; i < asked.places.length; i++) {
                asked.call.place(asked.places[i], answer, i);
            }
            asked.call.used(name);
            pace.took(size, answer.nanos());
            chunksDone++;
            designsDone += size;
            busyNanos += answer.nanos();
        }
        notifyAll();
    }

    /** An answer to what a driver before this one asked, or a batch that was withdrawn. */
    private void acceptUnasked(String name, Answer answer) {
        inherited.remove(name);
        for (int i = 0; i < answer.chunk().designs().size(); i++) {
            RowKey key = answer.chunk().key(i);
            List<Place> places = awaited.remove(key);
            if (answer.error() == null) {
                found.put(key, new Row(answer, i));
            }
            for (Place place : places == null ? List.<Place>of() : places) {
                if (answer.error() == null) {
                    place.call.place(place.place, answer, i);
                } else {
                    place.call.open(place.place);
                }
            }
        }
        if (answer.error() != null) {
            used.add(name);
        }
    }

    private void handOut() throws IOException {
        int ahead = Math.max(2, workers());
        int lying = working() ? Spool.list(spool.todo()).size() : ahead;
        while (lying++ < ahead) {
            Out next = next();
            if (next == null) {
                return;
            }
            String name = String.format(Locale.ROOT, "%s-%08d", session, ++number);
            synchronized (this) {
                out.put(name, next);
            }
            try {
                put(name, next);
            } catch (IOException e) {
                reopen(name, next);
                throw e;
            }
        }
    }

    private int workers() {
        int atWork = roster.atWork();
        return atWork > 0 ? atWork : settings.workers();
    }

    private synchronized Out next() {
        for (Call call : calls) {
            if (call.open() > 0 && !call.ended()) {
                return new Out(call, call.next(pace.designs(call.open(), workers(), liked)));
            }
        }
        return null;
    }

    private void put(String name, Out chunk) throws IOException {
        spool.put(
                spool.todo().resolve(name),
                Chunk.of(name, chunk.call.part(chunk.places)).bytes());
    }

    private synchronized void reopen(String name, Out chunk) {
        if (out.remove(name) != null) {
            for (int place : chunk.places) {
                chunk.call.open(place);
            }
        }
    }

    /** Has done again what was lost. */
    private void reclaim() throws IOException {
        long now = System.nanoTime();
        for (String name : Spool.list(spool.todo())) {
            if (!seen(name, now)) {
                Spool.delete(spool.todo().resolve(name));
            }
        }
        for (String file : Spool.list(spool.taken())) {
            String[] parts = file.split(Spool.AT);
            if (roster.alive(parts[1])) {
                seen(parts[0], now);
            } else if (seen(parts[0], now) && again(parts[0], parts[1])) {
                Spool.move(spool.taken().resolve(file), spool.todo().resolve(parts[0]));
                event = now;
            } else {
                Spool.delete(spool.taken().resolve(file));
            }
        }
        for (Map.Entry<String, Out> vanished : vanished(now).entrySet()) {
            put(vanished.getKey(), vanished.getValue());
        }
    }

    /** Notes that a chunk is there; false if nobody waits for it. */
    private synchronized boolean seen(String name, long now) {
        Out chunk = out.get(name);
        if (chunk != null) {
            chunk.seen = now;
        }
        Inherited before = inherited.get(name);
        if (before != null) {
            before.seen = now;
        }
        return chunk != null || before != null;
    }

    /** Whether a chunk is to be done again, whose worker was lost. */
    private synchronized boolean again(String name, String worker) {
        Out chunk = out.get(name);
        if (chunk == null || chunk.attempts++ < ATTEMPTS) {
            return true;
        }
        String job = roster.job(worker);
        chunk.call.fail(new UnavailableException("The same " + chunk.places.length + " designs have ended "
                + ATTEMPTS + " workers, the last one as job " + job + ": "
                + LastLines.of(spool.log().resolve(job + ".txt")) + "; look whether the evaluator needs more memory"
                + " than a worker has."));
        notifyAll();
        return false;
    }

    private synchronized Map<String, Out> vanished(long now) {
        Map<String, Out> vanished = new LinkedHashMap<>();
        out.forEach((name, chunk) -> {
            if (now - chunk.seen > LATE.toNanos()) {
                chunk.seen = now;
                vanished.put(name, chunk);
            }
        });
        inherited.entrySet().removeIf(entry -> {
            if (now - entry.getValue().seen <= LATE.toNanos()) {
                return false;
            }
            for (RowKey key : entry.getValue().keys) {
                List<Place> places = awaited.remove(key);
                for (Place place : places == null ? List.<Place>of() : places) {
                    place.call.open(place.place);
                }
            }
            return true;
        });
        return vanished;
    }

    /** Deletes answers that are stored. */
    private void tidy() {
        while (true) {
            String name;
            synchronized (this) {
                name = used.poll();
            }
            if (name == null) {
                return;
            }
            Spool.delete(spool.done().resolve(name));
        }
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
        if (!hiring.trouble().isEmpty()) {
            text.append("; ").append(hiring.trouble());
        }
        waiting = text.toString();
        Fields status = lease();
        synchronized (this) {
            status.set("wanted", settings.workers())
                    .set("working", atWork)
                    .set("queued", queued)
                    .set("starting", Math.max(0, hiring.running() - atWork))
                    .set("draining", roster.count("draining"))
                    .set("lost", roster.lost())
                    .set("refused", roster.count("refused") + roster.count("failed"))
                    .set("replaced", hiring.replaced())
                    .set("chunksOut", out.size() + inherited.size())
                    .set("chunksDone", chunksDone)
                    .set("designsDone", designsDone)
                    .set("designsOpen", calls.stream().mapToInt(Call::missing).sum())
                    .set("busyMilliseconds", busyNanos / 1_000_000)
                    .set("milliseconds", (System.nanoTime() - started) / 1_000_000)
                    .set("waiting", waiting);
        }
        spool.put(spool.status(), status.bytes());
    }

    /** Ends the workers. What they have done stays if a run may ask for it again. */
    void close() {
        boolean keep;
        synchronized (this) {
            closed = true;
            keep = unclaimed;
            calls.forEach(call -> call.fail(new CancellationException()));
            notifyAll();
        }
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
