// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Table.Row;

/** The sets that a run writes to, each with its number of rows, which is stored when the rows are. */
final class OpenSets {
    private final Connection connection;
    private final Tallies tallies;
    private final RowWriter rows;
    private final Map<Key, OpenSet> sets = new HashMap<>();
    private Goal goal;

    OpenSets(Connection connection, Tallies tallies) throws SQLException {
        this.connection = connection;
        this.tallies = tallies;
        this.rows = new RowWriter(connection, Table.SET, Twice.REPLACE);
    }

    /** Says what is better in the run whose sets are asked for from now on. */
    void begin(Goal newGoal) {
        goal = newGoal;
    }

    private record Key(int run, String source, int iteration) {}

    /** One set. */
    static final class OpenSet {
        private final Row row;
        private final SetSums sums;
        private final BestPositions best;
        private long size;
        private long total;
        private boolean changed;

        private OpenSet(Row row, BestPositions best) {
            this.row = row;
            this.best = best;
            this.sums = SetSums.of(row.bytes("sums"));
            this.size = row.integer("size");
            this.total = row.integer("total");
        }

        long id() {
            return row.integer("id");
        }

        SetSums sums() {
            return sums;
        }

        /** Takes in a design that was found so often, with its first value; returns its position. */
        long add(int count, double value) {
            total += count;
            changed = true;
            best.add(size, value);
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
        CheckedReader reader = new CheckedReader(connection);
        BestPositions best = new BestPositions(goal);
        List<Row> found = reader.rows(
                Table.SET, "WHERE run = ? AND source = ? AND iteration = ?", key.run(), key.source(), key.iteration());
        if (!found.isEmpty()) {
            Row set = found.get(0);
            for (Row evaluation : reader.evaluations(set.integer("id"), BestPositions.read(set.bytes("best")))) {
                best.add(evaluation.integer("position"), evaluation.real("value"));
            }
            return new OpenSet(set, best);
        }
        Row row =
                rows.row(nextId(), key.run(), key.source(), key.iteration(), 0, 0, new SetSums().bytes(), best.bytes());
        rows.write(row);
        tallies.add(Tallies.Key.of(key.run(), Table.SET), row.checksum());
        return new OpenSet(row, best);
    }

    private long nextId() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM candidate_set");
                ResultSet row = select.executeQuery()) {
            return row.getLong(1);
        }
    }

    /** Stores the numbers of rows that have changed. */
    void flush() throws SQLException {
        for (OpenSet set : sets.values()) {
            if (set.changed) {
                int before = set.row.checksum();
                set.row.set("size", set.size, "total", set.total, "sums", set.sums.bytes(), "best", set.best.bytes());
                rows.write(set.row);
                tallies.change(Tallies.Key.of((int) set.row.integer("run"), Table.SET), before, set.row.checksum());
                set.changed = false;
            }
        }
    }
}
