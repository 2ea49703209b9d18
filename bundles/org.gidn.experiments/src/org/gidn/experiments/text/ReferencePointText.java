// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;

/**
 * The reference point of an experiment, up to which hypervolumes are measured, as one text: a number for each objective, in
 * their order, separated by commas, e.g. {@code 1, 0.7}.
 *
 * @since 1.0
 */
public final class ReferencePointText {
    private static final Parameter NUMBER =
            new Parameter("referencePoint", Parameter.Type.REAL, null, Range.ALL, "", List.of(), null, "");

    private ReferencePointText() {}

    /**
     * Reads the text.
     *
     * @throws InvalidInputException if it is no such text
     */
    public static List<Double> parse(String text) {
        List<Double> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            values.add((Double) NUMBER.convert(part.strip()));
        }
        return values;
    }

    /** Writes numbers in the form that {@link #parse} reads. */
    public static String write(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
