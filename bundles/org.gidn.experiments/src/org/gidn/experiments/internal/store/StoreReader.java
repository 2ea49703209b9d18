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
import java.util.Optional;
import org.gidn.experiments.Json;
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

    private RunRecord run(ResultSet row) throws SQLException {
        ProblemText problem = ProblemText.read(row.getString("problem"));
        RunState state = RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        long finished = row.getLong("finished");
        boolean unfinished = row.wasNull();
        double best = row.getDouble("best");
        return new RunRecord(
                row.getInt("number"),
                row.getString("title"),
                state == RunState.RUNNING && !written ? RunState.CANCELLED : state,
                row.getLong("seed"),
                Instant.ofEpochMilli(row.getLong("started")),
                unfinished ? null : Instant.ofEpochMilli(finished),
                row.getLong("evaluations"),
                row.getObject("best") == null ? Double.NaN : best,
                row.getString("optimiser"),
                Json.readObject(row.getString("settings")),
                problem.objectives(),
                problem.space(),
                problem.layout(),
                Json.readObject(row.getString("versions")),
                Json.readObject(row.getString("host")),
                row.getString("failure"));
    }
}
