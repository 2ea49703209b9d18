// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The part of the loss that compares the network's slopes with respect to its inputs with those that are known (Czarnecki et al.
 * 2017), and its exact gradient, for one tile of samples.
 *
 * <p>With the deltas δ of an output, the slopes are {@code G = δ₁ W₁}. If r is the derivative of the term with respect to G, its
 * gradient is that of {@code r · G} with r held, which is also the output's derivative in the direction r: ṡ = ȧ W, ȧ = ṡ φ′
 * from layer to layer, beginning with ȧ₀ = r. So a weight's gradient is {@code δᵀ ȧ}; and as φ′ depends on the sums too, {@code
 * ṡ φ″ · (δ/φ′)} joins the deltas of the values on their way back. Used by one thread.
 */
public final class SlopeTerm implements AutoCloseable {
    private static final int BLOCK = Tile.BLOCK;

    private final Architecture architecture;
    /** Deltas of each hidden layer; one output's samples after those of another. */
    private final Matrix[] deltas;
    /** The same before they were multiplied with the slopes of the activations. */
    private final float[][] upstream;

    private final Matrix slopes;
    /** Derivatives in the direction of the errors, in a layer and the one before it. */
    private final Matrix[] directions;

    private final FloatPointer ones;
    private final float[] floats = new float[BLOCK];
    private final float[] errors;
    private final float[] row;

    /** @param capacity the largest number of samples */
    SlopeTerm(Architecture architecture, int capacity) {
        this.architecture = architecture;
        int rows = capacity * architecture.outputs();
        int last = architecture.layers();
        deltas = new Matrix[last];
        upstream = new float[last][];
        int widest = architecture.inputs() + 1;
        for (int layer = 1; layer < last; layer++) {
            widest = Math.max(widest, row(layer));
            deltas[layer] = new Matrix(rows * row(layer));
            upstream[layer] = new float[rows * row(layer)];
        }
        slopes = new Matrix(rows * architecture.inputs());
        directions = new Matrix[] {new Matrix(rows * widest), new Matrix(rows * widest)};
        errors = new float[rows * architecture.inputs()];
        row = new float[widest];
        float[] all = new float[capacity];
        Arrays.fill(all, 1);
        ones = new FloatPointer(all);
    }

    /** Bytes that it takes, in native memory and on the heap. */
    static long bytes(Architecture architecture, int capacity) {
        return 2 * Tile.bytes(architecture, capacity) * architecture.outputs();
    }

    /** Says how far off slopes are. */
    @FunctionalInterface
    public interface Errors {
        /**
         * Replaces slopes by the derivatives of the loss with respect to them.
         *
         * @param slopes those of an output for sample {@code i} stand from {@code (output · count + i) · inputs} on
         */
        void replace(float[] slopes);
    }

    /**
     * Adds the gradient of the term with respect to the parameters as far as it does not pass through the sums of the layers;
     * that part is left in the tile, where {@link Tile#backward} takes it along.
     *
     * @param tile after its {@link Tile#forward} of so many samples
     */
    public void add(Tile tile, NativeParameters parameters, int count, Errors term, NativeParameters gradient) {
        int rows = count * architecture.outputs();
        backward(tile, parameters, count);
        int inputs = architecture.inputs();
        slopes.clear(rows * inputs);
        Blas.addTimes(
                rows,
                inputs,
                architecture.size(1),
                deltas[1].memory,
                row(1),
                parameters.layer(1),
                inputs + 1,
                slopes.memory,
                inputs);
        slopes.floats.get(0, errors, 0, rows * inputs);
        term.replace(errors);
        slopes.floats.put(0, errors, 0, rows * inputs);
        alongErrors(tile, parameters, count, gradient);
    }

