// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.StoreException;
import org.gidn.sqlite.SqliteLibrary;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** Opens a project's database and says in words what is wrong with one. */
public final class Database {
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long RETRY_NANOS = 500_000L;

    private Database() {}

    /**
     * Opens the database for writing; makes it if it is not there.
     *
     * @throws InvalidInputException if it cannot be written, is damaged or of another format
     */
    static Connection openForWriting(Path file) {
        Mending.refuseUnfinished(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // What was committed outlives a power failure too: a method's own files, which do, build on it.
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(-65_536);
        config.setBusyTimeout(10_000);
        try {
            Connection connection = connect(config, file);
            try (Statement statement = connection.createStatement()) {
                int version = version(statement, file);
                connection.setAutoCommit(false);
                if (version == 0) {
                    statement.executeUpdate(Schema.of(Schema.VERSION).script());
                    connection.commit();
                } else if (version < Schema.VERSION) {
                    Upgrade.run(connection, file, version);
                    connection.close();
                    if (version == Schema.UNCHECKED) {
                        compact(config, file);
                    }
                    return openForWriting(file);
                }
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw translate(e, file);
        }
    }

    /**
     * Opens the database for writing a little beside a run that may be at work, as soon as that leaves a moment for it.
     *
     * @throws InvalidInputException see {@link #openForWriting}
     */
    static Connection openBeside(Path file) throws SQLException {
        Connection connection = openForWriting(file);
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("PRAGMA busy_timeout = 0");
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!begun(statement, end)) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean begun(Statement statement, long end) throws SQLException {
        try {
            return !statement.execute("BEGIN IMMEDIATE");
        } catch (SQLException e) {
            if (code(e) != SQLiteErrorCode.SQLITE_BUSY || System.nanoTime() > end) {
                throw e;
            }
            return false;
        }
    }

    /** Gives back what an upgrade leaves free, about half of the file. */
    private static void compact(SQLiteConfig config, Path file) throws SQLException {
        try (Connection connection = connect(config, file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("VACUUM");
        }
    }

    /**
     * Opens the database for reading.
     *
     * @return nothing if there are no results yet
     * @throws InvalidInputException if it cannot be read, is damaged or of another format
     */
    static Optional<Connection> openForReading(Path file) {
        Mending.refuseUnfinished(file);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Connection connection = ReadAccess.to(file).open();
            try (Statement statement = connection.createStatement()) {
                if (version(statement, file) == 0) {
                    connection.close();
                    return Optional.empty();
                }
                statement.execute("PRAGMA query_only = true");
                return Optional.of(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw translate(e, file);
        }
    }

    /**
     * Writes a copy that is whole, also while a run is at work.
     *
     * @param copy a file that is not there yet
     * @throws InvalidInputException if the database cannot be read
     */
    static void copy(Path file, Path copy) {
        try (Connection connection = ReadAccess.to(file).open();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException e) {
            throw translate(e, file);
        }
    }

    /**
     * Connects to a database. What SQLite puts aside meanwhile stays in memory, since a temporary folder may have no room.
     *
     * @param place a path, or a file's URI with options
     */
    public static Connection connect(SQLiteConfig config, Object place) throws SQLException {
        try {
            SqliteLibrary.load();
        } catch (IOException e) {
            throw new StoreException(NLS.bind(Messages.libraryNotLoaded, e.getMessage()), e);
        }
        config.setTempStore(TempStore.MEMORY);
        if (place instanceof Path file) {
            // In its address no character of a name can be taken for the beginning of options.
            config.setOpenMode(SQLiteOpenMode.OPEN_URI);
            return config.createConnection("jdbc:sqlite:" + file.toUri());
        }
        return config.createConnection("jdbc:sqlite:" + place);
    }

    /** The format; 0 if the database is empty yet. Whether the database is what the format says is verified. */
    private static int version(Statement statement, Path file) throws SQLException {
        Header.verify(statement);
        // Asked for first: if a run makes the database meanwhile, what was empty may have a format, never the reverse.
        boolean empty = number(statement, "SELECT count(*) FROM sqlite_master") == 0;
        int version = number(statement, "PRAGMA user_version");
        if (version > Schema.VERSION) {
            throw new InvalidInputException(
                    NLS.bind(Messages.databaseNewer, new Object[] {file, version, Schema.VERSION}));
        }
        if (version == 0 && !empty) {
            throw new InvalidInputException(NLS.bind(Messages.databaseForeign, file));
        }
        if (version > 0 && version < Schema.UNCHECKED) {
            throw new InvalidInputException(NLS.bind(Messages.databaseOlder, file, version));
        }
        if (version > 0 && !Schema.of(version).matches(statement)) {
            throw new DamageException(Messages.damagedSchema);
        }
        return version;
    }

    /** The format of an open database. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return number(statement, "PRAGMA user_version");
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.getInt(1);
        }
    }

    /** Whether an error says that the file is no whole database. */
    static boolean damaged(SQLException error) {
        SQLiteErrorCode code = code(error);
        return error instanceof DamageException
                || code == SQLiteErrorCode.SQLITE_NOTADB
                || code == SQLiteErrorCode.SQLITE_CORRUPT;
    }

    private static SQLiteErrorCode code(SQLException error) {
        SQLiteErrorCode code =
                error instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes carry the plain one in their low byte.
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    /** The same error in words for the user. */
    static RuntimeException translate(SQLException error, Path file) {
        if (error instanceof DamageException damage) {
            return new DamagedStoreException(file, damage.getMessage(), damage);
        }
        return switch (code(error)) {
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                new InvalidInputException(NLS.bind(Messages.databaseReadOnly, file), error);
            case SQLITE_NOTADB, SQLITE_CORRUPT -> new DamagedStoreException(file, Messages.damagedPages, error);
            case SQLITE_FULL -> new StoreException(NLS.bind(Messages.databaseDiskFull, file), error);
            case SQLITE_IOERR -> new StoreException(NLS.bind(Messages.databaseDiskFails, file), error);
            case SQLITE_BUSY, SQLITE_LOCKED -> new StoreException(NLS.bind(Messages.databaseHeld, file), error);
            default -> new StoreException(NLS.bind(Messages.databaseUnusable, file, error.getMessage()), error);
        };
    }
}
