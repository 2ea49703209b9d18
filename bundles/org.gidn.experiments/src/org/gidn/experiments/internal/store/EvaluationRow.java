// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** An evaluation that is read; the same object for all of a set. Only the columns that were asked for have a value. */
final class EvaluationRow {
    private static final byte[] NO_DESIGN = {};

    int position;
    byte[] design;
    double value;
    double predicted;
    int count = 1;
    long spent;
    private long time;

    /** What can be asked for. */
    enum Column {
        DESIGN(SetSums.DESIGN) {
            @Override
            long read(EvaluationRow row, ResultSet result, int column) throws SQLException {
                row.design = Objects.requireNonNullElse(result.getBytes(column), NO_DESIGN);
                return Checksum.of(row.design);
            }
        },
        VALUE(SetSums.VALUE) {
            @Override
            long read(EvaluationRow row, ResultSet result, int column) throws SQLException {
                row.value = Table.real(result, column);
                return Checksum.of(row.value);
            }
        },
        PREDICTED(SetSums.PREDICTED) {
            @Override
            long read(EvaluationRow row, ResultSet result, int column) throws SQLException {
                row.predicted = Table.real(result, column);
                return Checksum.of(row.predicted);
            }
        },
        COUNT(SetSums.COUNT) {
            @Override
            long read(EvaluationRow row, ResultSet result, int column) throws SQLException {
                row.count = result.getInt(column);
                return row.count;
            }
        },
        SPENT(SetSums.SPENT) {
            @Override
            long read(EvaluationRow row, ResultSet result, int column) throws SQLException {
                row.spent = result.getLong(column);
                return row.spent;
            }
        },
        TIME(SetSums.TIME) {
            @Override
            long read(EvaluationRow row, ResultSet result, int column) throws SQLException {
                row.time = result.getLong(column);
                return row.time;
            }
        };

        private final int sum;

        Column(int sum) {
            this.sum = sum;
        }

        /** Its place in the {@link SetSums}. */
        int sum() {
            return sum;
        }

        /** Reads its value; returns the value's checksum. */
        abstract long read(EvaluationRow row, ResultSet result, int column) throws SQLException;

        /** As a query names them. */
        static String sql(EnumSet<Column> columns) {
            return columns.stream()
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }
    }
}
