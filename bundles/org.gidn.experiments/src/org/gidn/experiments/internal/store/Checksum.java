// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Checksums of values and rows. A change of any one value changes the 64 bits for certain, since each step can be undone
 * where the other values are known; so does a change within any eight bytes of a text or of bytes.
 */
final class Checksum {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long NOTHING = 0x5851F42D4C957F2DL;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        long state = bytes.length;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            state = mix(state, (long) EIGHT.get(bytes, at));
        }
        long rest = 0;
        for (; at < bytes.length; at++) {
            rest = rest << Byte.SIZE | bytes[at] & 0xff;
        }
        return mix(state, rest);
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
