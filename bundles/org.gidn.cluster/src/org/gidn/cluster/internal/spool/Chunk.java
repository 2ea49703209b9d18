// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;

/**
 * Designs that one worker takes at a time.
 *
 * @param name under which it lies in the spool
 * @param designs some designs
 * @param gradients whether with gradients
 * @param noise the chance in their measurements; null where there is none
 */
public record Chunk(String name, DesignBatch designs, boolean gradients, Noise noise) {
    /** What is to be done of a task. */
    public static Chunk of(String name, Task task) {
        return new Chunk(name, task.designs(), task.gradients(), task.noise());
    }

    /** The same as a task for an evaluator. */
    public Task task(EvaluatorSource evaluator) {
        return new Task(evaluator, designs, gradients, noise);
    }

    /** The chunk as a file. */
    public byte[] bytes() {
        return Frame.of(this::write);
    }

    /**
     * Reads what {@link #bytes} gave.
     *
     * @throws IOException if it is no chunk, or not all of one
     */
    public static Chunk of(byte[] bytes) throws IOException {
        return read(Frame.open(bytes));
    }

    void write(DataOutputStream out) throws IOException {
        Frame.text(out, name);
        out.writeBoolean(gradients);
        out.writeBoolean(noise != null);
        out.writeBoolean(designs.packed());
        out.writeInt(designs.variables());
        out.writeInt(designs.size());
        int words = designs.packed() ? DesignBatch.words(designs.variables()) : designs.variables();
        for (int i = 0; i < designs.size(); i++) {
            for (int j = 0; j < words; j++) {
                out.writeLong(designs.packed() ? designs.word(i, j) : Double.doubleToRawLongBits(designs.value(i, j)));
            }
        }
        for (int i = 0; noise != null && i < designs.size(); i++) {
            out.writeLong(noise.seeds()[i]);
        }
    }

    static Chunk read(DataInputStream in) throws IOException {
        String name = Frame.text(in);
        boolean gradients = in.readBoolean();
        boolean noisy = in.readBoolean();
        boolean packed = in.readBoolean();
        int variables = in.readInt();
        int size = in.readInt();
        int words = packed ? DesignBatch.words(variables) : variables;
        DesignBatch designs;
        if (packed) {
            designs = DesignBatch.ofBits(variables, longs(in, size * words));
        } else {
            double[] values = new double[size * words];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.longBitsToDouble(in.readLong());
            }
            designs = DesignBatch.ofValues(variables, values);
        }
        return new Chunk(name, designs, gradients, noisy ? new Noise(longs(in, size)) : null);
    }

    private static long[] longs(DataInputStream in, int count) throws IOException {
        long[] longs = new long[count];
        for (int i = 0; i < count; i++) {
            longs[i] = in.readLong();
        }
        return longs;
    }

    /** By what one of the designs is known as the same in another chunk: all that its values depend on. */
    public RowKey key(int design) {
        return RowKey.of(task(null), design);
    }
}
