// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.RowKey;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.internal.spool.Work;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.UnavailableException;

/** What was asked for, is handed out, and was answered. It knows no files. Thread-safe; who waits for news waits on it. */
final class Ledger {
    /** What is nowhere to be seen for so long is not only shown late. */
    private static final Duration LATE = Duration.ofSeconds(120);
    /** Into so many parts a chunk is cut that took longer than its worker had. */
    private static final int PARTS = 16;

    /** A chunk of a driver before this one. */
    private static final class Inherited {
        final List<RowKey> keys = new ArrayList<>();
        final long since = System.nanoTime();
        long seen = since;
    }

    private record Place(Call call, int item) {}

    private record Found(Answer answer, int item) {}

    private final String session;
    private final Pace pace;
    private final int liked;
    private final int outputs;

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Out> out = new LinkedHashMap<>();
    /** Chunks to be handed out before all others. */
    private final Deque<Out> next = new ArrayDeque<>();

    private final Map<RowKey, Found> found = new HashMap<>();
    private final Map<String, Inherited> inherited = new HashMap<>();
    private final Map<RowKey, List<Place>> awaited = new HashMap<>();
    /** Answers of work whose results are stored by now. */
    private final Deque<String> used = new ArrayDeque<>();
    /** Answers of work whose results may not be stored yet. */
    private final List<String> justUsed = new ArrayList<>();

    private long number;
    private long chunksDone;
    private long itemsDone;
    private long busyNanos;
    private long event = System.nanoTime();
    private boolean unclaimed;
    private UnavailableException broken;

    /**
     * @param session begins the names of chunks
     * @param liked how many designs the evaluator likes at a time
     * @param outputs how many values a design has
     */
    Ledger(String session, Pace pace, int liked, int outputs) {
        this.session = session;
        this.pace = pace;
        this.liked = liked;
        this.outputs = outputs;
    }

    /** Takes over a chunk that a driver before this one has handed out. */
    synchronized void inherit(Chunk chunk) {
        Inherited from = inherited.computeIfAbsent(chunk.name(), name -> new Inherited());
        for (int i = 0; i < chunk.work().size(); i++) {
            RowKey key = chunk.work().key(i);
            from.keys.add(key);
            awaited.computeIfAbsent(key, k -> new ArrayList<>());
        }
    }

    /**
     * Asks for work to be done.
     *
     * @throws UnavailableException if none is done any more
     */
    synchronized Call ask(Work work) {
        if (broken != null) {
            throw broken;
        }
        // Whoever asks for more has stored what he was given before.
        used.addAll(justUsed);
        justUsed.clear();
        Call call = new Call(work, outputs);
        boolean fresh = found.isEmpty() && awaited.isEmpty();
        for (int i = 0; i < work.size(); i++) {
            RowKey key = fresh ? null : work.key(i);
            Found known = fresh ? null : found.get(key);
            if (known != null) {
                call.place(i, known.answer, known.item);
            } else if (!fresh && awaited.containsKey(key)) {
                awaited.get(key).add(new Place(call, i));
            } else {
                call.open(i);
            }
        }
        calls.add(call);
        changed();
        return call;
    }

    private void changed() {
        event = System.nanoTime();
        notifyAll();
    }

    /** When something happened last, by {@link System#nanoTime}. */
    synchronized long event() {
        return event;
    }

    /** Waits for something to happen, for a while. */
    synchronized void await(Duration most) throws InterruptedException {
        wait(most.toMillis());
    }

    /** Whether work has ended, well or not. */
    synchronized boolean ended(Call call) {
        return call.ended();
    }

    /** See {@link Call#news}. */
    synchronized List<Integer> news(Call call) {
        return call.news();
    }

    /**
     * Ends what was asked.
     *
     * @throws RuntimeException if it failed
     */
    synchronized Results finish(Call call) {
        remove(call);
        Results results = call.results();
        justUsed.addAll(call.used());
        return results;
    }

