// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;

/** A function of a design without gradients; NaN fails. */
record Valued(DesignSpace space, Goal goal, ToDoubleFunction<double[]> function) implements Evaluator {
    Valued(Goal goal, ToDoubleFunction<double[]> function) {
        this(DesignSpace.binary(4, 5), goal, function);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("value", "", goal));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations results = new Evaluations(designs.size(), 1);
        for (int i = 0; i < designs.size(); i++) {
            double value = function.applyAsDouble(designs.toArray(i));
            if (Double.isNaN(value)) {
                results.fail(i, "It fails.");
            } else {
                results.set(i, 0, value);
            }
        }
        return results;
    }

    static double sum(double[] design) {
        double sum = 0;
        for (double value : design) {
            sum += value;
        }
        return sum;
    }
}
