// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.Objects;

/**
 * A quantity by which designs are judged.
 *
 * @param name what it is called in tables and figures, in lower case, e.g. {@code toughness}
 * @param unit its unit, or {@code ""} if it has none
 * @param goal which values are good
 * @since 1.0
 */
public record Objective(String name, String unit, Goal goal) {
    public Objective {
        Objects.requireNonNull(name, "an objective needs a name");
        Objects.requireNonNull(unit, "an objective without unit has the unit \"\"");
        Objects.requireNonNull(goal, "an objective needs a goal");
    }
}
