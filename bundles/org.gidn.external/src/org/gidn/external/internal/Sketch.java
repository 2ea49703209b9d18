// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal;

import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;

/**
 * What is known of a program that is not started, since somebody may be typing its command: its designs and outputs. Whether it gives
 * gradients, only it can say; it is taken for one that does.
 */
record Sketch(DesignSpace space, List<Output> outputs) implements GradientEvaluator {
    @Override
    public double gradient(double[] inputs, double[] gradient) {
        throw new IllegalStateException("a sketch has no values");
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        throw new IllegalStateException("a sketch has no values");
    }
}
