// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Checksums of values and rows. A change of any one value changes the 64 bits for certain, since each step can be undone
 * where the other values are known; texts and bytes enter by their CRC-32C.
 */
final class Checksum {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long NOTHING = 0x5851F42D4C957F2DL;

    private Checksum() {}

    /** The state after one value more. */
    static long mix(long state, long value) {
        long mixed = (state ^ value) * FACTOR;
        return mixed ^ mixed >>> 32;
    }

    /** The checksum of a value at a place in a column. */
    static long of(int column, long position, long value) {
        return mix(position * FACTOR + column, value);
    }

    /** A number as the database gives it back: it knows neither NaN nor the sign of 0. */
    static long of(double value) {
        return Double.isNaN(value) ? NOTHING : Double.doubleToRawLongBits(value + 0.0);
    }

    static long of(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue() | (long) bytes.length << 32;
    }

    static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The checksum of a row, whose last value, its own checksum, is left out.
     *
     * @param table the checksum of the table's name
     */
    static int of(long table, Object[] row) {
        long state = table;
        for (int i = 0; i < row.length - 1; i++) {
            state = mix(state, ofValue(row[i]));
        }
        return (int) state;
    }

    static long ofValue(Object value) {
        // In the order of how often they come; a switch over types takes several times as long.
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Double number) {
            return of(number.doubleValue());
        }
        if (value instanceof byte[] bytes) {
            return of(bytes);
        }
        return value == null ? NOTHING : of(value.toString());
    }
}
