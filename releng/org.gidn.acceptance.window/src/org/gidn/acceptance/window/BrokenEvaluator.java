// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/** What a user should not be hurt by: it throws, hangs, ends the program or gives no number, as its setting says. */
final class BrokenEvaluator implements Evaluator {
    private final String fault;

    private BrokenEvaluator(String fault) {
        this.fault = fault;
    }

    @Override
    public DesignSpace space() {
        return DesignSpace.binary(4, 4);
    }

    @Override
    public List<Output> outputs() {
        return List.of(new Output("strength", "", Goal.MAXIMISE));
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations values = new Evaluations(designs.size(), 1);
        switch (fault) {
            case "throws" -> throw new IllegalStateException("a mistake in the plug-in");
            case "hangs" -> hang();
            case "exits" -> System.exit(0);
            default -> {
                for (int i = 0; i < designs.size(); i++) {
                    values.set(i, 0, Double.NaN);
                }
            }
        }
        return values;
    }

    /** Deaf to being asked to stop, as bad guests are. */
    private static void hang() {
        while (true) {
            LockSupport.park();
        }
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new BrokenEvaluator(settings.text("fault"));
        }
    }
}
