// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many rows a run has in each table, with the sum of their checksums. */
final class Tallies {
    private final Connection connection;
    private final Map<Key, Tally> known = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();

    Tallies(Connection connection) {
        this.connection = connection;
    }

    /**
     * What is counted.
     *
     * @param run the run; 0 for the runs themselves
     * @param part the table
     * @param name the series of metrics; else empty
     */
    record Key(int run, String part, String name) {
        static final Key RUNS = new Key(0, Table.RUN, "");

        static Key of(int run, String part) {
            return new Key(run, part, "");
        }
    }

    /** The count. */
    record Tally(long size, long sum) {
        static final Tally NONE = new Tally(0, 0);
    }

    /** What is stored. */
    static Tally read(Connection connection, Key key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT size, sum FROM tally WHERE run = ? AND part = ? AND name = ?")) {
            select.setInt(1, key.run());
            select.setString(2, key.part());
            select.setString(3, key.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Tally(row.getLong(1), row.getLong(2)) : Tally.NONE;
            }
        }
    }

    Tally get(Key key) throws SQLException {
        Tally tally = known.get(key);
        if (tally == null) {
            tally = read(connection, key);
            known.put(key, tally);
        }
        return tally;
    }

    void put(Key key, Tally tally) {
        known.put(key, tally);
        changed.add(key);
    }

    /** Counts one row more. */
    void add(Key key, int checksum) throws SQLException {
        Tally tally = get(key);
        put(key, new Tally(tally.size() + 1, tally.sum() + checksum));
    }

    /** Notes that a row is another one now. */
    void change(Key key, long from, long to) throws SQLException {
        Tally tally = get(key);
        put(key, new Tally(tally.size(), tally.sum() - from + to));
    }

    void flush() throws SQLException {
        try (PreparedStatement replace =
                connection.prepareStatement("INSERT OR REPLACE INTO tally VALUES (?, ?, ?, ?, ?)")) {
            for (Key key : changed) {
                replace.setInt(1, key.run());
                replace.setString(2, key.part());
                replace.setString(3, key.name());
                replace.setLong(4, known.get(key).size());
                replace.setLong(5, known.get(key).sum());
                replace.addBatch();
            }
            replace.executeBatch();
        }
        changed.clear();
    }
}
