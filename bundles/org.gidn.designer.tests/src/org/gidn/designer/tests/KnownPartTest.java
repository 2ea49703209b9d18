// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.work.Cancellation;
import org.gidn.designer.FrugalGidn;
import org.gidn.designer.FrugalSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an evaluator knows of its objective is not learned but added exactly. */
class KnownPartTest {
    private static final int CELLS = 20;

    @TempDir
    private Path folder;

    private MemoryRun run(Partly evaluator, int threads, String name, int budget) throws Exception {
        MemoryRun run =
                new MemoryRun(evaluator, evaluator.space(), 1, threads, Files.createDirectories(folder.resolve(name)));
        return run.withBudget(budget);
    }

    private static void optimise(MemoryRun run, FrugalSettings.KnownPart knownPart) {
        new FrugalGidn(FrugalMethods.settings(
                        FrugalMethods.network(3),
                        1000,
                        Acquisition.Kind.EXPECTED_IMPROVEMENT,
                        0.5,
                        100,
                        false,
                        knownPart))
                .optimise(run);
    }

    /** All the difficulty lies in what is known. */
    @ParameterizedTest
    @EnumSource
    void findsTheBestSoonerByWhatIsKnown(PartlyKnownEvaluator.Composition composition) throws Exception {
        Partly evaluator = new Partly(composition, 0);
        MemoryRun with = run(evaluator, 2, "with", 42);
        optimise(with, FrugalSettings.KnownPart.WITHOUT_GRADIENTS);
        assertTrue(evaluator.asked.getAndSet(0) > 0);
        MemoryRun without = run(evaluator, 2, "without", 42);
        optimise(without, FrugalSettings.KnownPart.NEVER);
        assertEquals(0, evaluator.asked.get());
        assertEquals(evaluator.best(), with.best().value(), 1e-9);
        assertTrue(without.best().value() < evaluator.best(), "found without");
    }

    @Test
    void threadsAndStopsChangeNothing() throws Exception {
        Partly evaluator = new Partly(PartlyKnownEvaluator.Composition.PRODUCT, 0);
        MemoryRun whole = run(evaluator, 1, "whole", 40);
        optimise(whole, FrugalSettings.KnownPart.ALWAYS);
        MemoryRun stopped = run(evaluator, 2, "stopped", 40);
        for (int most : new int[] {4, 22}) {
            MemoryRun life = stopped;
            life.stoppedWhen(spent -> spent >= most);
            assertThrows(CancellationException.class, () -> optimise(life, FrugalSettings.KnownPart.ALWAYS));
            stopped = stopped.again().withBudget(40);
        }
        optimise(stopped, FrugalSettings.KnownPart.ALWAYS);
        assertEquals(whole.outcome(), stopped.outcome());
    }

    /** Logarithms, in which a known factor is a term, are of values above 0 only. */
    @Test
    void leavesAFactorAloneWhereValuesAreNotAboveZero() throws Exception {
        Partly evaluator = new Partly(PartlyKnownEvaluator.Composition.PRODUCT, -9);
        MemoryRun run = run(evaluator, 2, "negative", 40);
        optimise(run, FrugalSettings.KnownPart.ALWAYS);
        assertEquals(40, run.outcome().evaluations());
        assertEquals(0, evaluator.asked.get());
    }

    /** Cells count by their places, which is easily learned, times or plus a known part that pairs of neighbours decide. */
    private static final class Partly implements PartlyKnownEvaluator {
        private final Composition composition;
        /** Added to what is learned. */
        private final double more;

        final AtomicInteger asked = new AtomicInteger();

        Partly(Composition composition, double more) {
            this.composition = composition;
            this.more = more;
        }

        @Override
        public DesignSpace space() {
            return DesignSpace.binary(4, 5).withZeros(10);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("value", "", Goal.MAXIMISE));
        }

        @Override
        public Composition composition() {
            return composition;
        }

        private static double sign(int pair) {
            return pair * 7 % 5 < 2 ? 1 : -1;
        }

        /** Σ ± 4 (x₂ₖ − ½)(x₂ₖ₊₁ − ½) over pairs of cells. */
        private static double pairs(double[] x, double[] gradient) {
            double sum = 0;
            for (int k = 0; k < CELLS; k += 2) {
                double weight = 4 * sign(k / 2);
                sum += weight * (x[k] - 0.5) * (x[k + 1] - 0.5);
                gradient[k] = weight * (x[k + 1] - 0.5);
                gradient[k + 1] = weight * (x[k] - 0.5);
            }
            return sum;
        }

        @Override
        public double knownPart(double[] inputs, double[] gradient) {
            asked.incrementAndGet();
            return part(inputs, gradient);
        }

        private double part(double[] inputs, double[] gradient) {
            double pairs = pairs(inputs, gradient);
            double part = composition == Composition.SUM ? pairs : Math.exp(pairs);
            for (int k = 0; k < CELLS && composition == Composition.PRODUCT; k++) {
                gradient[k] *= part;
            }
            return part;
        }

        private double value(double[] design) {
            double rest = 5 + more;
            for (int j = 0; j < CELLS; j++) {
                rest += 0.05 * j * design[j];
            }
            double part = part(design, new double[CELLS]);
            return composition == Composition.SUM ? rest + part : rest * part;
        }

        /** The best of all designs. */
        double best() {
            double best = Double.NEGATIVE_INFINITY;
            double[] design = new double[CELLS];
            for (int bits = 0; bits < 1 << CELLS; bits++) {
                if (Integer.bitCount(bits) == CELLS / 2) {
                    for (int j = 0; j < CELLS; j++) {
                        design[j] = bits >> j & 1;
                    }
                    best = Math.max(best, value(design));
                }
            }
            return best;
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                results.set(i, 0, value(designs.toArray(i)));
            }
            return results;
        }
    }
}
