// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.predictor;

import java.util.Arrays;

/**
 * The optimiser Adam (Kingma and Ba 2015, in the form at the end of their section 2), which moves the weights of a network in
 * training and the inputs of a frozen one. Threads may share one as long as each moves numbers of its own.
 *
 * @since 1.0
 */
public final class Adam {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    /**
     * Added and taken away again, it makes 0 of what is below 6e-38. Else the moments of what no longer has a gradient, such
     * as the weights of a neuron that never fires, would become denormal numbers, with which some processors calculate a
     * hundred times slower.
     */
    private static final float TINY = 1e-30f;

    private final float[] first;
    private final float[] second;

    /**
     * @param length how many numbers are moved
     */
    public Adam(int length) {
        first = new float[length];
        second = new float[length];
    }

    /** Forgets all steps. */
    public void restart() {
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
    }

    /** The step size of step {@code t}, 1 for the first, corrected for the moments' start at 0. */
    public static float stepSize(double learningRate, long t) {
        return (float) (learningRate * Math.sqrt(1 - Math.pow(BETA2, t)) / (1 - Math.pow(BETA1, t)));
    }

    /**
     * Moves the numbers from {@code from} (inclusive) to {@code to} (exclusive) against their gradient. All arrays have the
     * same index, since the virtual machine vectorises no other loops.
     *
     * @param stepSize of {@link #stepSize}
     */
    public void step(float[] numbers, float[] gradient, int from, int to, float stepSize) {
        for (int i = from; i < to; i++) {
            float g = gradient[i];
            float m = BETA1 * first[i] + (1 - BETA1) * g + TINY - TINY;
            float v = BETA2 * second[i] + (1 - BETA2) * g * g + TINY - TINY;
            first[i] = m;
            second[i] = v;
            numbers[i] -= stepSize * m / ((float) Math.sqrt(v) + EPSILON);
        }
    }
}
