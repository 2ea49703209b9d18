// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.work.Cancellation;

/**
 * An evaluator that measures: the same design gives other values each time. A run measures each design as often as its
 * experiment says and keeps means and {@linkplain Replicates#SPREAD spreads}. Gradients, swaps and enumerations of such an
 * evaluator are offered to no method, since they would tell of other values than those measured.
 *
 * @since 1.0
 */
public interface NoisyEvaluator extends Evaluator {
    /**
     * Measures each design of a batch once. The same design with the same noise gives the same values, bit for bit, whatever else
     * stands in the batch.
     *
     * @param designs see {@link Evaluator#evaluate}; the same design may stand there several times
     * @param noise the only source of chance
     * @param cancellation see {@link Evaluator#evaluate}
     */
    Evaluations measure(DesignBatch designs, Noise noise, Cancellation cancellation);

    /** One measurement of each design, always the same one; for whoever has no run, such as a picture. */
    @Override
    default Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return measure(designs, Noise.fixed(designs.size()), cancellation);
    }
}
