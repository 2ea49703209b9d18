// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.ProjectCheck;
import org.gidn.experiments.project.Repair;
import org.gidn.experiments.project.Repair.Outcome;

/**
 * Puts what is whole of a damaged database into its place. Once the new database has been given the name {@code
 * .repaired.sqlite} it is complete: whenever the program ends after that, the next call finishes the exchange, and nothing else
 * opens the project before.
 */
public final class Mending {
    private static final String BEGUN = ".repairing.sqlite";
    private static final String COMPLETE = ".repaired.sqlite";
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path database;
    private final Path complete;

    /**
     * @param database the project's database
     */
    public Mending(Path database) {
        this.database = database;
        this.complete = database.resolveSibling(COMPLETE);
    }

    /** Where the damaged database is kept. */
    public Path kept() {
        return database.resolveSibling("results-damaged.sqlite");
    }

    /**
     * Refuses a database whose repair was cut off before its end.
     *
     * @throws InvalidInputException if that is so
     */
    static void refuseUnfinished(Path database) {
        if (Files.exists(database.resolveSibling(COMPLETE))) {
            throw new InvalidInputException(NLS.bind(
                    Messages.repairUnfinished, database.toAbsolutePath().getParent()));
        }
    }

    /**
     * Repairs it; to be called with the project's lock held.
     *
     * @throws IOException if the project's folder cannot be read or written
     */
    public Repair run() throws IOException {
        long lost = 0;
        long dropped = 0;
        if (!Files.exists(complete)) {
            if (!Files.exists(database)) {
                throw new InvalidInputException(NLS.bind(
                        Messages.repairNothing, database.toAbsolutePath().getParent(), database.getFileName()));
            }
            ProjectCheck check = check();
            if (check.damages().isEmpty()) {
                if (!check.checksums()) {
                    new StoreWriter(database).close();
                }
                return new Repair(
                        check.checksums() ? Outcome.SOUND : Outcome.UPGRADED, check.runs(), check.evaluations(), 0, 0);
            }
            if (Files.exists(kept())) {
                throw new InvalidInputException(NLS.bind(Messages.repairedAlready, kept()));
            }
            Salvage.Saved saved = salvage();
            lost = saved.lost();
            dropped = saved.dropped();
        }
        exchange();
        ProjectCheck check = check();
        return new Repair(Outcome.SAVED, check.runs(), check.evaluations(), lost, dropped);
    }

    private ProjectCheck check() {
        return StoreCheck.of(database, database.resolveSibling("runs"));
    }

    private Salvage.Saved salvage() throws IOException {
        Path begun = database.resolveSibling(BEGUN);
        for (String part : PARTS) {
            Files.deleteIfExists(database.resolveSibling(BEGUN + part));
        }
        Salvage.Saved saved = Salvage.copy(database, begun);
        if (saved.runs() == 0 && saved.dropped() > 0) {
            Files.delete(begun);
            throw new InvalidInputException(NLS.bind(Messages.repairHopeless, database, saved.dropped()));
        }
        Files.move(begun, complete, StandardCopyOption.ATOMIC_MOVE);
        return saved;
    }

    private void exchange() throws IOException {
        for (String part : PARTS) {
            Path file = database.resolveSibling(database.getFileName() + part);
            if (Files.exists(file)) {
                Files.move(file, kept().resolveSibling(kept().getFileName() + part));
            }
        }
        Files.move(complete, database, StandardCopyOption.ATOMIC_MOVE);
    }
}
