// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The shape of a multilayer perceptron, and where its parameters stand. A layer's parameters are a matrix
 * with one row a neuron; a row holds the weights of the neuron's inputs and its bias as the last entry, so that one matrix
 * product with inputs that end in 1 gives the gradient of both. All layers stand one after the other.
 */
public final class Architecture {
    private final int[] sizes;
    private final Activation activation;
    private final long[] offsets;

    /** A network of one output whose hidden layers are ReLU. */
    public Architecture(int inputs, int[] hidden) {
        this(inputs, hidden, 1, Activation.RELU);
    }

    /** A network of the given numbers of inputs, of neurons of each hidden layer and of outputs. */
    public Architecture(int inputs, int[] hidden, int outputs, Activation activation) {
        this.activation = activation;
        sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = outputs;
        offsets = new long[sizes.length];
        for (int layer = 1; layer < sizes.length; layer++) {
            offsets[layer] = offsets[layer - 1] + (long) sizes[layer] * (sizes[layer - 1] + 1);
        }
    }

    /** The number of inputs. */
    public int inputs() {
        return sizes[0];
    }

    /** The number of outputs. */
    public int outputs() {
        return sizes[sizes.length - 1];
    }

    /** What the neurons of hidden layers do. */
    public Activation activation() {
        return activation;
    }

    /** The number of layers that have weights: the hidden ones and the output. */
    public int layers() {
        return sizes.length - 1;
    }

    /** The number of neurons of each hidden layer. */
    public int[] hidden() {
        return Arrays.copyOfRange(sizes, 1, sizes.length - 1);
    }

    /** The number of values that leave a layer, 1 for the first; that of layer 0 is the number of inputs. */
    public int size(int layer) {
        return sizes[layer];
    }

    /** Where the parameters of a layer begin, 1 for the first layer. */
    public int offset(int layer) {
        return (int) offsets[layer - 1];
    }

    /** The number of all weights and biases; may be more than an array holds. */
    public long parameters() {
        return offsets[offsets.length - 1];
    }

    /** The number of weights of the first layer, without biases. */
    public long firstLayerWeights() {
        return (long) sizes[0] * sizes[1];
    }

    /**
     * Draws initial parameters: uniform within ±1/√inputs of each layer, biases too (LeCun et al. 1998, as PyTorch's linear
     * layers do).
     */
    public float[] initialParameters(RandomGenerator random) {
        float[] parameters = new float[Math.toIntExact(parameters())];
        for (int layer = 1; layer <= layers(); layer++) {
            double bound = 1 / Math.sqrt(sizes[layer - 1]);
            for (int i = offset(layer); i < offsets[layer]; i++) {
                parameters[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
        return parameters;
    }

    /** The same parameters in DL4J's order: of each layer first all weights, then all biases. */
    public float[] toDl4j(float[] parameters) {
        return reorder(parameters, true);
    }

    /** The reverse of {@link #toDl4j}. */
    public float[] fromDl4j(float[] flat) {
        return reorder(flat, false);
    }

    private float[] reorder(float[] source, boolean toDl4j) {
        float[] target = new float[source.length];
        for (int layer = 1; layer <= layers(); layer++) {
            int inputs = sizes[layer - 1];
            for (int neuron = 0; neuron < sizes[layer]; neuron++) {
                int own = offset(layer) + neuron * (inputs + 1);
                int weights = offset(layer) + neuron * inputs;
                int bias = offset(layer) + sizes[layer] * inputs + neuron;
                System.arraycopy(source, toDl4j ? own : weights, target, toDl4j ? weights : own, inputs);
                target[toDl4j ? bias : own + inputs] = source[toDl4j ? own + inputs : bias];
            }
        }
        return target;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Architecture that && activation == that.activation && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** In words, e.g. {@code 32 → 6 × 64 → 1}. */
    @Override
    public String toString() {
        int[] hidden = hidden();
        boolean equal = Arrays.stream(hidden).distinct().count() == 1;
        String middle = equal ? hidden.length + " × " + hidden[0] : Arrays.toString(hidden);
        return sizes[0] + " → " + middle + " → " + outputs();
    }
}
