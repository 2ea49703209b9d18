// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What designs of one space have to keep to beyond its limits, such as that all cells of a phase hang together. Thread-safe.
 *
 * @since 1.0
 */
public interface DesignRule {
    /** What it demands, to follow "must" in a sentence, e.g. {@code have one connected piece of stiff}. */
    String demand();

    /**
     * By how much a design breaks the rule.
     *
     * @param design one value a variable
     * @return 0 if it keeps to the rule, else more the further it is from that; finite
     */
    double violation(double[] design);

    /**
     * Why no design at all can keep both to this rule and to another one of the same space, to end a sentence. Asked of either
     * rule.
     *
     * @return nothing if there may be one, or it is not known
     */
    default Optional<String> contradiction(DesignRule other) {
        return Optional.empty();
    }

    /**
     * A design that keeps to the rule, near to one that doesn't. It may leave the limits of the space, which are seen to
     * afterwards.
     *
     * @param design one value a variable; not changed
     * @param random the only source of chance
     * @return nothing if the rule has no repair, or finds none
     */
    default Optional<double[]> repair(double[] design, RandomGenerator random) {
        return Optional.empty();
    }
}
