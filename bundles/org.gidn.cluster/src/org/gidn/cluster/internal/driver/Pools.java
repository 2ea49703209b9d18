// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.internal.spool.Work;
import org.gidn.cluster.internal.worker.Machine;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.Recipe;
import org.gidn.core.execution.Task;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/**
 * The drivers of this process. Runs of the same evaluator share one, and one that nobody uses stays a while for the next run of a sweep; it
 * ends with the process.
 */
public final class Pools {
    /** How long workers stay that no run uses. */
    private static final Duration LINGER = Duration.ofSeconds(20);
    /** A driver on another machine whose lease has not changed for so long is no more. */
    private static final Duration FOREIGN = Duration.ofSeconds(15);

    /** How the names of the folders begin that drivers use. */
    static final String PREFIX = "pool-";

    private static final int KEY = 6;
    private static final Map<String, Held> HELD = new HashMap<>();
    private static final Timer TIMER = new Timer("gidn-cluster-end", true);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Pools::closeAll, "gidn-cluster-end"));
    }

    private Pools() {}

    private static final class Held {
        final Pool pool;
        final Spool spool;
        /** Whose machines its workers are on. */
        final String place;

        int users;
        /** How often it was lent. */
        int lent;

        Held(Pool pool, Spool spool, String place) {
            this.pool = pool;
            this.spool = spool;
            this.place = place;
        }
    }

    /** A driver in use. */
    public static final class Lent implements AutoCloseable {
        private final Held held;

        private Lent(Held held) {
            this.held = held;
        }

        /** See {@link org.gidn.core.execution.BatchExecutor#evaluate}. */
        public Evaluations evaluate(Task task, Phase progress, Cancellation cancellation) {
            Results results = held.pool.work(
                    Work.Designs.of(task), progress, (some, design) -> progress.advance(1), cancellation);
            return ((Results.Values) results).evaluations();
        }

        /** See {@link org.gidn.core.execution.BatchExecutor#work}. */
        public void work(List<byte[]> inputs, Phase progress, PieceTask.Listener listener, Cancellation cancellation) {
            held.pool.work(
                    new Work.Pieces(inputs),
                    progress,
                    (some, piece) -> listener.done(piece, ((Results.Outcomes) some).bytes()[piece]),
                    cancellation);
        }

        /** Where the workers have their work from. */
        Spool spool() {
            return held.spool;
        }

        /** Ends the workers at once, if they have nothing to do and nobody else uses them; true if that was done. */
        public boolean endIdle() {
            return !held.pool.busy() && end();
        }

        /** Ends the workers at once, if nobody else uses them; true if that was done. */
        boolean end() {
            synchronized (HELD) {
                if (held.users > 1 || !HELD.values().remove(held)) {
                    return false;
                }
            }
            held.pool.close();
            return true;
        }

        @Override
        public void close() {
            giveBack(held);
        }
    }

    /**
     * The driver for an evaluator, or a method's pieces. The workers of drivers that nobody uses end if these need their machines.
     *
     * @throws UnavailableException if the shared folder cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Lent of(Asked asked, Engine engine, ClusterSettings settings, Cancellation cancellation) {
        Recipe recipe = asked.recipe();
        String place = engine.text() + "\n" + settings;
        String key = place + "\n" + recipe.text();
        synchronized (HELD) {
            Held held = HELD.get(key);
            if (held == null) {
                endUnused(place);
                try {
                    held = open(recipe, place, key, asked, engine, settings, cancellation);
                } catch (IOException e) {
                    throw new UnavailableException(
                            "The shared folder " + settings.shared() + " cannot be used: " + e
                                    + "; name one with room that this machine and the workers see under the same name.",
                            e);
                }
                HELD.put(key, held);
            }
            held.users++;
            held.lent++;
            return new Lent(held);
        }
    }

    private static void endUnused(String place) {
        List<Held> unused = HELD.values().stream()
                .filter(held -> held.users == 0 && held.place.equals(place))
                .toList();
        HELD.values().removeAll(unused);
        unused.forEach(held -> held.pool.close());
    }

    private static Held open(
            Recipe recipe,
            String place,
            String key,
            Asked asked,
            Engine engine,
            ClusterSettings settings,
            Cancellation cancellation)
            throws IOException {
        Files.createDirectories(settings.shared());
        String session = String.format(Locale.ROOT, "%012x", System.currentTimeMillis());
        Path root = free(settings.shared().resolve(PREFIX + sum(key)), session);
        Spool spool = new Spool(root, session);
        spool.create();
        Spool.delete(spool.stop());
        Path script = Staging.stage(recipe, spool, settings);
        double seconds = Canaries.prepare(asked, spool, settings.cores(), cancellation);
        Pool.Prepared prepared = new Pool.Prepared(
                session,
                script,
                asked.seconds(seconds),
                asked.patience(settings.patience()),
                asked.liked(),
                asked.outputs());
        return new Held(new Pool(spool, prepared, engine, settings), spool, place);
    }

    /** A folder that no other living driver uses, the first if it can be: there may be work to go on with. */
    private static Path free(Path folder, String session) throws IOException {
        for (int i = 1; ; i++) {
            Path candidate = i == 1 ? folder : folder.resolveSibling(folder.getFileName() + "-" + i);
            if (!lives(new Spool(candidate, session))) {
                return candidate;
            }
        }
    }

    /** Whether a driver in another process, here or elsewhere, uses a spool. */
    static boolean lives(Spool spool) throws IOException {
        Fields lease = Spool.fields(spool.lease()).orElse(null);
        if (lease == null) {
            return false;
        }
        if (lease.text("host").equals(Machine.host())) {
            return ProcessHandle.of(lease.number("pid"))
                    .filter(process -> process.info()
                            .startInstant()
                            .map(Instant::toString)
                            .orElse("")
                            .equals(lease.text("since")))
                    .isPresent();
        }
        try {
            for (long waited = 0; waited < FOREIGN.toMillis(); waited += 1000) {
                Thread.sleep(1000);
                Fields now = Spool.fields(spool.lease()).orElse(lease);
                if (!Arrays.equals(now.bytes(), lease.bytes())) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static String sum(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, KEY);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void giveBack(Held held) {
        int lent;
        synchronized (HELD) {
            held.users--;
            lent = held.lent;
        }
        TIMER.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        closeUnused(held, lent);
                    }
                },
                LINGER.toMillis());
    }

    /** Ends the workers, unless somebody uses them, or has used them since they were lent so often. */
    private static void closeUnused(Held held, int lent) {
        synchronized (HELD) {
            if (held.users > 0 || held.lent != lent || !HELD.values().remove(held)) {
                return;
            }
        }
        held.pool.close();
    }

    /** Ends all drivers with their workers, as the end of this process does. */
    public static void closeAll() {
        List<Held> all;
        synchronized (HELD) {
            all = new ArrayList<>(HELD.values());
            HELD.clear();
        }
        all.forEach(held -> held.pool.close());
    }
}