    /** Wants nothing any more of what was asked. */
    synchronized void withdraw(Call call) {
        unclaimed = true;
        remove(call);
    }

    private void remove(Call call) {
        calls.remove(call);
        out.values().removeIf(chunk -> chunk.call == call);
        next.removeIf(chunk -> chunk.call == call);
        awaited.values().forEach(places -> places.removeIf(place -> place.call == call));
    }

    /** Fails all that is asked for, now and later. */
    synchronized void fail(UnavailableException why) {
        unclaimed = true;
        broken = why;
        calls.forEach(call -> call.fail(why));
        changed();
    }

    /** Fails the work that a chunk is of. */
    synchronized void fail(String chunk, UnavailableException why) {
        Out asked = out.get(chunk);
        if (asked != null) {
            asked.call.fail(why);
            changed();
        }
    }

    /** Ends all that is asked for; tells whether what workers have done may be asked for again. */
    synchronized boolean close(RuntimeException why) {
        calls.forEach(call -> call.fail(why));
        changed();
        return unclaimed;
    }

    /** Whether something is asked for. */
    synchronized boolean working() {
        return broken == null && !calls.isEmpty();
    }

    /** The next chunk to be handed out; null if there is none. */
    synchronized Chunk next(int workers) {
        Out chosen = next.poll();
        for (int i = 0; chosen == null && i < calls.size(); i++) {
            Call call = calls.get(i);
            if (call.open() > 0 && !call.ended()) {
                chosen = new Out(call, call.next(pace.designs(call.open(), workers, liked)), false);
            }
        }
        if (chosen == null) {
            return null;
        }
        chosen.patience(pace.patience(chosen.items.length));
        chosen.seen(System.nanoTime());
        String name = String.format(Locale.ROOT, "%s-%08d%s", session, ++number, chosen.whole ? Spool.WHOLE : "");
        out.put(name, chosen);
        return chosen.chunk(name);
    }

    /** Takes a chunk back that could not be handed out. */
    synchronized void takeBack(String name) {
        Out chunk = out.remove(name);
        if (chunk != null) {
            next.push(chunk);
        }
    }

    /** Takes an answer. */
    synchronized void accept(String name, Answer answer) {
        Out asked = out.remove(name);
        if (asked == null) {
            acceptUnasked(name, answer);
        } else if (answer.results() != null) {
            for (int i = 0; i < asked.items.length; i++) {
                asked.call.place(asked.items[i], answer, i);
            }
            asked.call.used(name);
            pace.took(asked.items.length, answer.nanos());
            chunksDone++;
            itemsDone += asked.items.length;
            busyNanos += answer.nanos();
        } else {
            used.add(name);
            switch (answer.fault()) {
                case REFUSED -> asked.call.fail(new InvalidInputException(answer.error()));
                case FAILED -> asked.call.fail(new IllegalStateException(answer.error()));
                default -> tooLong(asked, answer);
            }
        }
        changed();
    }

    /** A worker's time was over before it had done a chunk. */
    private void tooLong(Out asked, Answer answer) {
        int size = asked.items.length;
        pace.tookLonger(size, answer.nanos());
        if (size > 1) {
            int each = (size + PARTS - 1) / PARTS;
            for (int from = 0; from < size; from += each) {
                next.add(
                        new Out(asked.call, Arrays.copyOfRange(asked.items, from, Math.min(size, from + each)), false));
            }
        } else if (answer.fault() == Answer.Fault.LATE) {
            Out again = new Out(asked.call, asked.items, true);
            again.trouble(answer.error());
            next.add(again);
        } else {
            asked.call.fail(new UnavailableException(
                    answer.error() + "; let workers live longer with the executor's setting 'time'."));
        }
    }

