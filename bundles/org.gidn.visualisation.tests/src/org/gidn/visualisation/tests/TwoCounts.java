// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

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

/** Two objectives, one of them called as a column of an export; designs that begin with two ones fail. */
public final class TwoCounts implements Evaluator {
    @Override
    public DesignSpace space() {
        return DesignSpace.binary(3, 4);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("count", "", Goal.MAXIMISE), new Output("weight", "kg", Goal.MINIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations values = new Evaluations(designs.size(), 2);
        for (int i = 0; i < designs.size(); i++) {
            double ones = 0;
            double weight = 0;
            for (int j = 0; j < 12; j++) {
                ones += designs.value(i, j) * (1 + j / 100.0);
                weight += designs.value(i, j) * Math.sqrt(j + 1);
            }
            values.set(i, 0, ones);
            values.set(i, 1, weight);
            if (designs.value(i, 0) == 1 && designs.value(i, 1) == 1) {
                values.fail(i, "It \"breaks\", at once");
            }
        }
        return values;
    }

    /** Makes it. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new TwoCounts();
        }
    }
}
