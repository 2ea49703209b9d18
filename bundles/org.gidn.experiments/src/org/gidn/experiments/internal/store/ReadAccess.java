// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens a database for reading, whatever else the user may do with it. SQLite's readers write too: what is committed stands
 * in a log beside the database at first, and readers share an index of that log in a further file.
 *
 * @param file the database
 * @param log what was committed last; need not be there
 * @param index the index of the log; need not be there
 */
record ReadAccess(Path file, Path log, Path index) {
    static ReadAccess to(Path file) {
        Path absolute = file.toAbsolutePath();
        return new ReadAccess(
                absolute,
                absolute.resolveSibling(absolute.getFileName() + "-wal"),
                absolute.resolveSibling(absolute.getFileName() + "-shm"));
    }

    /**
     * Opens it. Where it cannot be written and only a log says what was committed, a private copy is opened.
     *
     * @throws InvalidInputException if it or its log cannot be read, or a copy is needed and cannot be made; says what to do
     */
    Connection open() throws SQLException {
        for (Path part : new Path[] {file, log}) {
            // In this order, for what SQLite removes meanwhile was readable.
            if (!Files.isReadable(part) && Files.exists(part)) {
                throw new InvalidInputException(NLS.bind(Messages.databaseUnreadable, part));
            }
        }
        if (writable()) {
            return connect("");
        }
        try {
            // Nobody can write it from here; whoever does so elsewhere keeps a log.
            boolean whole = !Files.exists(log) || Files.size(log) == 0;
            return whole ? connect("?immutable=1") : to(PrivateCopy.of(this)).connect("");
        } catch (IOException e) {
            throw new InvalidInputException(
                    NLS.bind(
                            Messages.databaseNotCopied,
                            new Object[] {file, System.getProperty("java.io.tmpdir"), e.getMessage()}),
                    e);
        }
    }

    private boolean writable() {
        return Files.isWritable(file.getParent())
                && Stream.of(file, log, index).allMatch(part -> !Files.exists(part) || Files.isWritable(part));
    }

    private Connection connect(String options) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        if (options.isEmpty()) {
            return Database.connect(config, file);
        }
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        return Database.connect(config, file.toUri() + options);
    }
}
