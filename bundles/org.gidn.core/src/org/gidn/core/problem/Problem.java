// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.List;
import java.util.Set;
import org.gidn.core.design.DesignSpace;

/**
 * What is to be solved, as a method sees it: find designs of a space that are good by the objectives. The evaluator itself
 * stays with the run, which counts its work.
 *
 * @param space the allowed designs
 * @param objectives at least one; methods for a single objective use the first
 * @param capabilities what the evaluator offers beyond plain evaluation
 * @since 1.0
 */
public record Problem(DesignSpace space, List<Objective> objectives, Set<Capability> capabilities) {
    public Problem {
        objectives = List.copyOf(objectives);
        capabilities = Set.copyOf(capabilities);
    }

    /** The first objective. */
    public Objective objective() {
        return objectives.get(0);
    }
}
