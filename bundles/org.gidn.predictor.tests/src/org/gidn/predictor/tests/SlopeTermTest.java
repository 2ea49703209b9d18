// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.predictor.internal.Activation;
import org.gidn.predictor.internal.Architecture;
import org.gidn.predictor.internal.NativeParameters;
import org.gidn.predictor.internal.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient of values and slopes together is that of a plain network in double precision, by differences of its loss. */
class SlopeTermTest {
    private static final double STEP = 1e-5;
    private static final double RELATIVE = 2e-4;

    private Architecture architecture;
    private Activation activation;
    private double[] parameters;
    private double[][] x;
    private double[][] values;
    private double[][][] slopes;

    @ParameterizedTest(name = "{0}: {1} layers of {2} neurons, {3} inputs, {4} outputs, {5} samples")
    @CsvSource({
        "SILU, 1, 3, 2, 1, 1",
        "SILU, 2, 9, 5, 1, 20",
        "SILU, 3, 6, 4, 3, 33",
        "TANH, 2, 7, 5, 2, 17",
        "TANH, 4, 5, 3, 1, 9",
        "RELU, 2, 8, 5, 1, 10",
        "SILU, 2, 64, 32, 1, 40"
    })
    void isThatOfTheWholeLoss(String name, int layers, int neurons, int inputs, int outputs, int samples) {
        draw(Activation.valueOf(name), layers, neurons, inputs, outputs, samples);
        double[] ours = ours();
        double largest = Arrays.stream(ours).map(Math::abs).max().orElseThrow();
        // Of a large network every 97th parameter is looked at.
        int stride = ours.length > 1000 ? 97 : 1;
        for (int i = 0; i < ours.length; i += stride) {
            double kept = parameters[i];
            parameters[i] = kept + STEP;
            double above = loss();
            parameters[i] = kept - STEP;
            double below = loss();
            parameters[i] = kept;
            assertEquals((above - below) / (2 * STEP), ours[i], RELATIVE * largest, "parameter " + i);
        }
    }

    @Test
    void dropsTheSameNeuronsFromValuesAndSlopes() {
        draw(Activation.SILU, 2, 9, 5, 2, 20);
        double dropout = 0.3;
        double[] ours = new double[parameters.length];
        lossOfTile(dropout, ours);
        double largest = Arrays.stream(ours).map(Math::abs).max().orElseThrow();
        double step = 1.0 / 256;
        for (int i = 0; i < ours.length; i++) {
            double kept = parameters[i];
            parameters[i] = kept + step;
            double above = lossOfTile(dropout, null);
            parameters[i] = kept - step;
            double below = lossOfTile(dropout, null);
            parameters[i] = kept;
            assertEquals((above - below) / (2 * step), ours[i], 0.003 * largest, "parameter " + i);
        }
    }

    /** The squared errors as the tile itself computes them, always with the same neurons dropped. */
    private double lossOfTile(double dropout, double[] target) {
        try (Tile tile = new Tile(architecture, x.length, dropout > 0, true);
                NativeParameters network = NativeParameters.of(architecture, floats());
                NativeParameters gradient = new NativeParameters(architecture)) {
            load(tile);
            tile.forward(network, x.length, dropout, new RandomStreams(8).stream("dropout"));
            double[] loss = new double[1];
            float[] deltas = tile.outputs(x.length);
            for (int i = 0; i < deltas.length; i++) {
                double error = deltas[i] - values[i / architecture.outputs()][i % architecture.outputs()];
                loss[0] += error * error;
                deltas[i] = (float) (2 * error);
            }
            tile.outputDeltas(deltas, x.length);
            tile.slopeTerm()
                    .add(
                            tile,
                            network,
                            x.length,
                            given -> {
                                derivatives(given);
                                for (float derivative : given) {
                                    loss[0] += 0.25 * derivative * derivative;
                                }
                            },
                            gradient);
            tile.backward(network, x.length, gradient);
            if (target != null) {
                Arrays.setAll(target, gradient.buffer()::get);
            }
            return loss[0];
        }
    }

    private void draw(Activation given, int layers, int neurons, int inputs, int outputs, int samples) {
        activation = given;
        int[] hidden = new int[layers];
        Arrays.fill(hidden, neurons);
        architecture = new Architecture(inputs, hidden, outputs, activation);
        RandomGenerator random = new RandomStreams(5).stream("network");
        float[] drawn = architecture.initialParameters(random);
        parameters = new double[drawn.length];
        Arrays.setAll(parameters, i -> drawn[i]);
        x = gaussian(random, samples, inputs);
        values = gaussian(random, samples, outputs);
        slopes = new double[outputs][][];
        for (int o = 0; o < outputs; o++) {
            slopes[o] = gaussian(random, samples, inputs);
        }
    }

