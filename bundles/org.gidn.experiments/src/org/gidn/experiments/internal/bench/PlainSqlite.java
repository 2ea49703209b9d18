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
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.internal.store.Database;
import org.gidn.experiments.project.StoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;

/**
 * The store's baseline: the same rows in one plain table, written in one transaction.
 *
 * @param file the database; not there yet
 */
record PlainSqlite(Path file) {
    private static final int ROWS_AT_ONCE = 1_000;

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

    /** Writes designs of 128 variables with their values. */
    void write(DesignBatch designs, double[] values) {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE evaluation (position INTEGER PRIMARY KEY, design BLOB, value REAL,"
                        + " predicted REAL, count INTEGER, spent INTEGER, time INTEGER)");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO evaluation VALUES (?, ?, ?, NULL, 1, ?, ?)")) {
                for (int i = 0; i < values.length; i++) {
                    byte[] design = ByteBuffer.allocate(16)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(designs.word(i, 0))
                            .putLong(designs.word(i, 1))
                            .array();
                    insert.setInt(1, i);
                    insert.setBytes(2, design);
                    insert.setDouble(3, values[i]);
                    insert.setInt(4, i + 1);
                    insert.setLong(5, System.currentTimeMillis());
                    insert.addBatch();
                    if (i % ROWS_AT_ONCE == ROWS_AT_ONCE - 1) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            return null;
        });
    }

    /** Reads all values; returns their sum. */
    double readValues() {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT value FROM evaluation")) {
                double sum = 0;
                while (rows.next()) {
                    sum += rows.getDouble(1);
                }
                return sum;
            }
        });
    }
}
