// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.internal.store.Table.Row;

/** Makes a set whole of the evaluations that are there: without gaps, and with their size, total and sums. */
final class SetRebuild {
    private static final List<String> TABLES = List.of(Table.EVALUATION, Table.FURTHER, Table.GRADIENT, Table.FAILURE);

    private final Connection connection;
    private final CheckedReader reader;

    SetRebuild(Connection connection) throws SQLException {
        this.connection = connection;
        this.reader = new CheckedReader(connection);
    }

    /**
     * Changes the row of the set too, which the caller stores.
     *
     * @param objectives number of values that an evaluation has at least
     * @param goal of the first of them
     */
    void run(Row set, int objectives, Goal goal) throws SQLException {
        long id = set.integer("id");
        dropHalves(id, objectives);
        closeGaps(id);
        SetSums sums = new SetSums();
        BestPositions best = new BestPositions(goal);
        long[] count = new long[2];
        reader.forEachRow(Table.EVALUATION, id, row -> {
            long position = row.integer("position");
            sums.add(SetSums.DESIGN, position, Checksum.of(row.bytes("design")));
            sums.add(SetSums.PREDICTED, position, Checksum.of(row.real("predicted")));
            sums.add(SetSums.COUNT, position, row.integer("count"));
            sums.add(SetSums.SPENT, position, row.integer("spent"));
            sums.add(SetSums.TIME, position, row.integer("time"));
            sums.add(SetSums.VALUE, position, Checksum.of(row.real("value")));
            best.add(position, row.real("value"));
            count[0]++;
            count[1] += row.integer("count");
        });
        reader.forEachRow(
                Table.FURTHER,
                id,
                row -> sums.add(
                        SetSums.VALUE + (int) row.integer("objective"),
                        row.integer("position"),
                        Checksum.of(row.real("value"))));
        reader.forEachRow(Table.FAILURE, id, row -> sums.add(SetSums.FAILURE, row.integer("position"), row.checksum()));
        set.set("size", count[0], "total", count[1], "sums", sums.bytes(), "best", best.bytes());
    }

    /** Leaves out what is better than the best value that the set's run has recorded. */
    void dropBetter(long set, RecordedBest best) throws SQLException {
        String worse = best.goal() == Goal.MAXIMISE ? " > " : " < ";
        execute("DELETE FROM evaluation WHERE candidate_set = ?1 AND value" + worse + best.value(), set);
    }

    /** An evaluation of which an objective's value is lost is lost; so is what belongs to no evaluation. */
    private void dropHalves(long set, int objectives) throws SQLException {
        execute(
                "DELETE FROM evaluation WHERE candidate_set = ?1 AND (SELECT count(*) FROM further_value AS f WHERE"
                        + " f.candidate_set = ?1 AND f.position = evaluation.position) < (SELECT max("
                        + (objectives - 1) + ", coalesce(max(objective), 0)) FROM further_value AS f"
                        + " WHERE f.candidate_set = ?1)",
                set);
        for (String table : List.of(Table.FURTHER, Table.GRADIENT, Table.FAILURE)) {
            execute(
                    "DELETE FROM " + table
                            + " WHERE candidate_set = ?1 AND NOT EXISTS (SELECT 1 FROM evaluation AS e WHERE"
                            + " e.candidate_set = ?1 AND e.position = " + table + ".position)",
                    set);
        }
    }

    private void execute(String sql, long set) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, set);
            statement.executeUpdate();
        }
    }

    private void closeGaps(long set) throws SQLException {
        LongStream.Builder found = LongStream.builder();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT position FROM evaluation WHERE candidate_set = ? ORDER BY position")) {
            select.setLong(1, set);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
        }
        long[] positions = found.build().toArray();
        for (int to = 0; to < positions.length; to++) {
            if (positions[to] != to) {
                move(set, positions[to], to);
            }
        }
    }

    private void move(long set, long from, long to) throws SQLException {
        for (String table : TABLES) {
            for (Row row : reader.rows(table, "WHERE candidate_set = ? AND position = ?", set, from)) {
                row.set("position", to);
                String objective = table.equals(Table.FURTHER) ? " AND objective = " + row.integer("objective") : "";
                try (PreparedStatement update = connection.prepareStatement("UPDATE " + table
                        + " SET position = ?, checksum = ? WHERE candidate_set = ? AND position = ?" + objective)) {
                    update.setLong(1, to);
                    update.setLong(2, row.checksum());
                    update.setLong(3, set);
                    update.setLong(4, from);
                    update.executeUpdate();
                }
            }
        }
    }
}