    /** From each output back to the first layer. */
    private void backward(Tile tile, NativeParameters parameters, int count) {
        int last = architecture.layers();
        int rows = count * architecture.outputs();
        for (int layer = last - 1; layer >= 1; layer--) {
            int length = rows * row(layer);
            if (layer == last - 1) {
                for (int o = 0; o < architecture.outputs(); o++) {
                    parameters.weights(last, o, row);
                    row[row(layer) - 1] = 0;
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(row, 0, upstream[layer], (o * count + i) * row(layer), row(layer));
                    }
                }
            } else {
                deltas[layer].clear(length);
                Blas.addTimes(
                        rows,
                        architecture.size(layer),
                        architecture.size(layer + 1),
                        deltas[layer + 1].memory,
                        row(layer + 1),
                        parameters.layer(layer + 1),
                        row(layer),
                        deltas[layer].memory,
                        row(layer));
                deltas[layer].floats.get(0, upstream[layer], 0, length);
            }
            times(upstream[layer], tile.slopes(layer), count * row(layer), length, deltas[layer]);
        }
    }

    /** Products of two arrays, of which the second is used again for each output. */
    private void times(float[] one, float[] other, int otherLength, int length, Matrix target) {
        for (int output = 0; output < length; output += otherLength) {
            for (int from = 0; from < otherLength; from += BLOCK) {
                int size = Math.min(BLOCK, otherLength - from);
                int at = output + from;
                for (int i = 0; i < size; i++) {
                    floats[i] = one[at + i] * other[from + i];
                }
                target.floats.put(at, floats, 0, size);
            }
        }
    }

    /** From the errors of the slopes forward to the outputs. */
    private void alongErrors(Tile tile, NativeParameters parameters, int count, NativeParameters gradient) {
        int last = architecture.layers();
        int rows = count * architecture.outputs();
        Matrix direction = slopes;
        int stride = architecture.inputs();
        for (int layer = 1; layer < last; layer++) {
            int neurons = architecture.size(layer);
            int inputs = architecture.size(layer - 1);
            Blas.addTransposedTimes(
                    neurons,
                    inputs,
                    rows,
                    deltas[layer].memory,
                    row(layer),
                    direction.memory,
                    stride,
                    gradient.layer(layer),
                    inputs + 1);
            Matrix next = directions[layer & 1];
            next.clear(rows * row(layer));
            Blas.addTimesTransposed(
                    rows,
                    neurons,
                    inputs,
                    direction.memory,
                    stride,
                    parameters.layer(layer),
                    inputs + 1,
                    next.memory,
                    row(layer));
            bend(tile, layer, count, next);
            direction = next;
            stride = row(layer);
        }
        for (int o = 0; o < architecture.outputs(); o++) {
            FloatPointer samples = new FloatPointer(direction.memory).position((long) o * count * stride);
            Blas.addTransposedTimesVector(count, stride - 1, samples, stride, ones, gradient.neuron(last, o));
        }
    }

    /** Through a layer's activations; what the bend of these does to the slopes is left in the tile. */
    private void bend(Tile tile, int layer, int count, Matrix direction) {
        int length = count * row(layer);
        float[] first = tile.slopes(layer);
        float[] second = tile.curvatures(layer);
        float[] bends = tile.bends(layer);
        for (int output = 0; output < architecture.outputs(); output++) {
            for (int from = 0; from < length; from += BLOCK) {
                int size = Math.min(BLOCK, length - from);
                int at = output * length + from;
                float[] back = upstream[layer];
                direction.floats.get(at, floats, 0, size);
                for (int i = 0; i < size; i++) {
                    bends[from + i] += floats[i] * second[from + i] * back[at + i];
                }
                for (int i = 0; i < size; i++) {
                    floats[i] *= first[from + i];
                }
                direction.floats.put(at, floats, 0, size);
            }
        }
    }

    /** Numbers in a row of a hidden layer, of which the last is for the bias and 0 here. */
    private int row(int layer) {
        return architecture.size(layer) + 1;
    }

    @Override
    public void close() {
        for (int layer = 1; layer < deltas.length; layer++) {
            deltas[layer].close();
        }
        slopes.close();
        directions[0].close();
        directions[1].close();
        ones.deallocate();
    }
}
