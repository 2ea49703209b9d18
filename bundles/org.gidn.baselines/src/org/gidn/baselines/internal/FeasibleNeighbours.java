// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;

/** Small random changes of the designs of a problem that keep to its limits and rules. Used by one thread. */
public final class FeasibleNeighbours {
    private final DesignSpace space;
    private final Feasibility feasibility;
    private final boolean plain;

    public FeasibleNeighbours(Problem problem) {
        space = problem.space();
        feasibility = new Feasibility(problem);
        plain = plain(problem);
    }

    /** Whether a problem has only designs of 0 and 1, any or all of those with some number of zeros. */
    public static boolean plain(Problem problem) {
        return problem.rules().isEmpty() && problem.space().freeBinary();
    }

    /** Each design with one small change. */
    public DesignBatch of(DesignBatch designs, RandomGenerator random) {
        DesignBuilder changed = new DesignBuilder(space, designs.size());
        for (int i = 0; i < designs.size(); i++) {
            double[] design = designs.toArray(i);
            change(design, random);
            changed.add(design);
        }
        return changed.batch();
    }

    /** Makes a small change of a design. */
    public void change(double[] design, RandomGenerator random) {
        if (plain) {
            Swaps.change(design, space, random);
        } else {
            feasibility.move(design, random);
        }
    }
}
