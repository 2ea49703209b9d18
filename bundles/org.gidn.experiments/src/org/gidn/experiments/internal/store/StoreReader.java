// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Json;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunState;

/** Reads a project's database. Opens it anew for every question, so it holds nothing and any thread may ask. */
public final class StoreReader {
    private final Path file;
    private final boolean written;

    /**
     * @param file the database; need not be there yet
     * @param written whether a program is writing to it now, so that a run can be at work
     */
    public StoreReader(Path file, boolean written) {
        this.file = file;
        this.written = written;
    }

    /** All runs, by number. */
    public List<RunRecord> runs() {
        return query("SELECT * FROM run ORDER BY number", this::run);
    }

    /** One run, if there is one of that number. */
    public Optional<RunRecord> run(int number) {
        return query("SELECT * FROM run WHERE number = ?", this::run, number).stream()
                .findFirst();
    }

    /** The run of the greatest number, if there is one. */
    public Optional<RunRecord> lastRun() {
        return query("SELECT * FROM run ORDER BY number DESC LIMIT 1", this::run).stream()
                .findFirst();
    }

    /** What is made of one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with one row. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** All rows that a query gives; none if there is no database yet. */
    <T> List<T> query(String sql, Row<T> reader, Object... arguments) {
        List<T> rows = new ArrayList<>();
        forEach(sql, row -> rows.add(reader.read(row)), arguments);
        return rows;
    }

    /** Goes through all rows that a query gives. */
    void forEach(String sql, RowConsumer consumer, Object... arguments) {
        forEachOf(sql, consumer, List.<Object[]>of(arguments));
    }

    /**
     * Goes through the evaluations of one set after the other, each in its order. A set that grows meanwhile is cut at the
     * size that the caller knows.
     *
     * @param columns what is asked of each evaluation, in SQL
     */
    void forEachEvaluation(String columns, Collection<CandidateSet> sets, RowConsumer consumer) {
        forEachOf(
                "SELECT " + columns + " FROM evaluation WHERE candidate_set = ? ORDER BY position LIMIT ?",
                consumer,
                sets.stream().map(set -> new Object[] {set.id(), set.size()}).toList());
    }

    /** Goes through all rows that a query gives for one list of arguments after the other. */
    private void forEachOf(String sql, RowConsumer consumer, List<Object[]> lists) {
        Optional<Connection> opened = Database.openForReading(file);
        if (opened.isEmpty()) {
            return;
        }
        try (Connection connection = opened.get();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (Object[] arguments : lists) {
                for (int i = 0; i < arguments.length; i++) {
                    select.setObject(i + 1, arguments[i]);
                }
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        consumer.accept(result);
                    }
                }
            }
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /** A row that cannot be read hides no other one. */
    private RunRecord run(ResultSet row) throws SQLException {
        try {
            return readable(row);
        } catch (InvalidInputException e) {
            return unreadable(row, e.getMessage());
        } catch (RuntimeException e) {
            return unreadable(row, Messages.runNotDescribed);
        }
    }

    private RunRecord readable(ResultSet row) throws SQLException {
        ProblemText problem = ProblemText.read(row.getString("problem"));
        RunState state = RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        boolean cutOff = state == RunState.RUNNING && !written;
        return new RunRecord(
                row.getInt("number"),
                row.getString("title"),
                cutOff ? RunState.CANCELLED : state,
                row.getLong("seed"),
                time(row, "started"),
                time(row, "finished"),
                row.getLong("evaluations"),
                row.getObject("best") == null ? Double.NaN : row.getDouble("best"),
                row.getString("optimiser"),
                Json.readObject(row.getString("settings")),
                problem.objectives(),
                problem.space(),
                problem.layout(),
                Json.readObject(row.getString("versions")),
                Json.readObject(row.getString("host")),
                cutOff ? Messages.runCutOff : row.getString("failure"));
    }

    private static RunRecord unreadable(ResultSet row, String reason) throws SQLException {
        int number = row.getInt("number");
        Instant started = time(row, "started");
        return new RunRecord(
                number,
                Objects.requireNonNullElse(row.getString("title"), ""),
                RunState.UNREADABLE,
                row.getLong("seed"),
                started == null ? Instant.EPOCH : started,
                time(row, "finished"),
                row.getLong("evaluations"),
                Double.NaN,
                Objects.requireNonNullElse(row.getString("optimiser"), ""),
                Map.of(),
                List.of(),
                null,
                null,
                Map.of(),
                Map.of(),
                NLS.bind(Messages.runUnreadable, number, reason));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }
}
