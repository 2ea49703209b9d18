// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;

/**
 * A network to be studied: all that its result depends on beside the study's settings.
 *
 * @param layers number of hidden layers
 * @param neurons neurons of each
 * @param seed of its training
 * @param learned how many of the designs it learns from, the first ones; the others are held back
 * @param designs the designs
 * @param values one a design
 */
record Structure(int layers, int neurons, long seed, int learned, DesignBatch designs, double[] values) {
    TrainingData training() {
        return part(0, learned);
    }

    TrainingData test() {
        return part(learned, values.length);
    }

    private TrainingData part(int from, int to) {
        return new TrainingData(designs.slice(from, to), Arrays.copyOfRange(values, from, to));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(layers);
            out.writeInt(neurons);
            out.writeLong(seed);
            out.writeInt(learned);
            out.writeInt(designs.variables());
            designs.write(out);
            for (double value : values) {
                out.writeDouble(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} gave. */
    static Structure of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layers = in.readInt();
            int neurons = in.readInt();
            long seed = in.readLong();
            int learned = in.readInt();
            DesignBatch designs = DesignBatch.read(in.readInt(), in);
            double[] values = new double[designs.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
            return new Structure(layers, neurons, seed, learned, designs, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
