// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.Objects;

/**
 * A quantity that an evaluator measures of each design. An experiment says which are its objectives, which are constrained,
 * and which are only recorded.
 *
 * @param name what it is called in tables and figures, in lower case, e.g. {@code toughness}
 * @param unit its unit, or {@code ""} if it has none
 * @param goal which values are good where an experiment doesn't say, so that it is an objective; null if it is only recorded
 * @since 1.0
 */
public record Output(String name, String unit, Goal goal) {
    public Output {
        Objects.requireNonNull(name, "an output needs a name");
        Objects.requireNonNull(unit, "an output without unit has the unit \"\"");
    }

    /** One that is recorded unless an experiment makes it an objective. */
    public Output(String name, String unit) {
        this(name, unit, null);
    }

    /** Whether designs are judged by it. */
    public boolean judged() {
        return goal != null;
    }

    /** The same, judged by other values or, for null, by none. */
    public Output with(Goal other) {
        return new Output(name, unit, other);
    }
}
