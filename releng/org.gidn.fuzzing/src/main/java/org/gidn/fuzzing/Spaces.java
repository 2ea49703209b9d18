// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;

/** Spaces of designs, of each kind some. */
final class Spaces {
    static final List<DesignSpace> ALL = List.of(
            DesignSpace.binary(2, 2),
            DesignSpace.continuous(new double[] {-1, 0}, new double[] {1, 1e300}),
            DesignSpace.binary(1, 1),
            DesignSpace.binary(3, 3));

    private Spaces() {}

    /** Whatever could be read is written as the same designs. */
    static void checkRoundTrip(DesignSpace space, DesignBatch designs) {
        List<String> lines = IntStream.range(0, designs.size())
                .mapToObj(design -> DesignText.format(space, designs, design))
                .toList();
        DesignBatch again = DesignText.parse(lines, space);
        Promise.equal(designs.size(), again.size());
        for (int design = 0; design < designs.size(); design++) {
            for (int variable = 0; variable < designs.variables(); variable++) {
                Promise.equal(designs.value(design, variable), again.value(design, variable));
            }
        }
    }
}
