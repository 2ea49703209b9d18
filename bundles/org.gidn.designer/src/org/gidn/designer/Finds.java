// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gidn.core.design.DesignBatch;

/**
 * Designs that were found and evaluated.
 *
 * @param designs distinct designs
 * @param values the value of each; NaN if it failed
 */
record Finds(DesignBatch designs, double[] values) {
    static Finds join(List<Finds> parts) {
        return new Finds(
                DesignBatch.join(parts.stream().map(Finds::designs).toList()),
                parts.stream()
                        .flatMapToDouble(part -> DoubleStream.of(part.values))
                        .toArray());
    }

    int size() {
        return values.length;
    }

    Finds select(int[] chosen) {
        return new Finds(
                designs.select(chosen),
                Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray());
    }
}
