// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.gidn.experiments.internal.store.EvaluationRow.Column;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.internal.store.Tallies.Tally;

/**
 * Reads rows and verifies them against their checksums, sums and tallies, within the transaction of its connection. What was
 * handed out counts only if the method returns: a {@link DamageException} takes it back. A database of the format before has
 * only its counts to be verified by.
 */
final class CheckedReader {
    private final Connection connection;
    private final Schema schema;

    CheckedReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.schema = Schema.of(Database.version(connection));
    }

    /** What is done with one evaluation. */
    @FunctionalInterface
    interface Consumer {
        void accept(EvaluationRow row) throws SQLException;
    }

    boolean checked() {
        return schema.checked();
    }

    /** Some rows of a table, each whole; whether they are all is not verified. */
    List<Row> rows(String name, String condition, Object... arguments) throws SQLException {
        List<Row> rows = some(name, condition, arguments);
        if (!rows.stream().allMatch(Row::whole)) {
            throw DamageException.ofTable(name);
        }
        return rows;
    }

    /** Some rows of a table, whole or not. */
    List<Row> some(String name, String condition, Object... arguments) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Table table = schema.table(name);
        if (table == null) {
            return rows;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + name + " " + condition)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(table.read(result));
                }
            }
        }
        return rows;
    }

    /** What is done with one row. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(Row row) throws SQLException;
    }

    /** Goes through the rows of a set in a table, in their order, each whole; whether they are all is not verified. */
    void forEachRow(String name, long set, RowConsumer consumer) throws SQLException {
        Table table = schema.table(name);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM " + name + " WHERE candidate_set = ? ORDER BY position")) {
            select.setLong(1, set);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Row row = table.read(result);
                    if (!row.whole()) {
                        throw DamageException.ofTable(name);
                    }
                    consumer.accept(row);
                }
            }
        }
    }

    /** All rows that a run has in a table, or in one series of metrics. */
    List<Row> all(Key key, String order) throws SQLException {
        List<Row> rows = key.name().isEmpty()
                ? rows(key.part(), "WHERE run = ? ORDER BY " + order, key.run())
                : rows(key.part(), "WHERE run = ? AND name = ? ORDER BY " + order, key.run(), key.name());
        if (checked()) {
            long sum = 0;
            for (Row row : rows) {
                sum += row.checksum();
            }
            if (!new Tally(rows.size(), sum).equals(Tallies.read(connection, key))) {
                throw DamageException.ofRun(key.part(), key.run());
            }
        }
        return rows;
    }

    /** The names of the series of metrics of a run, in alphabetical order. */
    List<String> metrics(int run) throws SQLException {
        List<String> names = names("SELECT DISTINCT name FROM metric WHERE run = ? ORDER BY name", run);
        if (checked()
                && !names.equals(
                        names("SELECT name FROM tally WHERE run = ? AND part = 'metric' ORDER BY name", run))) {
            throw DamageException.ofRun(Table.METRIC, run);
        }
        return names;
    }

    private List<String> names(String query, int run) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setInt(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }

    /** All runs, by number; each may be damaged, so that it hides no other one. */
    List<Row> runs() throws SQLException {
        List<Row> runs = some(Table.RUN, "ORDER BY number");
        if (checked() && runs.size() != Tallies.read(connection, Key.RUNS).size()) {
            throw DamageException.ofTable(Table.RUN);
        }
        return runs;
    }

    /** The run of the greatest number that is not deleted, which may be damaged; null if there is none. */
    Row lastRun() throws SQLException {
        List<Row> last = some(Table.RUN, "ORDER BY number DESC LIMIT 1");
        List<Row> deleted = rows(Table.DELETED, "ORDER BY run DESC LIMIT 1");
        long highest = Math.max(
                last.isEmpty() ? 0 : last.get(0).integer("number"),
                deleted.isEmpty() ? 0 : deleted.get(0).integer("run"));
        if (checked() && Tallies.read(connection, Key.RUNS).sum() != highest) {
            throw DamageException.ofTable(Table.RUN);
        }
        return last.isEmpty() ? null : last.get(0);
    }

    /** The sets of a run, in the order in which they were begun. */
    List<Row> sets(int run) throws SQLException {
        return all(Key.of(run, Table.SET), "id");
    }

    /** One set, which had so many evaluations when it was read last. */
    Row set(long id, long size) throws SQLException {
        List<Row> rows = rows(Table.SET, "WHERE id = ?", id);
        if (rows.isEmpty() || rows.get(0).integer("size") < size) {
            throw DamageException.ofTable(Table.SET);
        }
        return rows.get(0);
    }

    /** The evaluations at some places of a set, in the order of their places, each whole. */
    List<Row> evaluations(long set, List<Integer> positions) throws SQLException {
        String list = positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        List<Row> rows = rows(Table.EVALUATION, "WHERE candidate_set = ? AND position IN (" + list + ")", set);
        if (rows.size() != positions.size()) {
            throw DamageException.ofTable(Table.EVALUATION);
        }
        return rows;
    }

    /** Goes through some columns of the evaluations of a set, in their order. */
    void forEach(Row set, EnumSet<Column> all, Consumer consumer) throws SQLException {
        SetSums sums = new SetSums();
        EnumSet<Column> columns = withSomething(set, all);
        Column[] asked = columns.toArray(Column[]::new);
        EvaluationRow row = new EvaluationRow();
        long size = set.integer("size");
        RecordedBest best = checked() || !columns.contains(Column.VALUE) ? null : RecordedBest.of(runOf(set));
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + Column.sql(columns) + " FROM evaluation WHERE candidate_set = ? ORDER BY position")) {
            select.setLong(1, set.integer("id"));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    if (row.position == size) {
                        throw DamageException.ofRun(Table.EVALUATION, set.integer("run"));
                    }
                    for (int i = 0; i < asked.length; i++) {
                        sums.add(asked[i].sum(), row.position, row.read(asked[i], result, i + 1));
                    }
                    if (best != null && best.beatenBy(row.value)) {
                        throw DamageException.ofRun(Table.EVALUATION, set.integer("run"));
                    }
                    consumer.accept(row);
                    row.position++;
                }
            }
        }
        boolean whole = row.position == size;
        for (Column column : asked) {
            whole &= !checked() || sums.agrees(SetSums.of(set.bytes("sums")), column.sum());
        }
        if (!whole) {
            throw DamageException.ofRun(Table.EVALUATION, set.integer("run"));
        }
    }

    /** Without the predictions where a set says that it has none: reading NULL takes twice as long as reading a number. */
    private EnumSet<Column> withSomething(Row set, EnumSet<Column> columns) {
        boolean predicted = !checked()
                || columns.size() == 1
                || !columns.contains(Column.PREDICTED)
                || !SetSums.of(set.bytes("sums")).nothing(SetSums.PREDICTED, set.integer("size"));
        if (predicted) {
            return columns;
        }
        EnumSet<Column> rest = EnumSet.copyOf(columns);
        rest.remove(Column.PREDICTED);
        return rest;
    }

    private Row runOf(Row set) throws SQLException {
        List<Row> runs = rows(Table.RUN, "WHERE number = ?", set.integer("run"));
        return runs.isEmpty() ? null : runs.get(0);
    }

    /** Which evaluations of a set have a gradient. */
    BitSet gradients(Row set) throws SQLException {
        BitSet positions = new BitSet();
        if (!checked()) {
            return positions;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT position FROM gradient WHERE candidate_set = ?")) {
            select.setLong(1, set.integer("id"));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    positions.set(result.getInt(1));
                }
            }
        }
        return positions;
    }

    /** The gradient of one evaluation, which is known to have one. */
    double[] gradient(EvaluationCache.Place place) throws SQLException {
        List<Row> rows =
                rows(Table.GRADIENT, "WHERE candidate_set = ? AND position = ?", place.set(), place.position());
        if (rows.isEmpty() || !rows.get(0).whole()) {
            throw DamageException.ofTable(Table.GRADIENT);
        }
        return DesignCodec.decodeNumbers(rows.get(0).bytes("derivatives"));
    }

    /** The values of a set for a second or further objective. */
    double[] further(Row set, int objective) throws SQLException {
        double[] values = new double[Math.toIntExact(set.integer("size"))];
        SetSums sums = new SetSums();
        int position = 0;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT value FROM further_value WHERE candidate_set = ? AND objective = ? ORDER BY position")) {
            select.setLong(1, set.integer("id"));
            select.setInt(2, objective);
            try (ResultSet result = select.executeQuery()) {
                for (; result.next() && position < values.length; position++) {
                    values[position] = Table.real(result, 1);
                    sums.add(SetSums.VALUE + objective, position, Checksum.of(values[position]));
                }
            }
        }
        boolean whole = position == values.length;
        if (!whole || checked() && !sums.agrees(SetSums.of(set.bytes("sums")), SetSums.VALUE + objective)) {
            throw DamageException.ofRun(Table.FURTHER, set.integer("run"));
        }
        return values;
    }
}