    private static double[][] gaussian(RandomGenerator random, int rows, int columns) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            Arrays.setAll(row, i -> (float) random.nextGaussian());
        }
        return drawn;
    }

    private double[] ours() {
        int outputs = architecture.outputs();
        try (Tile tile = new Tile(architecture, x.length + 3, false, true);
                NativeParameters network = NativeParameters.of(architecture, floats());
                NativeParameters gradient = new NativeParameters(architecture)) {
            load(tile);
            tile.forward(network, x.length);
            float[] deltas = tile.outputs(x.length);
            for (int i = 0; i < deltas.length && i < x.length * outputs; i++) {
                deltas[i] = 2 * (deltas[i] - (float) values[i / outputs][i % outputs]);
            }
            tile.outputDeltas(deltas, x.length);
            tile.slopeTerm().add(tile, network, x.length, this::derivatives, gradient);
            tile.backward(network, x.length, gradient);
            double[] all = new double[parameters.length];
            Arrays.setAll(all, gradient.buffer()::get);
            return all;
        }
    }

    private float[] floats() {
        float[] weights = new float[parameters.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) parameters[i];
        }
        return weights;
    }

    private void load(Tile tile) {
        int inputs = architecture.inputs();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < inputs; j++) {
                tile.rows()[i * (inputs + 1) + j] = (float) x[i][j];
            }
            tile.rows()[i * (inputs + 1) + inputs] = 1;
        }
        tile.load(x.length);
    }

    private void derivatives(float[] given) {
        int inputs = architecture.inputs();
        for (int o = 0; o < architecture.outputs(); o++) {
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < inputs; j++) {
                    int at = (o * x.length + i) * inputs + j;
                    given[at] = 2 * (given[at] - (float) slopes[o][i][j]);
                }
            }
        }
    }

    /** The squared errors of all values and slopes. */
    private double loss() {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double[][] jacobian = new double[architecture.outputs()][architecture.inputs()];
            double[] said = network(x[i], jacobian);
            for (int o = 0; o < said.length; o++) {
                loss += (said[o] - values[i][o]) * (said[o] - values[i][o]);
                for (int j = 0; j < x[i].length; j++) {
                    double error = jacobian[o][j] - slopes[o][i][j];
                    loss += error * error;
                }
            }
        }
        return loss;
    }

    /** Outputs and their derivatives, carried forward with each input's own tangent. */
    private double[] network(double[] input, double[][] jacobian) {
        double[] at = input;
        double[][] tangents = new double[input.length][input.length];
        for (int j = 0; j < input.length; j++) {
            tangents[j][j] = 1;
        }
        for (int layer = 1; layer <= architecture.layers(); layer++) {
            double[] next = affine(layer, at, 1);
            for (int j = 0; j < tangents.length; j++) {
                tangents[j] = affine(layer, tangents[j], 0);
                for (int k = 0; k < next.length && layer < architecture.layers(); k++) {
                    tangents[j][k] *= slope(next[k]);
                }
            }
            for (int k = 0; k < next.length && layer < architecture.layers(); k++) {
                next[k] = value(next[k]);
            }
            at = next;
        }
        for (int j = 0; j < tangents.length; j++) {
            for (int o = 0; o < at.length; o++) {
                jacobian[o][j] = tangents[j][o];
            }
        }
        return at;
    }

    private double[] affine(int layer, double[] input, double bias) {
        double[] result = new double[architecture.size(layer)];
        for (int k = 0; k < result.length; k++) {
            int row = architecture.offset(layer) + k * (input.length + 1);
            result[k] = bias * parameters[row + input.length];
            for (int j = 0; j < input.length; j++) {
                result[k] += parameters[row + j] * input[j];
            }
        }
        return result;
    }

    private double value(double sum) {
        return switch (activation) {
            case RELU -> Math.max(0, sum);
            case SILU -> sum / (1 + Math.exp(-sum));
            case TANH -> Math.tanh(sum);
        };
    }

    private double slope(double sum) {
        double logistic = 1 / (1 + Math.exp(-sum));
        return switch (activation) {
            case RELU -> sum > 0 ? 1 : 0;
            case SILU -> logistic + sum * logistic * (1 - logistic);
            case TANH -> 1 - Math.tanh(sum) * Math.tanh(sum);
        };
    }
}
