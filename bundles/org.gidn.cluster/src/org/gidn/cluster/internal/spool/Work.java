// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.spool;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;

/** What is asked of workers: items each of which has a result of its own. */
public sealed interface Work {
    /** How many items there are. */
    int size();

    /** What an item is called, in the plural. */
    String items();

    /** By what an item is known as the same in other work: all that its result depends on, beside who does it. */
    RowKey key(int item);

    /** Some of the items. */
    Work select(int[] items);

    /**
     * Results that are still to come.
     *
     * @param outputs how many values a design has
     */
    Results empty(int outputs);

    void write(DataOutputStream out) throws IOException;

    /** Reads what {@link #write} wrote. */
    static Work read(DataInputStream in) throws IOException {
        return in.readBoolean() ? Designs.read(in) : Pieces.read(in);
    }

    /**
     * Designs to be evaluated.
     *
     * @param designs some designs
     * @param gradients whether with gradients
     * @param noise the chance in their measurements; null where there is none
     */
    record Designs(DesignBatch designs, boolean gradients, Noise noise) implements Work {
        /** What is to be done of a task. */
        public static Designs of(Task task) {
            return new Designs(task.designs(), task.gradients(), task.noise());
        }

        /** The same as a task for an evaluator. */
        public Task task(EvaluatorSource evaluator) {
            return new Task(evaluator, designs, gradients, noise);
        }

        @Override
        public int size() {
            return designs.size();
        }

        @Override
        public String items() {
            return "designs";
        }

        @Override
        public RowKey key(int design) {
            return RowKey.of(this, design);
        }

        @Override
        public Designs select(int[] some) {
            Noise chosen = noise == null
                    ? null
                    : new Noise(
                            Arrays.stream(some).mapToLong(i -> noise.seeds()[i]).toArray());
            return new Designs(designs.select(some), gradients, chosen);
        }

        @Override
        public Results empty(int outputs) {
            return new Results.Values(new Evaluations(size(), outputs));
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeBoolean(true);
            out.writeBoolean(gradients);
            out.writeBoolean(noise != null);
            out.writeInt(designs.variables());
            designs.write(out);
            for (int i = 0; noise != null && i < designs.size(); i++) {
                out.writeLong(noise.seeds()[i]);
            }
        }

        private static Designs read(DataInputStream in) throws IOException {
            boolean gradients = in.readBoolean();
            boolean noisy = in.readBoolean();
            DesignBatch designs = DesignBatch.read(in.readInt(), in);
            return new Designs(designs, gradients, noisy ? new Noise(longs(in, designs.size())) : null);
        }

        private static long[] longs(DataInputStream in, int count) throws IOException {
            long[] longs = new long[count];
            for (int i = 0; i < count; i++) {
                longs[i] = in.readLong();
            }
            return longs;
        }
    }

    /**
     * Pieces of a method's own work.
     *
     * @param inputs see {@link org.gidn.core.execution.PieceWork}
     */
    record Pieces(List<byte[]> inputs) implements Work {
        public Pieces {
            inputs = List.copyOf(inputs);
        }

        @Override
        public int size() {
            return inputs.size();
        }

        @Override
        public String items() {
            return "pieces";
        }

        @Override
        public RowKey key(int piece) {
            return RowKey.of(inputs.get(piece));
        }

        @Override
        public Pieces select(int[] some) {
            return new Pieces(Arrays.stream(some).mapToObj(inputs::get).toList());
        }

        @Override
        public Results empty(int outputs) {
            return new Results.Outcomes(new byte[size()][]);
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeBoolean(false);
            out.writeInt(size());
            for (byte[] input : inputs) {
                Frame.bytes(out, input);
            }
        }

        private static Pieces read(DataInputStream in) throws IOException {
            int size = in.readInt();
            List<byte[]> inputs = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                inputs.add(Frame.bytes(in));
            }
            return new Pieces(inputs);
        }
    }
}
