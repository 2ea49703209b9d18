// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/** A guest's evaluator that answers one value too few. */
public final class ShortEvaluator implements Evaluator {
    @Override
    public DesignSpace space() {
        return DesignSpace.binary(2, 2);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("value", "", Goal.MAXIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        return new Evaluations(designs.size() - 1, 1);
    }

    /** Makes it. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new ShortEvaluator();
        }
    }
}
