// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.List;
import java.util.Optional;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Output;

/**
 * What an experiment demands of designs. Contributed through {@code org.gidn.core.constraints}. A constraint says what it
 * demands in one of three ways: as a limit of the space, which methods honour by themselves; as a rule that judges designs;
 * or as bounds of a measured value. Thread-safe, without state.
 *
 * @since 1.0
 */
public interface Constraint extends AutoCloseable {
    /**
     * Limits a space.
     *
     * @param space limited by the constraints before this one
     * @return the space of the designs that keep to this one too; {@code space} itself if it limits nothing
     * @throws org.gidn.core.InvalidInputException if it does not fit the space, or no design keeps to it
     */
    default DesignSpace limit(DesignSpace space) {
        return space;
    }

    /**
     * A rule for the designs of a space.
     *
     * @param space with all limits
     * @return nothing if the constraint is none that judges designs
     * @throws org.gidn.core.InvalidInputException if it does not fit the space
     */
    default Optional<DesignRule> rule(DesignSpace space) {
        return Optional.empty();
    }

    /**
     * The bounds of a measured value.
     *
     * @param outputs what is measured of each design
     * @return nothing if the constraint is none of measured values
     * @throws org.gidn.core.InvalidInputException if there is no such output
     */
    default Optional<Demand> demand(List<Output> outputs) {
        return Optional.empty();
    }

    /** Gives back what the constraint holds; most hold nothing. */
    @Override
    default void close() {}
}
