// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The workspace in which one thread takes a few hundred samples through the whole network and back while everything stays
 * in its core's cache. Matrices have a row a sample. Activations end in a 1, by which the gradient of the biases is found
 * with that of the weights.
 *
 * <p>ReLU works on the bits of the numbers: a negative float is a negative int. Other activations, and ReLU where slopes are
 * learned, leave their derivatives for the way back. Loops over Java arrays are vectorised by the
 * virtual machine, loops over native buffers are not; so each matrix is copied to an array, changed and copied back, in
 * blocks that stay in the innermost cache meanwhile.
 */
public final class Tile implements AutoCloseable {
    static final int BLOCK = 1 << 11;

    private final Architecture architecture;
    private final int capacity;
    private final Matrix[] activations;
    /** Those of a layer and of the one before it, which take turns. */
    private final Matrix[] deltas;
    /** What dropout multiplies each activation by; null without dropout. */
    private final float[][] kept;
    /** First and second derivatives of the activations of each hidden layer; null where bits tell the first. */
    private final float[][] slopes;

    private final float[][] curvatures;
    /** What {@link SlopeTerm} adds to the deltas of each hidden layer; null where no slopes are learned. */
    private final float[][] bends;

    private final SlopeTerm slopeTerm;

    private final int[] bits = new int[BLOCK];
    private final int[] fired = new int[BLOCK];
    private final float[] floats = new float[BLOCK];
    private final float[] firstDerivatives = new float[BLOCK];
    private final float[] secondDerivatives = new float[BLOCK];
    /** The first row of a matrix as often as it fits, at least once. */
    private final float[] repeated;

    private final float[] rows;
    private final float[] outputs;

    /**
     * @param capacity the largest number of samples
     * @param dropout whether {@link #forward(NativeParameters, int, double, RandomGenerator)} will be used
     * @param learnsSlopes whether a {@link SlopeTerm} will be used
     */
    public Tile(Architecture architecture, int capacity, boolean dropout, boolean learnsSlopes) {
        this.architecture = architecture;
        this.capacity = capacity;
        int layers = architecture.layers();
        activations = new Matrix[layers + 1];
        kept = dropout ? new float[layers][] : null;
        slopes = learnsSlopes || architecture.activation() != Activation.RELU ? new float[layers][] : null;
        curvatures = learnsSlopes ? new float[layers][] : null;
        bends = learnsSlopes ? new float[layers][] : null;
        slopeTerm = learnsSlopes ? new SlopeTerm(architecture, capacity) : null;
        int widest = 0;
        for (int layer = 0; layer <= layers; layer++) {
            int columns = row(layer);
            widest = Math.max(widest, columns);
            activations[layer] = new Matrix(capacity * columns);
            for (float[][] each : new float[][][] {kept, slopes, curvatures, bends}) {
                if (each != null && layer > 0 && layer < layers) {
                    each[layer] = new float[capacity * columns];
                }
            }
        }
        repeated = new float[Math.max(BLOCK, widest)];
        deltas = new Matrix[] {new Matrix(capacity * widest), new Matrix(capacity * widest)};
        rows = new float[capacity * (architecture.inputs() + 1)];
        outputs = new float[capacity * architecture.outputs()];
    }

    /** Bytes that a workspace takes, in native memory and on the heap. */
    static long bytes(Architecture architecture, int capacity) {
        long perSample = 0;
        for (int layer = 0; layer <= architecture.layers(); layer++) {
            perSample += architecture.size(layer) + 1;
        }
        return perSample * capacity * Float.BYTES * (architecture.activation() == Activation.RELU ? 5 : 6);
    }

    public int capacity() {
        return capacity;
    }

    /** Where the inputs are to be written before {@link #load}: rows of {@code inputs + 1} numbers that end in 1. */
    public float[] rows() {
        return rows;
    }

    /** Takes the inputs of so many samples from {@link #rows()}. */
    public void load(int count) {
        activations[0].floats.put(0, rows, 0, count * (architecture.inputs() + 1));
    }

    /** Computes the network's outputs. */
    public void forward(NativeParameters parameters, int count) {
        forward(parameters, count, 0, null);
    }

