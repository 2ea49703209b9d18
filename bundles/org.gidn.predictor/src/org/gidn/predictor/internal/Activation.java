// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

/** What a hidden neuron makes of the weighted sum of its inputs, and the first two derivatives of that. */
public enum Activation {
    /** The sum, or 0 where it is below. */
    RELU {
        @Override
        void apply(float[] sums, float[] slopes, float[] curvatures, int count) {
            for (int i = 0; i < count; i++) {
                float above = Math.max(0, sums[i]);
                // 1 above 0, without a branch.
                slopes[i] = Math.min(1, above * Float.MAX_VALUE);
                curvatures[i] = 0;
                sums[i] = above;
            }
        }
    },
    /** The sum times its logistic function (Elfwing et al. 2018): a ReLU without a kink. */
    SILU {
        @Override
        void apply(float[] sums, float[] slopes, float[] curvatures, int count) {
            // Two loops, since the virtual machine does not vectorise one of so many operations.
            for (int i = 0; i < count; i++) {
                slopes[i] = tanh(0.5f * sums[i]);
            }
            for (int i = 0; i < count; i++) {
                float x = sums[i];
                float t = slopes[i];
                float logistic = 0.5f + 0.5f * t;
                float rise = 0.25f - 0.25f * t * t;
                sums[i] = x * logistic;
                slopes[i] = logistic + x * rise;
                curvatures[i] = rise * (2 - x * t);
            }
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        void apply(float[] sums, float[] slopes, float[] curvatures, int count) {
            for (int i = 0; i < count; i++) {
                float t = tanh(sums[i]);
                float slope = 1 - t * t;
                sums[i] = t;
                slopes[i] = slope;
                curvatures[i] = -2 * t * slope;
            }
        }
    };

    /** Beyond this the hyperbolic tangent is 1 but for rounding. */
    private static final float FAR = 9;

    /**
     * Applies it to numbers at the same places of all arrays, in a loop that the virtual machine vectorises.
     *
     * @param sums replaced by the activations
     * @param slopes receives first derivatives
     * @param curvatures receives second derivatives
     */
    abstract void apply(float[] sums, float[] slopes, float[] curvatures, int count);

    /**
     * The hyperbolic tangent within 4e-7, without branches and functions that no loop is vectorised with. The rational function
     * was fitted to it on 0 … 9 for the least relative error, 2e-8 before rounding.
     */
    private static float tanh(float x) {
        float near = Math.max(-FAR, Math.min(FAR, x));
        float s = near * near;
        float top = near
                * (9.99999979e-01f
                        + s * (1.33810961e-01f + s * (3.49567154e-03f + s * (2.06104454e-05f + s * 1.33565313e-08f))));
        float bottom = 1 + s * (4.67144117e-01f + s * (2.58773001e-02f + s * (3.28577083e-04f + s * 7.77732765e-07f)));
        return top / bottom;
    }
}
