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
    private final Table table;
    private final PreparedStatement insert;

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
        this.insert = connection.prepareStatement("INSERT INTO " + table + " VALUES ("
                + String.join(", ", Collections.nCopies(this.table.columns().size(), "?")) + ")" + conflict);
    }

    /** A row of values of all columns but the checksum. */
    Table.Row row(Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = Checksum.of(table.seed(), all);
        return new Table.Row(table, all);
    }

    /** Writes a row with the next {@link #flush()}; returns its checksum. */
    int add(Object... values) throws SQLException {
        long state = table.seed();
        for (int i = 0; i < values.length; i++) {
            state = Checksum.mix(state, Checksum.ofValue(values[i]));
            insert.setObject(i + 1, values[i]);
        }
        insert.setInt(values.length + 1, (int) state);
        insert.addBatch();
        return (int) state;
    }

    /** Writes a row at once; returns whether its key was not there. */
    boolean write(Table.Row row) throws SQLException {
        bind(row);
        return insert.executeUpdate() > 0;
    }

    private void bind(Table.Row row) throws SQLException {
        for (int i = 0; i < row.values().length; i++) {
            insert.setObject(i + 1, row.values()[i]);
        }
    }

    void flush() throws SQLException {
        insert.executeBatch();
    }

    /** SQLite has no NaN. */
    static Double real(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
