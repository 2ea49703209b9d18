// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.bench;

import java.util.List;
import java.util.Locale;
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.internal.store.RowSums;

/**
 * The checksums that the store computes as it writes and reads rows, computed alone.
 *
 * @param designs of the rows
 * @param values theirs
 */
record ChecksumCost(DesignBatch designs, double[] values) {
    void rowsWritten() {
        RowSums sums = new RowSums();
        for (int i = 0; i < values.length; i++) {
            sums.written(designs, i, values[i]);
        }
        sums.use();
    }

    void valuesRead() {
        RowSums sums = new RowSums();
        for (int i = 0; i < values.length; i++) {
            sums.value(i, values[i]);
        }
        sums.use();
    }

    void designsRead() {
        RowSums sums = new RowSums();
        for (int i = 0; i < values.length; i++) {
            sums.design(designs, i);
        }
        sums.use();
    }

    /** A row of the table: what checksums alone take, and which share of all that is. */
    List<String> row(double seconds, double all) {
        return List.of(
                "  of that checksums",
                String.format(Locale.ROOT, "%.4f s", seconds),
                String.format(Locale.ROOT, "%,.0f", values.length / seconds),
                "",
                String.format(Locale.ROOT, "%.1f %% of it", 100 * seconds / all));
    }
}
