// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;

/**
 * Where an executor has the evaluator from: {@link #here} for work in this process, {@link #recipe} for work in others, to which no
 * object of this one goes.
 *
 * @since 1.0
 */
public interface EvaluatorSource {
    /** The evaluator in this process, always the same instance; closed by whoever made it. */
    Evaluator here();

    /**
     * What another process needs to make the same evaluator.
     *
     * @throws InvalidInputException if it can only be made here
     */
    Recipe recipe();

    /** An evaluator that is only here. */
    static EvaluatorSource of(Evaluator evaluator) {
        return new EvaluatorSource() {
            @Override
            public Evaluator here() {
                return evaluator;
            }

            @Override
            public Recipe recipe() {
                throw new InvalidInputException(
                        "The evaluator was made by a program, not from settings, so that it cannot be made"
                                + " in another process; evaluate on this machine.");
            }
        };
    }
}
