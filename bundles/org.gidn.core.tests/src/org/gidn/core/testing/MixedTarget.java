// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gidn.core.constraint.Connected;
import org.gidn.core.constraint.Connected.Between;
import org.gidn.core.constraint.Share;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.work.Cancellation;

/**
 * A problem of all kinds of variables: a grid of three phases with a quarter of soft cells in one piece, a label, a whole
 * number and a length. The score counts what is right and is 20 at best: soft cells in the first row and stiff ones below,
 * printed, 7 layers of 1.25 mm.
 */
public record MixedTarget() implements Evaluator {
    /** All designs with a quarter of soft cells. */
    public static final DesignSpace SPACE = new Share("phases", "soft", 0.25, 0.25)
            .limit(DesignSpace.of(
                    Block.phases("phases", 4, 4, List.of(new Level("soft"), new Level("middle"), new Level("stiff"))),
                    Block.categories(
                            "process", 1, List.of(new Level("cast"), new Level("rolled"), new Level("printed"))),
                    Block.integers("layers", new double[] {1}, new double[] {12}, ""),
                    Block.continuous("thickness", new double[] {0.5}, new double[] {2}, "mm")));
    /** All soft cells hang together. */
    public static final DesignRule CONNECTED =
            new Connected("phases", "soft", 4, Between.CELLS).rule(SPACE).orElseThrow();

    /** A run that has done nothing yet. */
    public static MemoryRun run(long seed, int threads, Path folder) {
        Problem problem = new Problem(SPACE, new MixedTarget().outputs(), List.of(CONNECTED), List.of(), Set.of());
        return new MemoryRun(new MixedTarget(), problem, seed, threads, folder);
    }

    @Override
    public DesignSpace space() {
        return DesignSpace.of(SPACE.blocks());
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("score", "", Goal.MAXIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations values = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            double score = 0;
            for (int j = 0; j < 16; j++) {
                score += designs.value(i, j) == (j < 4 ? 0 : 2) ? 1 : 0;
            }
            score += designs.value(i, 16) == 2 ? 2 : 0;
            score += 1 - Math.abs(designs.value(i, 17) - 7) / 11;
            score += 1 - Math.abs(designs.value(i, 18) - 1.25);
            values.set(i, 0, score);
        }
        return values;
    }
}
