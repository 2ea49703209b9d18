// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.gidn.core.evaluation.Evaluations;

/**
 * What a worker gives for a chunk.
 *
 * @param chunk what was asked
 * @param worker who answers
 * @param nanos how long the evaluation took
 * @param results the values; null if the evaluator refused or failed
 * @param refused whether the evaluator refused the designs as invalid input
 * @param error what the evaluator said or threw; null if there are results
 */
public record Answer(Chunk chunk, String worker, long nanos, Evaluations results, boolean refused, String error) {
    /** The answer as a file. */
    public byte[] bytes() {
        return Frame.of(out -> {
            chunk.write(out);
            Frame.text(out, worker);
            out.writeLong(nanos);
            out.writeBoolean(refused);
            Frame.text(out, error);
            if (results != null) {
                write(out);
            }
        });
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeInt(results.outputs());
        for (int i = 0; i < results.size(); i++) {
            Frame.text(out, results.failure(i));
            for (int output = 0; output < results.outputs(); output++) {
                out.writeLong(Double.doubleToRawLongBits(results.measured(i, output)));
            }
            double[] gradient = results.gradient(i);
            out.writeInt(gradient == null ? -1 : gradient.length);
            for (int j = 0; gradient != null && j < gradient.length; j++) {
                out.writeLong(Double.doubleToRawLongBits(gradient[j]));
            }
        }
    }

    /**
     * Reads what {@link #bytes} gave.
     *
     * @throws IOException if it is no answer, or not all of one
     */
    public static Answer of(byte[] bytes) throws IOException {
        DataInputStream in = Frame.open(bytes);
        Chunk chunk = Chunk.read(in);
        String worker = Frame.text(in);
        long nanos = in.readLong();
        boolean refused = in.readBoolean();
        String error = Frame.text(in);
        return new Answer(
                chunk, worker, nanos, error == null ? read(in, chunk.designs().size()) : null, refused, error);
    }

    private static Evaluations read(DataInputStream in, int size) throws IOException {
        int outputs = in.readInt();
        Evaluations results = new Evaluations(size, outputs);
        for (int i = 0; i < size; i++) {
            String failure = Frame.text(in);
            if (failure != null) {
                results.fail(i, failure);
            }
            for (int output = 0; output < outputs; output++) {
                results.set(i, output, Double.longBitsToDouble(in.readLong()));
            }
            int length = in.readInt();
            if (length >= 0) {
                double[] gradient = new double[length];
                for (int j = 0; j < length; j++) {
                    gradient[j] = Double.longBitsToDouble(in.readLong());
                }
                results.setGradient(i, gradient);
            }
        }
        return results;
    }

    /** Where the values differ from those of another answer to the same chunk, in words; null if they are equal bit for bit. */
    public String difference(Answer other) {
        for (int i = 0; i < results.size(); i++) {
            if (results.failure(i) == null ^ other.results.failure(i) == null) {
                return "canary design " + (i + 1) + " has a value on one of them only";
            }
            for (int output = 0; output < results.outputs(); output++) {
                double mine = results.measured(i, output);
                double theirs = other.results.measured(i, output);
                if (differ(mine, theirs)) {
                    return "canary design " + (i + 1) + " has " + mine + " instead of " + theirs;
                }
            }
            double[] mine = results.gradient(i);
            double[] theirs = other.results.gradient(i);
            for (int j = 0; mine != null && theirs != null && j < mine.length; j++) {
                if (differ(mine[j], theirs[j])) {
                    return "the gradient of canary design " + (i + 1) + " has " + mine[j] + " instead of " + theirs[j];
                }
            }
        }
        return null;
    }

    private static boolean differ(double a, double b) {
        return Double.doubleToLongBits(a) != Double.doubleToLongBits(b);
    }
}
