// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.sampling;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.work.Cancellation;

/**
 * Draws designs to learn from. Contributed through {@code org.gidn.core.samplers}. Thread-safe, without state.
 *
 * @since 1.0
 */
public interface Sampler extends AutoCloseable {
    /**
     * Draws designs.
     *
     * @param space where they come from
     * @param count how many
     * @param random the only source of chance
     * @param cancellation asked every few milliseconds
     * @return {@code count} designs of the space, unless the user asked for others to learn from
     * @throws java.util.concurrent.CancellationException if it is to stop
     * @throws org.gidn.core.InvalidInputException if the space has too few designs or is of a kind that does not fit
     */
    DesignBatch sample(DesignSpace space, int count, RandomGenerator random, Cancellation cancellation);

    /**
     * Whether the designs are given, such as those that have been measured, so that they are taken as they are even if they
     * break a rule of the problem.
     */
    default boolean given() {
        return false;
    }

    /** Gives back what the sampler holds; most hold nothing. */
    @Override
    default void close() {}
}
