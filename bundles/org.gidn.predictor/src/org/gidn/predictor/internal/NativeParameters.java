// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Parameters of one network, or their gradient, in native memory, where BLAS finds them without copying. */
public final class NativeParameters implements AutoCloseable {
    private final Architecture architecture;
    private final FloatPointer memory;
    private final FloatPointer[] layers;
    private final FloatBuffer buffer;

    /** So many parameters, all 0. */
    public NativeParameters(Architecture architecture) {
        this.architecture = architecture;
        memory = new FloatPointer(architecture.parameters());
        clear();
        buffer = memory.asBuffer();
        layers = new FloatPointer[architecture.layers() + 1];
        for (int layer = 1; layer < layers.length; layer++) {
            layers[layer] = new FloatPointer(memory).position(architecture.offset(layer));
        }
    }

    /** Parameters with the given values. */
    public static NativeParameters of(Architecture architecture, float[] values) {
        NativeParameters parameters = new NativeParameters(architecture);
        parameters.buffer.put(0, values);
        return parameters;
    }

    /** The matrix of one layer, 1 for the first. */
    FloatPointer layer(int layer) {
        return layers[layer];
    }

    /** Copies the biases of one layer, 1 for the first. */
    void biases(int layer, float[] target) {
        int row = architecture.size(layer - 1) + 1;
        for (int neuron = 0; neuron < architecture.size(layer); neuron++) {
            target[neuron] = buffer.get(architecture.offset(layer) + (neuron + 1) * row - 1);
        }
    }

    /** Copies the weights of one neuron of a layer, 1 for the first, without its bias. */
    void weights(int layer, int neuron, float[] target) {
        buffer.get(offset(layer, neuron), target, 0, architecture.size(layer - 1));
    }

    /** The parameters of one neuron of a layer, 1 for the first. */
    FloatPointer neuron(int layer, int neuron) {
        return new FloatPointer(memory).position(offset(layer, neuron));
    }

    private int offset(int layer, int neuron) {
        return architecture.offset(layer) + neuron * (architecture.size(layer - 1) + 1);
    }

    /** Sets all parameters to 0. */
    public void clear() {
        memory.zero();
    }

    /** All parameters. */
    public FloatBuffer buffer() {
        return buffer;
    }

    @Override
    public void close() {
        memory.deallocate();
    }
}
