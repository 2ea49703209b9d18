// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gidn.experiments.project.RunState;
import org.sqlite.SQLiteConfig;

/**
 * Saves what can still be read of a damaged database. A table is read from its beginning up to the damage and from its end
 * back to it; one of many rows so in parts.
 */
public final class Salvage {
    private static final List<String> SMALL_TABLES = List.of("run", "candidate_set", "event", "phase");

    /** A table of many rows, which a column cuts into parts. */
    private record LargeTable(String name, String column, String parts, String order) {
        static LargeTable ofSets(String name) {
            return new LargeTable(name, "candidate_set", "SELECT id FROM candidate_set", "position");
        }
    }

    private static final List<LargeTable> LARGE_TABLES = List.of(
            LargeTable.ofSets("evaluation"),
            LargeTable.ofSets("further_value"),
            LargeTable.ofSets("failure"),
            new LargeTable("metric", "run", "SELECT number FROM run", "name"));

    private final Connection damaged;
    private final Connection saved;

    private Salvage(Connection damaged, Connection saved) {
        this.damaged = damaged;
        this.saved = saved;
    }

    /**
     * Copies all rows that can be read. Runs of which evaluations are missing can be resumed, which computes them again.
     *
     * @param file the damaged database
     * @param copy the new one; must not exist
     * @return the number of evaluations that were saved
     */
    public static long copy(Path file, Path copy) {
        try (Connection damaged = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Connection saved = Database.openForWriting(copy)) {
            return new Salvage(damaged, saved).run();
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    private long run() throws SQLException {
        for (String table : SMALL_TABLES) {
            copyBothWays("SELECT * FROM " + table + " ORDER BY rowid", table);
        }
        for (LargeTable table : LARGE_TABLES) {
            for (long part : numbers(table.parts())) {
                copyBothWays(
                        "SELECT * FROM " + table.name() + " WHERE " + table.column() + " = " + part + " ORDER BY "
                                + table.order(),
                        table.name());
            }
        }
        long evaluations;
        try (Statement statement = saved.createStatement()) {
            statement.executeUpdate("UPDATE run SET state = '" + RunState.CANCELLED + "' WHERE number"
                    + " IN (SELECT run FROM candidate_set WHERE size > (SELECT count(*) FROM evaluation WHERE"
                    + " candidate_set = id))");
            statement.executeUpdate("UPDATE candidate_set SET (size, total) = (SELECT count(*), coalesce(sum(count), 0)"
                    + " FROM evaluation WHERE candidate_set = id)");
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM evaluation")) {
                evaluations = count.getLong(1);
            }
        }
        saved.commit();
        return evaluations;
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = saved.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private void copyBothWays(String query, String table) throws SQLException {
        if (!copy(query, table)) {
            copy(query + " DESC", table);
        }
    }

    /** Copies rows until there are no more or one cannot be read; returns whether all could. */
    private boolean copy(String query, String table) throws SQLException {
        try (Statement statement = damaged.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            String places = String.join(", ", Collections.nCopies(columns, "?"));
            try (PreparedStatement insert =
                    saved.prepareStatement("INSERT OR IGNORE INTO " + table + " VALUES (" + places + ")")) {
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        insert.setObject(column, rows.getObject(column));
                    }
                    insert.executeUpdate();
                }
            }
            return true;
        } catch (SQLException e) {
            if (Database.damaged(e)) {
                return false;
            }
            throw e;
        }
    }
}
