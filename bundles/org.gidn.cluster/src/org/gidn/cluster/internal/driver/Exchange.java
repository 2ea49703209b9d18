// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.execution.UnavailableException;

/** Takes chunks from the ledger to the spool and answers back, and sees to it that lost ones are done again. Used by one thread. */
final class Exchange {
    private static final int ATTEMPTS = 3;
    private static final int MOST_ANSWERS = 256;

    private final Spool spool;
    private final Ledger ledger;
    private final Roster roster;
    private final Hiring hiring;
    private final ClusterSettings settings;
    private final Set<String> readAnswers = new HashSet<>();

    Exchange(Spool spool, Ledger ledger, Roster roster, Hiring hiring, ClusterSettings settings) {
        this.spool = spool;
        this.ledger = ledger;
        this.roster = roster;
        this.hiring = hiring;
        this.settings = settings;
    }

    /** Takes over what a driver before this one has handed out, and what workers have done since. */
    void inherit() throws IOException {
        for (Path folder : List.of(spool.todo(), spool.taken())) {
            for (String file : Spool.list(folder)) {
                try {
                    ledger.inherit(Chunk.of(Files.readAllBytes(folder.resolve(file))));
                } catch (IOException e) {
                    // Gone, or not whole: its items are handed out again.
                    log("not inherited", e);
                }
            }
        }
        takeAnswers(Integer.MAX_VALUE);
    }

    private static void log(String what, IOException e) {
        System.getLogger(Exchange.class.getName()).log(System.Logger.Level.DEBUG, what, e);
    }

    /** Takes answers, hands out chunks, and deletes answers whose results are stored. */
    void exchange() throws IOException {
        takeAnswers(MOST_ANSWERS);
        handOut();
        for (String name = ledger.used(); name != null; name = ledger.used()) {
            Spool.delete(spool.done().resolve(name));
        }
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
                    ledger.accept(name, Answer.of(bytes));
                    readAnswers.add(name);
                    taken++;
                } catch (IOException e) {
                    // Not all of it is shown yet; if it never is, its items are handed out again.
                    log(name, e);
                }
            }
        }
    }

    private void handOut() throws IOException {
        int atWork = roster.atWork() > 0 ? roster.atWork() : settings.workers();
        int ahead = Math.max(2, atWork);
        int lying = ledger.working() ? Spool.list(spool.todo()).size() : ahead;
        while (lying++ < ahead) {
            Chunk next = ledger.next(atWork);
            if (next == null) {
                return;
            }
            try {
                put(next);
            } catch (IOException e) {
                ledger.takeBack(next.name());
                throw e;
            }
        }
    }

    private void put(Chunk chunk) throws IOException {
        spool.put(spool.todo().resolve(chunk.name()), chunk.bytes());
    }

    /** Has done again what was lost, and ends workers that hang. */
    void reclaim() throws IOException {
        long now = System.nanoTime();
        for (String name : Spool.list(spool.todo())) {
            if (!ledger.seen(name, now)) {
                Spool.delete(spool.todo().resolve(name));
            }
        }
        for (String file : Spool.list(spool.taken())) {
            String[] parts = file.split(Spool.AT);
            boolean wanted = ledger.seen(parts[0], now);
            if (roster.alive(parts[1])) {
                Duration overdue = ledger.overdue(parts[0], parts[1], now);
                if (overdue != null) {
                    endHanging(parts[0], roster.job(parts[1]), overdue);
                }
            } else if (wanted && again(parts[0], roster.job(parts[1]))) {
                Spool.move(spool.taken().resolve(file), spool.todo().resolve(parts[0]));
            } else {
                Spool.delete(spool.taken().resolve(file));
            }
        }
        for (Chunk vanished : ledger.vanished(now)) {
            put(vanished);
        }
    }

    /** Ends a worker whose heart beats, but which gives no answer. */
    private void endHanging(String chunk, String job, Duration taken) throws IOException {
        String reason = "Job " + job + " has worked at " + ledger.items(chunk) + " for " + taken.toSeconds()
                + " s without an end, and was ended";
        ledger.trouble(chunk, reason + "; another worker has the chunk");
        spool.put(
                spool.workers().resolve(job + Roster.SHELL),
                new Fields()
                        .set("job", job)
                        .set("state", "failed")
                        .set("reason", reason + ".")
                        .bytes());
        hiring.end(job);
    }

    /** Whether a chunk is to be done again, whose worker was lost. */
    private boolean again(String chunk, String job) {
        int lost = ledger.lost(chunk);
        if (lost < ATTEMPTS) {
            return lost > 0;
        }
        String hang = ledger.trouble(chunk);
        String items = ledger.items(chunk);
        ledger.fail(
                chunk,
                new UnavailableException(
                        hang.isEmpty()
                                ? "The same " + items + " have ended " + ATTEMPTS + " workers, the last one as job "
                                        + job + ": " + LastLines.of(spool.log().resolve(job + ".txt"))
                                        + "; look whether they need more memory than a worker has, or more time."
                                : "The same " + items + " were given up by " + ATTEMPTS + " workers. "
                                        + hang.split(";")[0]
                                        + "; look why they do not end, or give each more seconds with the executor's"
                                        + " setting 'patience'."));
        return false;
    }
}
