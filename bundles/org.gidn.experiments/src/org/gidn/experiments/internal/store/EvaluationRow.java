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
    double predicted = Double.NaN;
    int count = 1;
    long spent;
    long time;

    /** What can be asked for. */
    enum Column {
        DESIGN(SetSums.DESIGN),
        VALUE(SetSums.VALUE),
        PREDICTED(SetSums.PREDICTED),
        COUNT(SetSums.COUNT),
        SPENT(SetSums.SPENT),
        TIME(SetSums.TIME);

        private final int sum;

        Column(int sum) {
            this.sum = sum;
        }

        /** Its place in the {@link SetSums}. */
        int sum() {
            return sum;
        }

        /** As a query names them. */
        static String sql(EnumSet<Column> columns) {
            return columns.stream()
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }
    }

    /** Reads a value; returns its checksum. */
    long read(Column asked, ResultSet result, int column) throws SQLException {
        return switch (asked) {
            case DESIGN -> {
                design = Objects.requireNonNullElse(result.getBytes(column), NO_DESIGN);
                yield Checksum.of(design);
            }
            case VALUE -> Checksum.of(value = Table.real(result, column));
            case PREDICTED -> Checksum.of(predicted = Table.real(result, column));
            case COUNT -> count = result.getInt(column);
            case SPENT -> spent = result.getLong(column);
            case TIME -> time = result.getLong(column);
        };
    }
}
