// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;

/** Writes rows of one table, each with its checksum. */
final class RowWriter {
    /** A statement for so many rows at once costs each of them a good part less than one of its own. */
    private static final int MANY = 16;

    private final Table table;
    private final PreparedStatement insert;
    private final PreparedStatement insertMany;
    /** The values of the rows that wait, one row after the other. */
    private final Object[] waiting;

    private int values;

    /** What becomes of a row whose key is there. */
    enum Twice {
        FAIL,
        IGNORE,
        /** It takes the other one's place. */
        REPLACE
    }

    RowWriter(Connection connection, String table, Twice twice) throws SQLException {
        this.table = Schema.of(Schema.VERSION).table(table);
        String conflict =
                switch (twice) {
                    case FAIL -> "";
                    case IGNORE -> " ON CONFLICT DO NOTHING";
                    case REPLACE ->
                        " ON CONFLICT DO UPDATE SET "
                                + this.table.columns().stream()
                                        .map(column -> column.name() + " = excluded." + column.name())
                                        .collect(Collectors.joining(", "));
                };
        int columns = this.table.columns().size();
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        String into = "INSERT INTO " + table + " VALUES ";
        this.insert = connection.prepareStatement(into + row + conflict);
        this.insertMany =
                connection.prepareStatement(into + String.join(", ", Collections.nCopies(MANY, row)) + conflict);
        this.waiting = new Object[MANY * columns];
    }

    /** A row of values of all columns but the checksum. */
    Table.Row row(Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = Checksum.of(table.seed(), all);
        return new Table.Row(table, all);
    }

    /** Writes a row with the next {@link #flush()} at the latest; returns its checksum. */
    int add(Object... row) throws SQLException {
        long state = table.seed();
        for (Object value : row) {
            state = Checksum.mix(state, Checksum.ofValue(value));
            waiting[values++] = value;
        }
        waiting[values++] = (int) state;
        if (values == waiting.length) {
            execute(insertMany, waiting);
            values = 0;
        }
        return (int) state;
    }

    /** Writes a row at once; returns whether its key was not there. */
    boolean write(Table.Row row) throws SQLException {
        return execute(insert, row.values()) > 0;
    }

    void flush() throws SQLException {
        int columns = table.columns().size();
        for (int from = 0; from < values; from += columns) {
            execute(insert, Arrays.copyOfRange(waiting, from, from + columns));
        }
        values = 0;
    }

    private static int execute(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    /** SQLite has no NaN. */
    static Double real(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
