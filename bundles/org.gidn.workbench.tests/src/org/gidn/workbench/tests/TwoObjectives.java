// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * How many elements of a design of 3 × 4 are stiff, to be many, and in how many places stiff and soft ones meet, to be few.
 * Hangs at a design that a test chooses.
 */
public final class TwoObjectives implements Evaluator, Factory<Evaluator> {
    /** How many were made and are not closed yet. */
    static final AtomicInteger OPEN = new AtomicInteger();

    /** The design that it never comes back from; null for none. */
    static volatile double[] hangsAt;

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
            while (Arrays.equals(design, hangsAt)) {
                LockSupport.parkNanos(1_000_000);
            }
            evaluations.set(i, 0, stiff(design));
            evaluations.set(i, 1, changes(design));
        }
        return evaluations;
    }

    static double stiff(double[] design) {
        return Arrays.stream(design).sum();
    }

    static double changes(double[] design) {
        return IntStream.range(1, design.length)
                .filter(j -> design[j] != design[j - 1])
                .count();
    }
}
