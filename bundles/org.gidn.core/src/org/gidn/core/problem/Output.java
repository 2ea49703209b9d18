// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.Objects;
import org.gidn.core.Escapes;
import org.gidn.core.InvalidInputException;

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
    /**
     * @throws InvalidInputException if the name is blank, or it or the unit has characters that are none to be read
     */
    public Output {
        Objects.requireNonNull(name, "an output needs a name");
        Objects.requireNonNull(unit, "an output without unit has the unit \"\"");
        if (name.isBlank()
                || !Escapes.line(name).equals(name)
                || !Escapes.line(unit).equals(unit)) {
            throw new InvalidInputException(
                    "'" + Escapes.line(name) + "' in '" + Escapes.line(unit)
                            + "' cannot be the name and unit of an output; both must be one line of characters that can be read.");
        }
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
