// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.internal.Messages;

/**
 * Designs as the store keeps them: binary ones as bits, variable {@code j} being bit {@code j % 8} of byte {@code j / 8};
 * others as 8-byte little-endian numbers.
 */
public final class DesignCodec {
    private DesignCodec() {}

    /** The bytes of one design. */
    static byte[] encode(DesignBatch designs, int design) {
        int variables = designs.variables();
        if (!designs.packed()) {
            ByteBuffer buffer = ByteBuffer.allocate(variables * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int j = 0; j < variables; j++) {
                buffer.putDouble(designs.value(design, j));
            }
            return buffer.array();
        }
        byte[] bytes = new byte[(variables + 7) >>> 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (designs.word(design, i >>> 3) >>> (i << 3));
        }
        return bytes;
    }

    /** The bytes of some numbers, such as a gradient. */
    static byte[] encode(double[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(numbers);
        return buffer.array();
    }

    /** The numbers of some bytes. */
    static double[] decodeNumbers(byte[] bytes) {
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
        return numbers;
    }

    /**
     * The designs of some rows.
     *
     * @param rows bytes of each, all of the same length
     * @param variables number of variables of a design
     * @throws InvalidInputException if one has another number of variables, as damage to what has no checksums makes it
     */
    static DesignBatch decode(List<byte[]> rows, int variables) {
        int length = (variables + 7) >>> 3;
        if (!rows.stream().allMatch(row -> row.length == length || row.length == variables * Double.BYTES)) {
            throw new InvalidInputException(Messages.designDamaged);
        }
        boolean packed = rows.stream().allMatch(row -> row.length == length);
        return packed ? decodeBits(rows, variables) : decodeNumbers(rows, variables, length);
    }

    private static DesignBatch decodeBits(List<byte[]> rows, int variables) {
        int words = DesignBatch.words(variables);
        long[] bits = new long[rows.size() * words];
        for (int r = 0; r < rows.size(); r++) {
            byte[] row = rows.get(r);
            for (int i = 0; i < row.length; i++) {
                bits[r * words + (i >>> 3)] |= (row[i] & 0xffL) << (i << 3);
            }
        }
        return DesignBatch.ofBits(variables, bits);
    }

    private static DesignBatch decodeNumbers(List<byte[]> rows, int variables, int packedLength) {
        double[] values = new double[rows.size() * variables];
        for (int r = 0; r < rows.size(); r++) {
            byte[] row = rows.get(r);
            if (row.length == packedLength) {
                decodeBits(List.of(row), variables).copy(0, values, r * variables);
            } else {
                ByteBuffer.wrap(row)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asDoubleBuffer()
                        .get(values, r * variables, variables);
            }
        }
        return DesignBatch.ofValues(variables, values);
    }
}
