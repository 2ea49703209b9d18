// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * Any number of designs with the same number of variables. Binary designs are packed, one bit a variable, so that a
 * million designs of 128 variables take 16 MB; others are kept as doubles. Immutable, if the arrays given to it are left
 * alone.
 *
 * @since 1.0
 */
public final class DesignBatch {
    private final int variables;
    private final int from;
    private final int size;
    /** Packed designs, {@link #words} a design; null if dense. */
    private final long[] bits;
    /** Dense designs, {@link #variables} a design; null if packed. */
    private final double[] values;

    private DesignBatch(int variables, int from, int size, long[] bits, double[] values) {
        this.variables = variables;
        this.from = from;
        this.size = size;
        this.bits = bits;
        this.values = values;
    }

    /**
     * Designs given as numbers.
     *
     * @param variables number of variables of a design
     * @param values all designs one after the other; not copied
     * @throws InvalidInputException if the length is no multiple of the number of variables
     */
    public static DesignBatch ofValues(int variables, double[] values) {
        return new DesignBatch(variables, 0, checkedSize(variables, values.length, variables), null, values);
    }

    /**
     * Binary designs given as bits: variable {@code j} of a design is bit {@code j % 64} of its word {@code j / 64}; unused
     * bits are 0.
     *
     * @param variables number of variables of a design
     * @param bits {@link #words(int)} words a design, all designs one after the other; not copied
     * @throws InvalidInputException if the length is no multiple of the number of words
     */
    public static DesignBatch ofBits(int variables, long[] bits) {
        return new DesignBatch(variables, 0, checkedSize(variables, bits.length, words(variables)), bits, null);
    }

    private static int checkedSize(int variables, int length, int stride) {
        if (variables < 1 || length % stride != 0) {
            throw new InvalidInputException("An array of " + length + " entries holds no whole number of designs of "
                    + variables + " variables.");
        }
        return length / stride;
    }

    /** The number of 64-bit words that a packed design of so many variables takes. */
    public static int words(int variables) {
        return (variables + 63) >>> 6;
    }

    /** The designs of all batches, in order; packed if all of them are. */
    public static DesignBatch join(List<DesignBatch> batches) {
        int variables = batches.get(0).variables;
        int size = 0;
        boolean packed = true;
        for (DesignBatch batch : batches) {
            if (batch.variables != variables) {
                throw new InvalidInputException(
                        "Designs of " + variables + " and of " + batch.variables + " variables cannot be joined.");
            }
            size = Math.addExact(size, batch.size);
            packed &= batch.bits != null;
        }
        int stride = packed ? words(variables) : variables;
        long[] bits = packed ? new long[size * stride] : null;
        double[] values = packed ? null : new double[size * stride];
        int at = 0;
        for (DesignBatch batch : batches) {
            if (packed) {
                System.arraycopy(batch.bits, batch.from * stride, bits, at * stride, batch.size * stride);
            } else {
                for (int i = 0; i < batch.size; i++) {
                    batch.copy(i, values, (at + i) * stride);
                }
            }
            at += batch.size;
        }
        return new DesignBatch(variables, 0, size, bits, values);
    }

    /** The number of designs. */
    public int size() {
        return size;
    }

    /** The number of variables of a design. */
    public int variables() {
        return variables;
    }

    /** Whether the designs are packed, and so binary for certain. */
    public boolean packed() {
        return bits != null;
    }

    /** The value of one variable of one design. */
    public double value(int design, int variable) {
        if (bits == null) {
            return values[(from + design) * variables + variable];
        }
        return bits[(from + design) * words(variables) + (variable >>> 6)] >>> variable & 1;
    }

    /**
     * One word of a packed design.
     *
     * @throws IllegalStateException if the designs are not {@link #packed()}
     */
    public long word(int design, int word) {
        if (bits == null) {
            throw new IllegalStateException("dense designs have no words");
        }
        return bits[(from + design) * words(variables) + word];
    }

    /** Copies one design to {@code target[offset …]}. */
    public void copy(int design, double[] target, int offset) {
        if (bits == null) {
            System.arraycopy(values, (from + design) * variables, target, offset, variables);
            return;
        }
        int word = (from + design) * words(variables);
        for (int j = 0; j < variables; j++) {
            target[offset + j] = bits[word + (j >>> 6)] >>> j & 1;
        }
    }

    /** Copies one design to {@code target[offset …]}. */
    public void copy(int design, float[] target, int offset) {
        for (int j = 0; j < variables; j++) {
            target[offset + j] = (float) value(design, j);
        }
    }

    /** One design as numbers. */
    public double[] toArray(int design) {
        double[] copy = new double[variables];
        copy(design, copy, 0);
        return copy;
    }

    /** The designs {@code start … end − 1}, sharing this batch's memory. */
    public DesignBatch slice(int start, int end) {
        if (start < 0 || end < start || end > size) {
            throw new IndexOutOfBoundsException(start + " … " + end + " of " + size);
        }
        return new DesignBatch(variables, from + start, end - start, bits, values);
    }

    /** The designs of the given indices, in that order. */
    public DesignBatch select(int[] indices) {
        int stride = bits != null ? words(variables) : variables;
        long[] chosenBits = bits != null ? new long[indices.length * stride] : null;
        double[] chosenValues = bits != null ? null : new double[indices.length * stride];
        for (int i = 0; i < indices.length; i++) {
            if (bits != null) {
                System.arraycopy(bits, (from + indices[i]) * stride, chosenBits, i * stride, stride);
            } else {
                System.arraycopy(values, (from + indices[i]) * stride, chosenValues, i * stride, stride);
            }
        }
        return new DesignBatch(variables, 0, indices.length, chosenBits, chosenValues);
    }

    /** Writes the designs as numbers, all but how many variables they have; {@link #read} is the reverse, to the same bits. */
    public void write(DataOutput out) throws IOException {
        int stride = packed() ? words(variables) : variables;
        out.writeBoolean(packed());
        out.writeInt(size() * stride);
        for (int design = 0; design < size(); design++) {
            for (int k = 0; k < stride; k++) {
                out.writeLong(packed() ? word(design, k) : Double.doubleToRawLongBits(value(design, k)));
            }
        }
    }

    /** Reads what {@link #write} has written of designs of so many variables. */
    public static DesignBatch read(int variables, DataInput in) throws IOException {
        boolean packed = in.readBoolean();
        int length = in.readInt();
        long[] bits = new long[packed ? length : 0];
        double[] values = new double[packed ? 0 : length];
        for (int i = 0; i < length; i++) {
            if (packed) {
                bits[i] = in.readLong();
            } else {
                values[i] = in.readDouble();
            }
        }
        return packed ? ofBits(variables, bits) : ofValues(variables, values);
    }
}
