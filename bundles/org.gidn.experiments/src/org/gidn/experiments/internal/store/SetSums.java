// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Checksums over the columns of the evaluations of a set, each the sum of a checksum of every value and its position, so that
 * a column can be verified while it is read, without reading the others.
 */
final class SetSums {
    static final int DESIGN = 0;
    static final int PREDICTED = 1;
    static final int COUNT = 2;
    static final int SPENT = 3;
    static final int TIME = 4;
    static final int FAILURE = 5;
    /** The first objective; the others follow. */
    static final int VALUE = 6;

    private long[] sums;

    SetSums() {
        this(new long[VALUE + 1]);
    }

    private SetSums(long[] sums) {
        this.sums = sums;
    }

    /** What {@link #bytes()} gave. */
    static SetSums of(byte[] bytes) {
        long[] sums = new long[Math.max(VALUE + 1, bytes.length / Long.BYTES)];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(sums, 0, Math.min(sums.length, bytes.length / Long.BYTES));
        return new SetSums(sums);
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(sums.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(sums);
        return buffer.array();
    }

    /** Takes in a value, given by its {@link Checksum}. */
    void add(int column, long position, long checksum) {
        if (column >= sums.length) {
            sums = Arrays.copyOf(sums, column + 1);
        }
        sums[column] += Checksum.of(column, position, checksum);
    }

    /** Whether nothing was taken in of a column at so many positions but NaN. */
    boolean nothing(int column, long size) {
        long sum = 0;
        for (long position = 0; position < size; position++) {
            sum += Checksum.of(column, position, Checksum.of(Double.NaN));
        }
        return sum == get(column);
    }

    boolean agrees(SetSums other, int column) {
        return get(column) == other.get(column);
    }

    private long get(int column) {
        return column < sums.length ? sums[column] : 0;
    }

    /** The objectives that values were taken in of. */
    int outputs() {
        return sums.length - VALUE;
    }
}
