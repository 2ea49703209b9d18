// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import org.gidn.core.design.DesignSpace;
import org.gidn.core.work.Cancellation;

/**
 * An evaluator that can prove how good the designs of a part of a binary space are at best, without evaluating all of them: what a
 * branch-and-bound search needs to end with a certificate.
 *
 * @since 1.0
 */
public interface BoundedEvaluator extends Evaluator {
    /**
     * Bounds the first objective of all designs of a part. The same question has the same answer at any time. Thread-safe.
     *
     * @param space a binary space whose only limits are a fixed number of zeros and fixed cells
     * @param part one value a variable: 0 or 1 where it is decided, NaN where it is open; the designs of the part are those of
     *     the space that agree with it, at least one
     * @param toBeat only designs better than this are of interest; infinitely bad if there is none yet
     * @param cancellation asked at least every tenth of a second
     * @throws org.gidn.core.InvalidInputException if no bounds are known of this evaluator with its settings
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Bound bound(DesignSpace space, double[] part, double toBeat, Cancellation cancellation);
}
