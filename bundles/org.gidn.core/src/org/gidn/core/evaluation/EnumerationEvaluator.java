// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import org.gidn.core.design.DesignSpace;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/**
 * An evaluator that can evaluate all designs of a space far faster than one by one.
 *
 * @since 1.0
 */
public interface EnumerationEvaluator extends Evaluator {
    /**
     * Evaluates the first output of every design of a space; which designs are the best, the goal of that output says.
     *
     * @param space a binary space with a fixed number of zeros
     * @param top how many of the best designs are wanted
     * @param workers the threads to use; carries the cancellation
     * @param progress told of every design done
     * @throws org.gidn.core.InvalidInputException if the space is not one of this evaluator's or too large to enumerate
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Enumeration enumerate(DesignSpace space, int top, Workers workers, Phase progress);
}
