// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;

/**
 * A network of an ensemble that is to be trained in another process: all that comes of it depends on, beside the predictor's settings.
 *
 * @param member which of the ensemble it is, from 0
 * @param seed of the ensemble's training
 * @param parameters from which it begins; null for those that the seed gives, in this process only
 * @param data the ensemble's examples
 */
public record MemberTask(int member, long seed, float[] parameters, TrainingData data) {
    /** The task in the form that {@link #of} reads. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(member);
            out.writeLong(seed);
            Numbers.write(out, parameters);
            out.writeInt(data.designs().variables());
            data.designs().write(out);
            out.writeInt(data.outputs());
            for (double[] column : data.values()) {
                Numbers.write(out, column);
            }
            Numbers.write(out, data.weights());
            out.writeBoolean(data.gradients() != null);
            for (int o = 0; data.gradients() != null && o < data.outputs(); o++) {
                for (int i = 0; i < data.size(); i++) {
                    Numbers.write(out, data.gradient(o, i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads a task. */
    public static MemberTask of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int member = in.readInt();
            long seed = in.readLong();
            float[] parameters = Numbers.floats(in);
            DesignBatch designs = DesignBatch.read(in.readInt(), in);
            double[][] values = new double[in.readInt()][];
            for (int o = 0; o < values.length; o++) {
                values[o] = Numbers.doubles(in);
            }
            double[] weights = Numbers.doubles(in);
            double[][][] gradients = in.readBoolean() ? new double[values.length][designs.size()][] : null;
            for (int o = 0; gradients != null && o < gradients.length; o++) {
                for (int i = 0; i < designs.size(); i++) {
                    gradients[o][i] = Numbers.doubles(in);
                }
            }
            return new MemberTask(member, seed, parameters, new TrainingData(designs, values, gradients, weights));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
