// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/** Designs of two pictures, a length and a category, which are worth the sum of their values. */
public final class MixedDesigns implements Evaluator, Factory<Evaluator> {
    private static final DesignSpace SPACE = DesignSpace.of(
            Block.phases(
                    "skin",
                    3,
                    4,
                    List.of(new Level("foam", "#c7d5e8"), new Level("wood", "#b5813f"), new Level("steel", "#3d5a80"))),
            Block.binary("core", 3, 3),
            Block.continuous("thickness", new double[] {0.5}, new double[] {2}, "mm"),
            Block.categories("process", 1, List.of(new Level("cast"), new Level("rolled"), new Level("printed"))));

    @Override
    public Evaluator create(Settings settings) {
        return this;
    }

    @Override
    public DesignSpace space() {
        return SPACE;
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("sum", "", Goal.MAXIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations evaluations = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            evaluations.set(i, 0, Arrays.stream(designs.toArray(i)).sum());
        }
        return evaluations;
    }
}