    /** Computes the outputs with a share of the hidden activations dropped and the others enlarged to make up for it. */
    public void forward(NativeParameters parameters, int count, double dropout, RandomGenerator random) {
        int last = architecture.layers();
        for (int layer = 1; layer < last; layer++) {
            int row = row(layer);
            parameters.biases(layer, repeated);
            repeated[row - 1] = 1;
            repeat(row, count, activations[layer].floats);
            addProduct(parameters, layer, count);
            if (slopes == null) {
                rectify(activations[layer].ints, count * row);
            } else {
                activate(layer, count, row);
            }
            if (dropout > 0) {
                drop(layer, count, row, dropout, random);
            }
        }
        parameters.biases(last, repeated);
        repeat(architecture.outputs(), count, activations[last].floats);
        if (architecture.outputs() == 1) {
            int inputs = architecture.size(last - 1);
            Blas.addTimesVector(
                    count,
                    inputs,
                    activations[last - 1].memory,
                    inputs + 1,
                    parameters.layer(last),
                    activations[last].memory);
        } else {
            addProduct(parameters, last, count);
        }
    }

    /** Adds to the sums of a layer the product of its weights with the activations before it. */
    private void addProduct(NativeParameters parameters, int layer, int count) {
        int inputs = architecture.size(layer - 1);
        Blas.addTimesTransposed(
                count,
                architecture.size(layer),
                inputs,
                activations[layer - 1].memory,
                inputs + 1,
                parameters.layer(layer),
                inputs + 1,
                activations[layer].memory,
                row(layer));
    }

    /** Sets all rows of a matrix to the first numbers of {@link #repeated}. */
    private void repeat(int row, int count, FloatBuffer matrix) {
        int fitting = Math.min(count, repeated.length / row);
        for (int i = 1; i < fitting; i++) {
            System.arraycopy(repeated, 0, repeated, i * row, row);
        }
        for (int from = 0; from < count; from += fitting) {
            matrix.put(from * row, repeated, 0, Math.min(fitting, count - from) * row);
        }
    }

    private void rectify(IntBuffer activations, int length) {
        for (int from = 0; from < length; from += BLOCK) {
            int count = Math.min(BLOCK, length - from);
            activations.get(from, bits, 0, count);
            for (int i = 0; i < count; i++) {
                bits[i] &= ~(bits[i] >> 31);
            }
            activations.put(from, bits, 0, count);
        }
    }

    private void activate(int layer, int count, int row) {
        FloatBuffer values = activations[layer].floats;
        int length = count * row;
        for (int from = 0; from < length; from += BLOCK) {
            int size = Math.min(BLOCK, length - from);
            values.get(from, floats, 0, size);
            architecture.activation().apply(floats, firstDerivatives, secondDerivatives, size);
            values.put(from, floats, 0, size);
            System.arraycopy(firstDerivatives, 0, slopes[layer], from, size);
            if (curvatures != null) {
                System.arraycopy(secondDerivatives, 0, curvatures[layer], from, size);
                Arrays.fill(bends[layer], from, from + size, 0);
            }
        }
        for (int i = row - 1; i < length; i += row) {
            values.put(i, 1);
        }
    }

    private void drop(int layer, int count, int row, double dropout, RandomGenerator random) {
        float[] keep = kept[layer];
        int length = count * row;
        float enlarged = (float) (1 / (1 - dropout));
        int threshold = (int) (dropout * 0x1_0000);
        long pool = 0;
        for (int i = 0; i < length; i++) {
            pool = (i & 3) == 0 ? random.nextLong() : pool >>> 16;
            keep[i] = (pool & 0xFFFF) < threshold ? 0 : enlarged;
        }
        for (int i = row - 1; i < length; i += row) {
            keep[i] = 1;
        }
        scale(activations[layer], keep, length);
        for (float[][] derivatives : new float[][][] {slopes, curvatures}) {
            for (int i = 0; i < length && derivatives != null; i++) {
                derivatives[layer][i] *= keep[i];
            }
        }
    }

    private void scale(Matrix matrix, float[] factors, int length) {
        for (int from = 0; from < length; from += BLOCK) {
            int count = Math.min(BLOCK, length - from);
            matrix.floats.get(from, floats, 0, count);
            for (int i = 0; i < count; i++) {
                floats[i] *= factors[from + i];
            }
            matrix.floats.put(from, floats, 0, count);
        }
    }

    /** The outputs of each sample after those of the one before, in an array that the caller may change until the next call. */
    public float[] outputs(int count) {
        activations[architecture.layers()].floats.get(0, outputs, 0, count * architecture.outputs());
        return outputs;
    }

    /**
     * Says how much a quantity depends on each output, which stand as {@link #outputs} gives them; there {@link #backward} and
     * {@link #backwardToInputs} begin.
     */
    public void outputDeltas(float[] source, int count) {
        deltas(architecture.layers()).floats.put(0, source, 0, count * architecture.outputs());
    }

