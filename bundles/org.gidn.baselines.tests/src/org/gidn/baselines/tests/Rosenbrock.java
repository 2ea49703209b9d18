// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;

/** Rosenbrock's function of three variables, whose minimum of 0 lies at (1, 1, 1). */
final class Rosenbrock implements Evaluator {
    @Override
    public DesignSpace space() {
        return DesignSpace.continuous(new double[] {-2, -2, -2}, new double[] {2, 2, 2});
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("height", "", Goal.MINIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations values = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            double height = 0;
            for (int j = 0; j < 2; j++) {
                double x = designs.value(i, j);
                double y = designs.value(i, j + 1);
                height += 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
            }
            values.set(i, 0, height);
        }
        return values;
    }
}
