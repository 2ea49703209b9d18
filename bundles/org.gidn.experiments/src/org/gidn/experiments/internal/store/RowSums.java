// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import org.gidn.core.design.DesignBatch;

/** The checksums of evaluations as they are written and read, without writing and reading them, to be measured. */
public final class RowSums {
    private final SetSums sums = new SetSums();

    /** As a row is written. */
    public void written(DesignBatch designs, int design, double value) {
        byte[] bytes = DesignCodec.encode(designs, design);
        long time = design;
        Object[] row = {1L, (long) design, bytes, value, null, 1, (long) design, time, 0};
        row[row.length - 1] = Checksum.of(1, row);
        sums.add(SetSums.DESIGN, design, Checksum.of(bytes));
        sums.add(SetSums.PREDICTED, design, Checksum.of(Double.NaN));
        sums.add(SetSums.COUNT, design, 1);
        sums.add(SetSums.SPENT, design, design);
        sums.add(SetSums.TIME, design, time);
        value(design, value);
        sums.add(SetSums.FAILURE, design, (int) row[row.length - 1]);
    }

    /** As a value is read. */
    public void value(int position, double value) {
        sums.add(SetSums.VALUE, position, Checksum.of(value));
    }

    /** As a design is read, but for its bytes. */
    public void design(DesignBatch designs, int design) {
        sums.add(SetSums.DESIGN, design, Checksum.of(DesignCodec.encode(designs, design)));
    }

    /** Uses what was computed, so that no compiler leaves it out. */
    public void use() {
        if (sums.agrees(new SetSums(), SetSums.VALUE) && sums.agrees(new SetSums(), SetSums.DESIGN)) {
            throw new IllegalStateException("checksums of something are not those of nothing");
        }
    }
}
