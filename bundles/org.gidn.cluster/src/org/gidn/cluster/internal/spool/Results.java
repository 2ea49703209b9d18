// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.gidn.core.evaluation.Evaluations;

/** What comes of {@link Work}, a result an item. */
public sealed interface Results {
    /** Takes over a result of others of the same kind. */
    void put(int item, Results from, int other);

    /** Where they differ from others of the same work, in words; null if they are equal bit for bit. */
    String difference(Results other);

    void write(DataOutputStream out) throws IOException;

    /** Reads what {@link #write} wrote for some work. */
    static Results read(DataInputStream in, Work work) throws IOException {
        return work instanceof Work.Designs ? Values.read(in, work.size()) : Outcomes.read(in, work.size());
    }

    /** The values of designs. */
    record Values(Evaluations evaluations) implements Results {
        @Override
        public void put(int item, Results from, int other) {
            Evaluations values = ((Values) from).evaluations;
            if (values.failure(other) != null) {
                evaluations.fail(item, values.failure(other));
                return;
            }
            for (int output = 0; output < values.outputs(); output++) {
                evaluations.set(item, output, values.measured(other, output));
            }
            if (values.gradient(other) != null) {
                evaluations.setGradient(item, values.gradient(other));
            }
        }

        @Override
        public String difference(Results other) {
            Evaluations others = ((Values) other).evaluations;
            for (int i = 0; i < evaluations.size(); i++) {
                if (evaluations.failure(i) == null ^ others.failure(i) == null) {
                    return "canary design " + (i + 1) + " has a value on one of them only";
                }
                for (int output = 0; output < evaluations.outputs(); output++) {
                    double mine = evaluations.measured(i, output);
                    double theirs = others.measured(i, output);
                    if (differ(mine, theirs)) {
                        return "canary design " + (i + 1) + " has " + mine + " instead of " + theirs;
                    }
                }
                double[] mine = evaluations.gradient(i);
                double[] theirs = others.gradient(i);
                for (int j = 0; mine != null && theirs != null && j < mine.length; j++) {
                    if (differ(mine[j], theirs[j])) {
                        return "the gradient of canary design " + (i + 1) + " has " + mine[j] + " instead of "
                                + theirs[j];
                    }
                }
            }
            return null;
        }

        private static boolean differ(double a, double b) {
            return Double.doubleToLongBits(a) != Double.doubleToLongBits(b);
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeInt(evaluations.outputs());
            for (int i = 0; i < evaluations.size(); i++) {
                Frame.text(out, evaluations.failure(i));
                for (int output = 0; output < evaluations.outputs(); output++) {
                    out.writeLong(Double.doubleToRawLongBits(evaluations.measured(i, output)));
                }
                double[] gradient = evaluations.gradient(i);
                out.writeInt(gradient == null ? -1 : gradient.length);
                for (int j = 0; gradient != null && j < gradient.length; j++) {
                    out.writeLong(Double.doubleToRawLongBits(gradient[j]));
                }
            }
        }

        private static Values read(DataInputStream in, int size) throws IOException {
            int outputs = in.readInt();
            Evaluations values = new Evaluations(size, outputs);
            for (int i = 0; i < size; i++) {
                String failure = Frame.text(in);
                if (failure != null) {
                    values.fail(i, failure);
                }
                for (int output = 0; output < outputs; output++) {
                    values.set(i, output, Double.longBitsToDouble(in.readLong()));
                }
                int length = in.readInt();
                if (length >= 0) {
                    double[] gradient = new double[length];
                    for (int j = 0; j < length; j++) {
                        gradient[j] = Double.longBitsToDouble(in.readLong());
                    }
                    values.setGradient(i, gradient);
                }
            }
            return new Values(values);
        }
    }

    /** What came of pieces; null where nothing has yet. */
    record Outcomes(byte[][] bytes) implements Results {
        @Override
        public void put(int item, Results from, int other) {
            bytes[item] = ((Outcomes) from).bytes[other];
        }

        @Override
        public String difference(Results other) {
            return Arrays.deepEquals(bytes, ((Outcomes) other).bytes) ? null : "a piece made for trial differs";
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            for (byte[] outcome : bytes) {
                Frame.bytes(out, outcome);
            }
        }

        private static Outcomes read(DataInputStream in, int size) throws IOException {
            byte[][] bytes = new byte[size][];
            for (int i = 0; i < size; i++) {
                bytes[i] = Frame.bytes(in);
            }
            return new Outcomes(bytes);
        }
    }
}