    /** An answer to what a driver before this one asked, or to what was withdrawn. */
    private void acceptUnasked(String name, Answer answer) {
        inherited.remove(name);
        for (int i = 0; i < answer.chunk().work().size(); i++) {
            RowKey key = answer.chunk().work().key(i);
            List<Place> places = awaited.remove(key);
            if (answer.results() != null) {
                found.put(key, new Found(answer, i));
            }
            for (Place place : places == null ? List.<Place>of() : places) {
                if (answer.results() != null) {
                    place.call.place(place.item, answer, i);
                } else {
                    place.call.open(place.item);
                }
            }
        }
        if (answer.results() == null) {
            used.add(name);
        }
    }

    /** Notes that a chunk is there; false if nobody waits for it. */
    synchronized boolean seen(String name, long now) {
        Out chunk = out.get(name);
        if (chunk != null) {
            chunk.seen(now);
        }
        Inherited before = inherited.get(name);
        if (before != null) {
            before.seen = now;
        }
        return chunk != null || before != null;
    }

    /** See {@link Out#overdue}. */
    synchronized Duration overdue(String name, String worker, long now) {
        Out chunk = out.get(name);
        if (chunk != null) {
            return chunk.overdue(worker, now);
        }
        Inherited before = inherited.get(name);
        Duration taken = Duration.ofNanos(before == null ? 0 : now - before.since);
        return before != null && taken.compareTo(pace.patience(before.keys.size())) > 0 ? taken : null;
    }

    /** How many items a chunk has, in words. */
    synchronized String items(String name) {
        Out chunk = out.get(name);
        return chunk == null
                ? "work of a run before"
                : chunk.items.length + " " + chunk.call.work().items();
    }

    /** Notes what is wrong with a chunk. */
    synchronized void trouble(String name, String sentence) {
        Out chunk = out.get(name);
        if (chunk != null) {
            chunk.trouble(sentence);
        }
    }

    /** What is wrong with a chunk; empty if nothing is. */
    synchronized String trouble(String name) {
        Out chunk = out.get(name);
        return chunk == null ? "" : chunk.trouble();
    }

    /** What is wrong with any chunk; empty if nothing is. */
    synchronized String trouble() {
        return out.values().stream()
                .map(Out::trouble)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Notes that a worker was lost with a chunk.
     *
     * @return how many were; 0 if the chunk is not to be done again, since nobody waits for it, or its items are asked for anew
     */
    synchronized int lost(String name) {
        Out chunk = out.get(name);
        Inherited before = inherited.remove(name);
        if (before != null) {
            askAnew(before);
        }
        event = System.nanoTime();
        return chunk == null ? 0 : chunk.lost();
    }

    private void askAnew(Inherited before) {
        for (RowKey key : before.keys) {
            List<Place> places = awaited.remove(key);
            for (Place place : places == null ? List.<Place>of() : places) {
                place.call.open(place.item);
            }
        }
    }

    /** The chunks of this driver that have not been seen for long; those of drivers before are asked for anew. */
    synchronized List<Chunk> vanished(long now) {
        List<Chunk> vanished = new ArrayList<>();
        out.forEach((name, chunk) -> {
            if (now - chunk.seen() > LATE.toNanos()) {
                chunk.seen(now);
                vanished.add(chunk.chunk(name));
            }
        });
        inherited.entrySet().removeIf(entry -> {
            if (now - entry.getValue().seen <= LATE.toNanos()) {
                return false;
            }
            askAnew(entry.getValue());
            return true;
        });
        return vanished;
    }

    /** The next answer that can be deleted; null if there is none. */
    synchronized String used() {
        return used.poll();
    }

    /** Tells how much is done and open. */
    synchronized void tell(Fields status) {
        status.set("chunksOut", out.size() + inherited.size())
                .set("chunksDone", chunksDone)
                .set("designsDone", itemsDone)
                .set("designsOpen", calls.stream().mapToInt(Call::missing).sum())
                .set("busyMilliseconds", busyNanos / 1_000_000);
    }
}
