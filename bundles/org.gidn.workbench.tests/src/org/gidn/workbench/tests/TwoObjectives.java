// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Cancellation;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/** How many elements of a design of 3 × 4 are stiff, to be many, and in how many places stiff and soft ones meet, to be few. */
public final class TwoObjectives implements Evaluator, Factory<Evaluator> {
    /** How many were made and are not closed yet. */
    static final AtomicInteger OPEN = new AtomicInteger();

    @Override
    public Evaluator create(Settings settings) {
        OPEN.incrementAndGet();
        return this;
    }

    @Override
    public void close() {
        OPEN.decrementAndGet();
    }

    @Override
    public DesignSpace space() {
        return DesignSpace.binary(3, 4);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("stiffness", "", Goal.MAXIMISE), new Output("changes", "", Goal.MINIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations evaluations = new Evaluations(designs.size(), 2);
        for (int i = 0; i < designs.size(); i++) {
            double[] design = designs.toArray(i);
            int stiff = 0;
            int changes = 0;
            for (int j = 0; j < design.length; j++) {
                stiff += (int) design[j];
                changes += j > 0 && design[j] != design[j - 1] ? 1 : 0;
            }
            evaluations.set(i, 0, stiff);
            evaluations.set(i, 1, changes);
        }
        return evaluations;
    }
}
