// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as the schema declares it.
 *
 * @param name its name
 * @param columns its columns in order
 * @param rowid whether its first column is SQLite's row number
 * @param clustered whether its rows lie in the pages of an index, as those of a table WITHOUT ROWID do
 * @param checked whether its last column is a checksum
 * @param seed with what the checksums of its rows begin
 */
record Table(String name, List<Column> columns, boolean rowid, boolean clustered, boolean checked, long seed) {
    static final String RUN = "run";
    static final String SET = "candidate_set";
    static final String EVALUATION = "evaluation";
    static final String FURTHER = "further_value";
    static final String GRADIENT = "gradient";
    static final String FAILURE = "failure";
    static final String METRIC = "metric";
    static final String EVENT = "event";
    static final String PHASE = "phase";
    static final String ARTEFACT = "artefact";
    static final String ASKED = "asked";
    static final String TOLD = "told";
    static final String LABEL = "label";
    static final String DELETED = "deleted";

    /** A column. */
    record Column(String name, Type type, boolean required) {}

    /** What a column holds. */
    enum Type {
        INTEGER {
            @Override
            Object read(ResultSet row, int column) throws SQLException {
                long value = row.getLong(column);
                return value == 0 && row.wasNull() ? null : (Object) value;
            }
        },
        REAL {
            @Override
            Object read(ResultSet row, int column) throws SQLException {
                double value = real(row, column);
                return Double.isNaN(value) ? null : (Object) value;
            }
        },
        TEXT {
            @Override
            Object read(ResultSet row, int column) throws SQLException {
                return row.getString(column);
            }
        },
        BLOB {
            @Override
            Object read(ResultSet row, int column) throws SQLException {
                return row.getBytes(column);
            }
        };

        abstract Object read(ResultSet row, int column) throws SQLException;
    }

    /** A REAL column, NaN for NULL. */
    static double real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        // NULL comes as 0; asking for it takes as long as reading does.
        return value == 0 && row.wasNull() ? Double.NaN : value;
    }

    int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + "." + column);
    }

    /** The row that a query for all columns stands at. */
    Row read(ResultSet result) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).type().read(result, i + 1);
        }
        return new Row(this, values);
    }

    /**
     * A row.
     *
     * @param table its table
     * @param values of all columns: {@code Long} or {@code Integer}, {@code Double}, {@code String}, {@code byte[]} or null
     */
    record Row(Table table, Object[] values) {
        int checksum() {
            return Checksum.of(table.seed(), values);
        }

        /** Whether the row is as it was written, as far as that can be told. */
        boolean whole() {
            if (table.checked()) {
                return values[values.length - 1] instanceof Number stored && stored.longValue() == checksum();
            }
            return IntStream.range(0, values.length)
                    .noneMatch(i -> values[i] == null && table.columns().get(i).required());
        }

        Object value(String column) {
            return values[table.index(column)];
        }

        String text(String column) {
            return (String) value(column);
        }

        long integer(String column) {
            return value(column) instanceof Number number ? number.longValue() : 0;
        }

        /** NaN for NULL. */
        double real(String column) {
            return value(column) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        byte[] bytes(String column) {
            return (byte[]) value(column);
        }

        /** Changes values, each after its column, and with them the checksum. */
        void set(Object... changes) {
            for (int i = 0; i < changes.length; i += 2) {
                values[table.index((String) changes[i])] = changes[i + 1];
            }
            values[values.length - 1] = checksum();
        }
    }
}
