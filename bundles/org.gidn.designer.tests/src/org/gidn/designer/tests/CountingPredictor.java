// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.InputGradient;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.testing.PassingGradient;
import org.gidn.core.testing.PassingPredictor;

/** Counts how often a predictor's gradient is asked for. */
final class CountingPredictor extends PassingPredictor {
    private final AtomicInteger steps;

    CountingPredictor(Predictor predictor, AtomicInteger steps) {
        super(predictor);
        this.steps = steps;
    }

    @Override
    public InputGradient inputGradient(Acquisition acquisition) {
        return new PassingGradient(super.inputGradient(acquisition)) {
            @Override
            public void evaluate(float[] inputs, int count, float[] scores, float[] gradients) {
                steps.incrementAndGet();
                super.evaluate(inputs, count, scores, gradients);
            }
        };
    }
}
