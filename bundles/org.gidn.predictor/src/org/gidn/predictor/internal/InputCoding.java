// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.util.Arrays;
import org.gidn.core.design.DesignBatch;

/**
 * How a design's variables become the network's inputs while it learns: {@code input = scale · variable + shift}. After
 * training the coding is {@linkplain #fold folded} into the first layer, so that a trained network takes designs as they
 * are.
 */
public final class InputCoding {
    private final float[] scale;
    private final float[] shift;
    private final boolean identity;

    private InputCoding(float[] scale, float[] shift) {
        this.scale = scale;
        this.shift = shift;
        boolean same = true;
        for (int j = 0; j < scale.length; j++) {
            same &= scale[j] == 1 && shift[j] == 0;
        }
        identity = same;
    }

    /**
     * Finds the coding of training designs.
     *
     * @param kind {@code asGiven}, {@code plusMinusOne} (0 and 1 become −1 and +1) or {@code standard} (mean 0, standard
     *     deviation 1 of each variable over the designs)
     */
    public static InputCoding of(String kind, DesignBatch designs) {
        int variables = designs.variables();
        float[] scale = new float[variables];
        float[] shift = new float[variables];
        Arrays.fill(scale, kind.equals("plusMinusOne") ? 2 : 1);
        Arrays.fill(shift, kind.equals("plusMinusOne") ? -1 : 0);
        for (int j = 0; j < variables && kind.equals("standard"); j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < designs.size(); i++) {
                sum += designs.value(i, j);
            }
            double mean = sum / designs.size();
            for (int i = 0; i < designs.size(); i++) {
                squares += (designs.value(i, j) - mean) * (designs.value(i, j) - mean);
            }
            double deviation = Math.sqrt(squares / designs.size());
            // A variable that never changes is only centred.
            scale[j] = deviation > 0 ? (float) (1 / deviation) : 1;
            shift[j] = (float) (-mean * scale[j]);
        }
        return new InputCoding(scale, shift);
    }

    /** Writes a design as a row of inputs that ends in 1. */
    void write(DesignBatch designs, int design, float[] rows, int offset) {
        designs.copy(design, rows, offset);
        if (!identity) {
            for (int j = 0; j < scale.length; j++) {
                rows[offset + j] = rows[offset + j] * scale[j] + shift[j];
            }
        }
        rows[offset + scale.length] = 1;
    }

    /** How much an input changes with its variable. */
    float scale(int variable) {
        return scale[variable];
    }

    /** Changes the parameters of the first layer so that it takes designs as they are. */
    void fold(Architecture architecture, float[] parameters) {
        int inputs = architecture.inputs();
        for (int neuron = 0; neuron < architecture.size(1) && !identity; neuron++) {
            int row = neuron * (inputs + 1);
            double bias = parameters[row + inputs];
            for (int j = 0; j < inputs; j++) {
                bias += (double) parameters[row + j] * shift[j];
                parameters[row + j] *= scale[j];
            }
            parameters[row + inputs] = (float) bias;
        }
    }

    /** The reverse of {@link #fold}, but for rounding. */
    void unfold(Architecture architecture, float[] parameters) {
        int inputs = architecture.inputs();
        for (int neuron = 0; neuron < architecture.size(1) && !identity; neuron++) {
            int row = neuron * (inputs + 1);
            double bias = parameters[row + inputs];
            for (int j = 0; j < inputs; j++) {
                parameters[row + j] /= scale[j];
                bias -= (double) parameters[row + j] * shift[j];
            }
            parameters[row + inputs] = (float) bias;
        }
    }
}
