// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sets that a run writes to, each with its number of rows, which is stored when the rows are. */
final class OpenSets {
    private final Connection connection;
    private final PreparedStatement update;
    private final Map<Key, OpenSet> sets = new HashMap<>();

    OpenSets(Connection connection) throws SQLException {
        this.connection = connection;
        this.update = connection.prepareStatement("UPDATE candidate_set SET size = ?, total = ? WHERE id = ?");
    }

    private record Key(int run, String source, int iteration) {}

    /** One set. */
    static final class OpenSet {
        private final long id;
        private int size;
        private long total;
        private boolean changed;

        private OpenSet(long id, int size, long total) {
            this.id = id;
            this.size = size;
            this.total = total;
        }

        long id() {
            return id;
        }

        /** Takes in a design that was found so often; returns its position. */
        int add(int count) {
            total += count;
            changed = true;
            return size++;
        }
    }

    /** A set of a run, which is made if need be. */
    OpenSet of(int run, String source, int iteration) throws SQLException {
        Key key = new Key(run, source, iteration);
        OpenSet set = sets.get(key);
        if (set == null) {
            set = open(key);
            sets.put(key, set);
        }
        return set;
    }

    private OpenSet open(Key key) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement("INSERT OR IGNORE INTO candidate_set (run, source, iteration, size,"
                                + " total) VALUES (?, ?, ?, 0, 0)");
                // The rows themselves say where the next one goes.
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id, (SELECT coalesce(max(position) + 1, 0) FROM evaluation WHERE candidate_set = id),"
                                + " total FROM candidate_set WHERE run = ? AND source = ? AND iteration = ?")) {
            for (PreparedStatement statement : List.of(insert, select)) {
                statement.setInt(1, key.run());
                statement.setString(2, key.source());
                statement.setInt(3, key.iteration());
            }
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                return new OpenSet(row.getLong(1), row.getInt(2), row.getLong(3));
            }
        }
    }

    /** Stores the numbers of rows that have changed. */
    void flush() throws SQLException {
        for (OpenSet set : sets.values()) {
            if (set.changed) {
                update.setInt(1, set.size);
                update.setLong(2, set.total);
                update.setLong(3, set.id);
                update.addBatch();
                set.changed = false;
            }
        }
        update.executeBatch();
    }
}
