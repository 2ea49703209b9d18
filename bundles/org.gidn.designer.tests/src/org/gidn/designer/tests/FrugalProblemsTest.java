// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.testing.MixedTarget;
import org.gidn.core.work.Cancellation;
import org.gidn.designer.FrugalGidn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The frugal way on problems of many kinds. */
@Tag("long")
class FrugalProblemsTest {
    @TempDir
    private Path folder;

    @Test
    void designsGridsOfPhasesWithLabelsAndNumbersUnderRules() throws Exception {
        MemoryRun run = MixedTarget.run(1, 2, Files.createDirectories(folder.resolve("mixed")))
                .withBudget(120);
        FrugalGidn method = new FrugalGidn(FrugalMethods.settings(FrugalMethods.network(5), 1000, 0.3, false));
        method.check(run.problem());
        method.optimise(run);
        assertEquals(120, run.outcome().evaluations());
        for (MemoryRun.Stored stored : run.stored()) {
            DesignBatch design = DesignText.parse(List.of(stored.design()), MixedTarget.SPACE);
            assertEquals("", MixedTarget.SPACE.objection(design, 0).orElse(""));
            assertEquals(0, MixedTarget.CONNECTED.violation(design.toArray(0)), stored.design());
        }
        assertTrue(run.best().value() >= 19.2, "best " + run.best());
        MemoryRun other = MixedTarget.run(1, 1, Files.createDirectories(folder.resolve("other")))
                .withBudget(120);
        MemoryRun stopped = other.again().withBudget(120).stoppedWhen(spent -> spent >= 60);
        assertThrows(CancellationException.class, () -> new FrugalGidn(
                        FrugalMethods.settings(FrugalMethods.network(5), 1000, 0.3, false))
                .optimise(stopped));
        MemoryRun resumed = other.again().withBudget(120);
        new FrugalGidn(FrugalMethods.settings(FrugalMethods.network(5), 1000, 0.3, false)).optimise(resumed);
        assertEquals(run.best(), resumed.best());
    }

    @Test
    void asksForGradientsOnlyWhereThereAreAny() {
        MemoryRun run = new MemoryRun(new Valued(Goal.MAXIMISE, Valued::sum), DesignSpace.binary(4, 5), 1, 1, folder);
        FrugalMethods.optimise(run, 12, true);
        assertEquals(20, run.best().value());
    }

    @Test
    @Timeout(60)
    void endsWhereAllIsKnown() {
        DesignSpace small = DesignSpace.binary(2, 3).withZeros(3);
        MemoryRun run = new MemoryRun(
                new Valued(DesignSpace.binary(2, 3), Goal.MINIMISE, design -> design[0] + 2 * design[1] + 1),
                small,
                1,
                1,
                folder);
        FrugalMethods.optimise(run, 1000, true);
        assertEquals(20, run.outcome().evaluations());
        assertEquals(1, run.best().value());
        assertEquals("all that it can find from the designs known is evaluated", run.done());
    }

    @Test
    void designsThatFailAreLeftAloneAndNotAskedAgain() {
        MemoryRun run = new MemoryRun(
                new Valued(Goal.MAXIMISE, design -> design[0] == 1 ? Double.NaN : Valued.sum(design)),
                DesignSpace.binary(4, 5),
                1,
                1,
                folder);
        FrugalMethods.optimise(run, 15, true);
        assertEquals(19, run.best().value());
        assertEquals(10 + 15 * 3, run.outcome().evaluations());
    }

