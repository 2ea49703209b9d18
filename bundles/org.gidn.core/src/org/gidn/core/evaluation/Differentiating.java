// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Cancellation;

/**
 * An evaluator all of whose evaluations have gradients, for those that evaluate batches and know of nothing else, such as
 * executors.
 *
 * @param evaluator gives both; closed by whoever made it
 * @since 1.0
 */
public record Differentiating(GradientEvaluator evaluator) implements Evaluator {
    @Override
    public DesignSpace space() {
        return evaluator.space();
    }

    @Override
    public List<Output> outputs() {
        return evaluator.outputs();
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return evaluator.evaluateWithGradients(designs, cancellation);
    }
}
