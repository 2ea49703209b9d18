// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.internal.store.Tallies.Tally;
import org.gidn.experiments.project.RunLabel;

/** Reads and writes what people say of runs, and deletes runs. */
public final class StoredLabels {
    private static final List<String> OF_SETS = List.of(Table.EVALUATION, Table.FURTHER, Table.GRADIENT, Table.FAILURE);
    private static final List<String> OF_RUNS = List.of(
            Table.SET,
            Table.METRIC,
            Table.EVENT,
            Table.PHASE,
            Table.ARTEFACT,
            Table.ASKED,
            Table.TOLD,
            Table.LABEL,
            "tally");

    private StoredLabels() {}

    /** What is said of the runs, by number; runs of which nothing is said are not in it. */
    public static Map<Integer, RunLabel> read(StoreReader reader) {
        Map<Integer, RunLabel> labels = new LinkedHashMap<>();
        reader.answer(rows -> rows.rows(Table.LABEL, "ORDER BY run")).stream()
                .flatMap(List::stream)
                .forEach(row -> labels.put((int) row.integer("run"), label(row)));
        return labels;
    }

    private static RunLabel label(Row row) {
        return new RunLabel(
                row.text("name"),
                row.text("note"),
                row.text("tags").lines().toList(),
                row.integer("star") != 0,
                row.integer("archived") != 0);
    }

    /**
     * Says something else of some runs. May be called while a run is at work.
     *
     * @param file the database
     * @throws InvalidInputException if one of the runs is not there
     */
    public static void change(Path file, Collection<Integer> runs, UnaryOperator<RunLabel> change) {
        try (Connection connection = Database.openBeside(file);
                Statement end = connection.createStatement()) {
            CheckedReader reader = new CheckedReader(connection);
            RowWriter labels = new RowWriter(connection, Table.LABEL, Twice.REPLACE);
            for (int run : runs) {
                find(reader, file, run);
                List<Row> before = reader.rows(Table.LABEL, "WHERE run = ?", run);
                RunLabel now = change.apply(before.isEmpty() ? RunLabel.NONE : label(before.get(0)));
                labels.write(labels.row(
                        run,
                        now.name(),
                        now.note(),
                        String.join("\n", now.tags()),
                        now.star() ? 1 : 0,
                        now.archived() ? 1 : 0));
            }
            end.execute("COMMIT");
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    private static void find(CheckedReader reader, Path file, int run) throws SQLException {
        if (reader.some(Table.RUN, "WHERE number = ?", run).isEmpty()) {
            throw new InvalidInputException(NLS.bind(Messages.projectRunGone, file.getParent(), run));
        }
    }

    /**
     * Deletes runs with all that they have stored, as a whole or not at all; to be called with the project's lock held. No later
     * run gets one of their numbers.
     *
     * @param file the database
     * @param time in milliseconds since 1970
     * @throws InvalidInputException if one of the runs is not there
     */
    public static void delete(Path file, Collection<Integer> runs, long time) {
        try (Connection connection = Database.openForWriting(file)) {
            CheckedReader reader = new CheckedReader(connection);
            Tallies tallies = new Tallies(connection);
            RowWriter deleted = new RowWriter(connection, Table.DELETED, Twice.FAIL);
            for (int run : runs) {
                find(reader, file, run);
                for (String table : OF_SETS) {
                    execute(
                            connection,
                            "DELETE FROM " + table
                                    + " WHERE candidate_set IN (SELECT id FROM candidate_set WHERE run = ?)",
                            run);
                }
                for (String table : OF_RUNS) {
                    execute(connection, "DELETE FROM " + table + " WHERE run = ?", run);
                }
                execute(connection, "DELETE FROM run WHERE number = ?", run);
                deleted.write(deleted.row(run, time));
                Tally all = tallies.get(Key.RUNS);
                tallies.put(Key.RUNS, new Tally(all.size() - 1, all.sum()));
            }
            tallies.flush();
            connection.commit();
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    private static void execute(Connection connection, String statement, int run) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setInt(1, run);
            prepared.executeUpdate();
        }
    }
}
