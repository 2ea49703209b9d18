// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gidn.cluster.Engine;
import org.gidn.cluster.WorkersStatus;
import org.gidn.cluster.internal.spool.Fields;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.core.InvalidInputException;

/** Looks at the workers of other processes, and ends them. */
public final class Statuses {
    /** How long workers have for their end before their folder is looked at again. */
    private static final int GRACE_MILLISECONDS = 1500;

    private Statuses() {}

    /** All that there is in a shared folder. */
    public static List<WorkersStatus> of(Path shared) {
        List<WorkersStatus> all = new ArrayList<>();
        try {
            for (Spool spool : spools(shared)) {
                all.add(status(spool));
            }
        } catch (IOException e) {
            throw unreadable(shared, e);
        }
        return all;
    }

    private static List<Spool> spools(Path shared) throws IOException {
        List<Spool> spools = new ArrayList<>();
        for (String name : Spool.list(shared)) {
            if (name.startsWith(Pools.PREFIX) && Files.isDirectory(shared.resolve(name))) {
                spools.add(new Spool(
                        shared.resolve(name), "look-" + ProcessHandle.current().pid()));
            }
        }
        return spools;
    }

    private static InvalidInputException unreadable(Path shared, IOException e) {
        return new InvalidInputException("Folder " + shared + " cannot be read: " + e.getMessage() + ".", e);
    }

    static WorkersStatus status(Spool spool) throws IOException {
        Fields fields = Spool.fields(spool.status()).orElse(new Fields());
        Fields lease = Spool.fields(spool.lease()).orElse(null);
        boolean driven = lease != null && Pools.lives(spool);
        Roster roster = new Roster(spool);
        roster.look();
        List<String> troubles = new ArrayList<>();
        roster.refusals()
                .forEach((job, reason) -> troubles.add(
                        job + ": " + reason + " (" + LastLines.of(spool.log().resolve(job + ".txt")) + ")"));
        double seconds = Math.max(1, fields.number("milliseconds")) * 1e-3;
        return new WorkersStatus(
                spool.root(),
                driven ? lease.text("host") + " " + lease.text("pid") : "",
                (int) fields.number("wanted"),
                (int) fields.number("queued"),
                (int) fields.number("starting"),
                driven ? (int) fields.number("working") : roster.atWork(),
                (int) fields.number("draining"),
                (int) fields.number("lost"),
                troubles.size(),
                new WorkersStatus.Progress(
                        driven ? fields.number("chunksOut") : waiting(spool),
                        driven
                                ? fields.number("chunksDone")
                                : Spool.list(spool.done()).size()),
                new WorkersStatus.Progress(fields.number("designsOpen"), fields.number("designsDone")),
                fields.number("designsDone") / seconds,
                fields.text("waiting"),
                roster.workers(),
                troubles);
    }

    private static int waiting(Spool spool) throws IOException {
        return Spool.list(spool.todo()).size() + Spool.list(spool.taken()).size();
    }

    /** Ends all workers in a shared folder, and takes away what no run uses; returns how many jobs were ended. */
    public static int stop(Path shared, Engine engine) {
        int ended = 0;
        try {
            for (Spool spool : spools(shared)) {
                List<String> jobs = Hiring.known(spool);
                spool.put(spool.stop(), new Fields().bytes());
                if (!jobs.isEmpty()) {
                    engine.stop(jobs);
                    Thread.sleep(GRACE_MILLISECONDS);
                }
                ended += jobs.size();
                if (!Pools.lives(spool)) {
                    Spool.deleteAll(spool.root());
                }
            }
        } catch (IOException e) {
            throw unreadable(shared, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }
}