    /** The best of all that may be packed is known by trying all. */
    @Test
    void keepsMeasuredBoundsWithoutTuningPenalties() throws Exception {
        int[] worths = {12, 7, 11, 8, 9, 6, 7, 3, 10, 5, 13, 4, 8, 6, 9, 2, 7, 5, 11, 6};
        int[] loads = {6, 5, 9, 4, 8, 3, 6, 2, 7, 4, 12, 3, 5, 5, 6, 2, 4, 5, 8, 3};
        Evaluator knapsack = new Evaluator() {
            @Override
            public DesignSpace space() {
                return DesignSpace.binary(4, 5);
            }

            @Override
            public List<Output> outputs() {
                return List.of(new Output("worth", "", Goal.MAXIMISE), new Output("load", "kg"));
            }

            @Override
            public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
                Evaluations results = new Evaluations(designs.size(), 2);
                for (int i = 0; i < designs.size(); i++) {
                    results.set(i, 0, sum(designs.toArray(i), worths));
                    results.set(i, 1, sum(designs.toArray(i), loads));
                }
                return results;
            }
        };
        double best = 0;
        for (int bits = 0; bits < 1 << 20; bits++) {
            double[] design = new double[20];
            for (int j = 0; j < 20; j++) {
                design[j] = bits >> j & 1;
            }
            best = sum(design, loads) <= 40 ? Math.max(best, sum(design, worths)) : best;
        }
        for (double penalty : new double[] {1e-6, 1e6}) {
            Demand bound = new Demand(1, "load", Double.NEGATIVE_INFINITY, 40, penalty);
            Problem problem = new Problem(knapsack.space(), knapsack.outputs(), List.of(), List.of(bound), Set.of());
            MemoryRun run = new MemoryRun(
                            knapsack, problem, 1, 2, Files.createDirectories(folder.resolve("penalty " + penalty)))
                    .withBudget(100);
            FrugalMethods.optimise(run, 1000, true);
            assertTrue(run.best().value() >= 0.97 * best, run.best().value() + " of " + best);
        }
    }

    private static double sum(double[] design, int[] weights) {
        double sum = 0;
        for (int j = 0; j < design.length; j++) {
            sum += weights[j] * design[j];
        }
        return sum;
    }

    /** The cheapest of n plates of a length, together at least 50 m², at 3 a plate and 1 a metre: 4 of 12.5 m, for 24.5. */
    @Test
    void closesInOnNumbersBesideWholeNumbersUnderABound() throws Exception {
        DesignSpace space = DesignSpace.of(
                Block.integers("plates", new double[] {1}, new double[] {20}, ""),
                Block.continuous("length", new double[] {0}, new double[] {100}, "m"));
        Evaluator plates = new Evaluator() {
            @Override
            public DesignSpace space() {
                return space;
            }

            @Override
            public List<Output> outputs() {
                return List.of(new Output("cost", "", Goal.MINIMISE), new Output("area", "m²"));
            }

            @Override
            public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
                Evaluations results = new Evaluations(designs.size(), 2);
                for (int i = 0; i < designs.size(); i++) {
                    results.set(i, 0, 3 * designs.value(i, 0) + designs.value(i, 1));
                    results.set(i, 1, designs.value(i, 0) * designs.value(i, 1));
                }
                return results;
            }
        };
        Demand bound = new Demand(1, "area", 50, Double.POSITIVE_INFINITY, 10);
        Problem problem = new Problem(space, plates.outputs(), List.of(), List.of(bound), Set.of());
        MemoryRun run = new MemoryRun(plates, problem, 1, 2, folder).withBudget(100);
        new FrugalGidn(FrugalMethods.settings(
                        FrugalMethods.network(5), 1000, Acquisition.Kind.EXPECTED_IMPROVEMENT, 0, true))
                .optimise(run);
        assertEquals(24.5, run.best().value(), 0.25);
    }

    /** Where all values are alike there is nothing to learn yet. */
    @Test
    void searchesAtRandomUntilValuesDiffer() {
        MemoryRun run = new MemoryRun(new Valued(Goal.MAXIMISE, design -> 7), DesignSpace.binary(4, 5), 1, 1, folder);
        FrugalMethods.optimise(run, 3, true);
        assertTrue(run.candidates().stream().allMatch(batch -> batch.source().equals(Candidates.SAMPLE)));
        assertEquals(19, run.outcome().evaluations());
    }

    @Test
    void takesVolumesOfNoFixedSizeAndContinuousVariables() {
        DesignSpace square = DesignSpace.continuous(new double[] {-2, -2}, new double[] {4, 4});
        Evaluator bowl = new Valued(square, Goal.MINIMISE, x -> Math.pow(x[0] - 1, 2) + Math.pow(x[1] - 3, 2) - 5);
        MemoryRun run = new MemoryRun(bowl, square, 1, 1, folder);
        new FrugalGidn(FrugalMethods.settings(FrugalMethods.network(5, "standard"), 30, 0.3, true)).optimise(run);
        assertEquals(-5, run.best().value(), 0.1);
    }
}