    /** Adds the gradient with respect to the parameters to another, for the samples of the last {@link #forward}. */
    public void backward(NativeParameters parameters, int count, NativeParameters gradient) {
        int last = architecture.layers();
        if (architecture.outputs() == 1) {
            Blas.addTransposedTimesVector(
                    count,
                    architecture.size(last - 1) + 1,
                    activations[last - 1].memory,
                    architecture.size(last - 1) + 1,
                    deltas(last).memory,
                    gradient.layer(last));
        } else {
            addToGradient(last, count, gradient);
        }
        for (int layer = last - 1; layer >= 1; layer--) {
            stepBack(parameters, layer + 1, count);
            addToGradient(layer, count, gradient);
        }
    }

    /** Adds the gradient with respect to a layer's parameters. */
    private void addToGradient(int layer, int count, NativeParameters gradient) {
        int inputs = architecture.size(layer - 1) + 1;
        Blas.addTransposedTimes(
                architecture.size(layer),
                inputs,
                count,
                deltas(layer).memory,
                row(layer),
                activations[layer - 1].memory,
                inputs,
                gradient.layer(layer),
                inputs);
    }

    /** Computes the gradient with respect to the inputs alone; {@code target} receives {@code inputs} numbers a sample. */
    public void backwardToInputs(NativeParameters parameters, int count, float[] target) {
        int last = architecture.layers();
        for (int layer = last; layer >= 2; layer--) {
            stepBack(parameters, layer, count);
        }
        int inputs = architecture.inputs();
        int neurons = architecture.size(1);
        deltas(0).clear(count * inputs);
        Blas.addTimes(
                count,
                inputs,
                neurons,
                deltas(1).memory,
                row(1),
                parameters.layer(1),
                inputs + 1,
                deltas(0).memory,
                inputs);
        deltas(0).floats.get(0, target, 0, count * inputs);
    }

    /** From the deltas of a layer to those of the hidden layer before it. */
    private void stepBack(NativeParameters parameters, int layer, int count) {
        int neurons = architecture.size(layer - 1);
        int length = count * (neurons + 1);
        deltas(layer - 1).clear(length);
        Blas.addTimes(
                count,
                neurons,
                architecture.size(layer),
                deltas(layer).memory,
                row(layer),
                parameters.layer(layer),
                neurons + 1,
                deltas(layer - 1).memory,
                neurons + 1);
        if (slopes != null) {
            scale(deltas(layer - 1), slopes[layer - 1], length);
            if (bends != null) {
                add(deltas(layer - 1), bends[layer - 1], length);
            }
            return;
        }
        silence(deltas(layer - 1).ints, activations[layer - 1].ints, length);
        if (kept != null) {
            scale(deltas(layer - 1), kept[layer - 1], length);
        }
    }

    private void add(Matrix matrix, float[] terms, int length) {
        for (int from = 0; from < length; from += BLOCK) {
            int count = Math.min(BLOCK, length - from);
            matrix.floats.get(from, floats, 0, count);
            for (int i = 0; i < count; i++) {
                floats[i] += terms[from + i];
            }
            matrix.floats.put(from, floats, 0, count);
        }
    }

    /** Sets the deltas of neurons that did not fire to 0. */
    private void silence(IntBuffer deltas, IntBuffer activations, int length) {
        for (int from = 0; from < length; from += BLOCK) {
            int count = Math.min(BLOCK, length - from);
            deltas.get(from, bits, 0, count);
            activations.get(from, fired, 0, count);
            for (int i = 0; i < count; i++) {
                bits[i] &= -fired[i] >> 31;
            }
            deltas.put(from, bits, 0, count);
        }
    }

    /** Learns slopes with this tile; null if it was not made for that. */
    public SlopeTerm slopeTerm() {
        return slopeTerm;
    }

    /** First derivatives of a hidden layer's activations, a row a sample. */
    float[] slopes(int layer) {
        return slopes[layer];
    }

    /** Second derivatives of a hidden layer's activations, a row a sample. */
    float[] curvatures(int layer) {
        return curvatures[layer];
    }

    /** What joins the deltas of a hidden layer on their way back; 0 after each {@link #forward}. */
    float[] bends(int layer) {
        return bends[layer];
    }

    /** Numbers in a row of a layer's activations and deltas. */
    private int row(int layer) {
        return architecture.size(layer) + (layer < architecture.layers() ? 1 : 0);
    }

    private Matrix deltas(int layer) {
        return deltas[layer & 1];
    }

    @Override
    public void close() {
        if (slopeTerm != null) {
            slopeTerm.close();
        }
        for (Matrix matrix : activations) {
            matrix.close();
        }
        for (Matrix matrix : deltas) {
            matrix.close();
        }
    }
}
