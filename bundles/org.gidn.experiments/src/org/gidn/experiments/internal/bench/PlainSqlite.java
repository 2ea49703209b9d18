// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.internal.store.Database;
import org.gidn.experiments.project.StoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;

/**
 * The store's baseline: a table of evaluations like the store's but without checksums, written in one transaction and asked
 * the same questions, whose answers are believed.
 *
 * @param file the database; not there yet
 */
record PlainSqlite(Path file) {
    private static final int ROWS_AT_ONCE = 16;
    private static final int COLUMNS = 8;

    @FunctionalInterface
    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        try (Connection connection = Database.connect(config, file)) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new StoreException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Writes designs of 128 variables with their values.
     *
     * @param sets in so many sets of one size, the last one larger
     */
    void write(DesignBatch designs, double[] values, int sets) {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE evaluation (candidate_set INTEGER NOT NULL, position INTEGER NOT NULL,"
                        + " design BLOB NOT NULL, value REAL, predicted REAL, count INTEGER NOT NULL,"
                        + " spent INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (candidate_set, position))"
                        + " WITHOUT ROWID");
            }
            connection.setAutoCommit(false);
            String row = "(" + String.join(", ", Collections.nCopies(COLUMNS, "?")) + ")";
            int whole = values.length / ROWS_AT_ONCE * ROWS_AT_ONCE;
            insert(
                    connection,
                    String.join(", ", Collections.nCopies(ROWS_AT_ONCE, row)),
                    designs,
                    values,
                    sets,
                    0,
                    whole);
            insert(connection, row, designs, values, sets, whole, values.length);
            connection.commit();
            return null;
        });
    }

    private static void insert(
            Connection connection, String rows, DesignBatch designs, double[] values, int sets, int from, int to)
            throws SQLException {
        int size = Math.max(1, values.length / sets);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO evaluation VALUES " + rows)) {
            int all = insert.getParameterMetaData().getParameterCount();
            int at = 0;
            for (int i = from; i < to; i++) {
                int set = Math.min(sets - 1, i / size);
                byte[] design = ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(designs.word(i, 0))
                        .putLong(designs.word(i, 1))
                        .array();
                insert.setObject(++at, set + 1L);
                insert.setObject(++at, i - set * size);
                insert.setObject(++at, design);
                insert.setObject(++at, values[i]);
                insert.setObject(++at, null);
                insert.setObject(++at, 1);
                insert.setObject(++at, i + 1L);
                insert.setObject(++at, System.currentTimeMillis());
                if (at == all) {
                    insert.executeUpdate();
                    at = 0;
                }
            }
        }
    }

    /** Reads numbers; returns their sum. */
    double sum(String query, int columns) {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                double sum = 0;
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        sum += rows.getDouble(column);
                    }
                }
                return sum;
            }
        });
    }

    /** Reads rows; returns the bytes of their designs. */
    long designs(String query) {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                long bytes = 0;
                while (rows.next()) {
                    bytes += rows.getBytes("design").length;
                }
                return bytes;
            }
        });
    }
}
