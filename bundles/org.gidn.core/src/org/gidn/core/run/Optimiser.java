// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import org.gidn.core.problem.Problem;

/**
 * A design method. Contributed through {@code org.gidn.core.optimisers}. An instance serves one run.
 *
 * @since 1.0
 */
public interface Optimiser extends AutoCloseable {
    /**
     * Looks whether the method fits a problem, before anything is computed.
     *
     * @throws org.gidn.core.InvalidInputException if it does not; names both sides and what would fit
     */
    void check(Problem problem);

    /** Searches for good designs of {@code run.problem()}. All it finds goes through {@code run}. */
    void optimise(RunContext run);

    /** Whether it designs for all objectives of a problem; one that does not designs for the first, and users are told so. */
    default boolean multiObjective() {
        return false;
    }

    /**
     * Whether it is worth going on with assumed values where designs are measured by people and only a part was told: what a
     * predictor expects of the others, or the mean of all that is known. A method that does not waits for all of a batch.
     */
    default boolean goesOnWithPart() {
        return false;
    }

    /** Gives back what the method itself holds; what its settings name, such as a predictor, is closed for it afterwards. */
    @Override
    default void close() {}
}
