// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.evaluation.Evaluations;

/** All designs that a run has evaluated, those that failed among them, with what was measured and, where asked for, gradients. */
final class KnownDesigns {
    private final DesignIndex index = new DesignIndex();
    private final List<double[]> values = new ArrayList<>();
    private final List<double[]> gradients = new ArrayList<>();
    private DesignBatch designs;

    KnownDesigns(int variables) {
        this.designs = DesignBatch.ofValues(variables, new double[0]);
    }

    /** Adds evaluated designs; those that are known already are left alone. */
    void add(DesignBatch more, Evaluations results) {
        int[] fresh = IntStream.range(0, more.size())
                .filter(i -> index.find(more, i) < 0)
                .filter(i -> index.add(more, i) >= 0)
                .toArray();
        designs = size() == 0 ? more.select(fresh) : DesignBatch.join(List.of(designs, more.select(fresh)));
        for (int i : fresh) {
            double[] measured = new double[results.outputs()];
            for (int output = 0; output < measured.length; output++) {
                measured[output] = results.measured(i, output);
            }
            values.add(measured);
            gradients.add(results.gradient(i));
        }
    }

    /** The number of designs, those that failed among them. */
    int size() {
        return values.size();
    }

    /** All designs, in the order in which they were added. */
    DesignBatch designs() {
        return designs;
    }

    /** Whether a design has been evaluated. */
    boolean contains(DesignBatch batch, int design) {
        return index.find(batch, design) >= 0;
    }

    /** What was measured of a design for an output; NaN if it failed. */
    double value(int design, int output) {
        return values.get(design)[output];
    }

    /** The derivatives of a design's first objective; null where there are none. */
    double[] gradient(int design) {
        return gradients.get(design);
    }
}
