// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.visualisation.internal.Numbers;

/**
 * What is told of a design beside its pictures: the variables of blocks that are lists.
 *
 * @since 1.0
 */
public final class DesignValues {
    private DesignValues() {}

    /** The variables that no picture shows, in their order. */
    public static int[] variables(DesignSpace space) {
        return IntStream.range(0, space.variables())
                .filter(variable -> !space.blockOf(variable).picture())
                .toArray();
    }

    /** A value for people: the name of a level, or the number with its unit. */
    public static String text(DesignSpace space, int variable, double value) {
        Block block = space.blockOf(variable);
        if (!block.levels().isEmpty()) {
            return space.shown(variable, value);
        }
        return Numbers.brief(value) + (block.unit().isEmpty() ? "" : " " + block.unit());
    }

    /**
     * What is told of a design, e.g. {@code thickness 1.25 mm} and {@code rolled}; nothing if pictures show it all.
     *
     * @param design one value a variable
     */
    public static List<String> texts(DesignSpace space, double[] design) {
        return IntStream.of(variables(space))
                .mapToObj(variable -> space.blockOf(variable).levels().isEmpty()
                        ? space.variableName(variable) + " " + text(space, variable, design[variable])
                        : text(space, variable, design[variable]))
                .toList();
    }
}
