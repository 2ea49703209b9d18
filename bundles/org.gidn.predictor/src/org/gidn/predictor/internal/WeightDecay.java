// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

/** Weight decay apart from the gradient (Loshchilov and Hutter 2019): weights shrink in each step, biases don't. */
final class WeightDecay {
    /** 1 for weights, 0 for biases. */
    private final float[] decays;

    WeightDecay(Architecture architecture) {
        decays = new float[(int) architecture.parameters()];
        for (int layer = 1; layer <= architecture.layers(); layer++) {
            int row = architecture.size(layer - 1) + 1;
            for (int i = 0; i < architecture.size(layer) * row; i++) {
                decays[architecture.offset(layer) + i] = i % row == row - 1 ? 0 : 1;
            }
        }
    }

    /**
     * Shrinks the parameters from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param share learning rate times weight decay
     */
    void apply(float[] parameters, int from, int to, float share) {
        for (int i = from; i < to; i++) {
            parameters[i] -= share * decays[i] * parameters[i];
        }
    }
}
