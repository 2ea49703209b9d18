// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.testing;

import org.gidn.core.predictor.InputGradient;

/** Has another gradient do all that a gradient has to be able to do, and nothing more. */
public class PassingGradient implements InputGradient {
    private final InputGradient inner;

    public PassingGradient(InputGradient inner) {
        this.inner = inner;
    }

    @Override
    public int capacity() {
        return inner.capacity();
    }

    @Override
    public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
        inner.evaluate(inputs, count, scores, gradients);
    }

    @Override
    public void close() {
        inner.close();
    }
}
