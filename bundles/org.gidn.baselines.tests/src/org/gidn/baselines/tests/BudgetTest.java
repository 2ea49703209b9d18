// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.gidn.baselines.CmaEs;
import org.gidn.baselines.ConservativeAsymptotesMethod;
import org.gidn.baselines.ExhaustiveSearch;
import org.gidn.baselines.GeneticAlgorithm;
import org.gidn.baselines.GradientDescent;
import org.gidn.baselines.LogisticRegressionSearch;
import org.gidn.baselines.Nsga2;
import org.gidn.baselines.Peaks;
import org.gidn.baselines.RandomSearch;
import org.gidn.baselines.SimulatedAnnealing;
import org.gidn.baselines.SwapSearch;
import org.gidn.baselines.TopologyOptimisation;
import org.gidn.baselines.TopologyOptimisation.Constraint;
import org.gidn.baselines.TopologyOptimisation.Gradient;
import org.gidn.baselines.internal.Breeding.Repair;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.contract.MemoryRun.Stored;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Optimiser;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.text.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What methods make of budgets that do not suffice for what their settings say. */
class BudgetTest {
    private static final Optimiser DIFFERENCES =
            new TopologyOptimisation(Gradient.CENTRAL_DIFFERENCE, 1e-5, Constraint.PROJECTION, 0.1, 1_000, 100);

    @TempDir
    Path folder;

    /** Methods that use a budget to its end, each with settings that ask for more. */
    static Stream<Optimiser> greedy() {
        return Stream.of(
                new GeneticAlgorithm(1_000, 100, 100, 0.02, Repair.RANDOM),
                new Nsga2(100, 100, 15, 20, 1),
                new RandomSearch(10_000, new RandomSampler(true)),
                new SwapSearch(100, 20, 4, 8),
                new SimulatedAnnealing(32, 10_000, 0.1, 0.001, new RandomSampler(false)),
                new LogisticRegressionSearch(10_000, 0.5, 1, 1_000, new RandomSampler(true)),
                new CmaEs(10, 300, 0, 0.3),
                new ExhaustiveSearch(1_000),
                Bayesian.of(1_000, 50));
    }

    static Stream<Optimiser> methods() {
        return Stream.concat(greedy(), Stream.of(DIFFERENCES));
    }

    @ParameterizedTest
    @MethodSource("greedy")
    void aBudgetIsUsedToItsEnd(Optimiser method) throws IOException {
        for (long budget : new long[] {1, 2, 3, 7, 150, 777}) {
            MemoryRun run = composite(budget);
            String end = end(method, run);
            assertEquals(budget, run.evaluations(), end);
            assertTrue(end.isEmpty() || end.equals(spent(budget) + "."), end);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 150, 777, 3_001})
    void whatCannotBeUsedIsToldWithTheReason(long budget) throws IOException {
        for (Gradient gradient : Gradient.values()) {
            MemoryRun run = composite(budget);
            String end = end(new TopologyOptimisation(gradient, 1e-5, Constraint.PROJECTION, 0.1, 5_000, 100), run);
            long left = budget - run.evaluations();
            int step = gradient == Gradient.ADJOINT ? 2 : 66;
            assertTrue(left < 4, left + " left by " + gradient);
            assertEquals(
                    spent(budget)
                            + (left == 0
                                    ? "."
                                    : " but for " + left + ": a step and the design that it leads to take " + step
                                            + "."),
                    end);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aResumedRunUsesItsBudgetLikeAnUninterruptedOne(Optimiser method) throws IOException {
        for (long budget : new long[] {150, 777}) {
            MemoryRun whole = composite(budget);
            String end = end(method, whole);
            MemoryRun run = composite(budget);
            for (int part = 1; part < 4; part++) {
                long stop = budget * part / 4;
                MemoryRun stopping = run.again().withBudget(budget).stoppedWhen(spent -> spent >= stop);
                assertThrows(CancellationException.class, () -> method.optimise(stopping));
            }
            MemoryRun last = run.again().withBudget(budget);
            assertEquals(end, end(method, last));
            assertEquals(whole.outcome(), last.outcome());
        }
    }

    /** Methods that do what their settings say with 300 evaluations, each with why it ends then. */
    static Stream<Arguments> modest() {
        return Stream.of(
                Arguments.of(new GeneticAlgorithm(4, 2, 1, 0.02, Repair.RANDOM), "it was asked for 1 generation only"),
                Arguments.of(new RandomSearch(20, new RandomSampler(true)), "its sampler gave 20 designs only"),
                Arguments.of(
                        new TopologyOptimisation(Gradient.ADJOINT, 1e-5, Constraint.PROJECTION, 0.1, 50, 10),
                        "it was asked for 50 steps only"),
                Arguments.of(
                        new SimulatedAnnealing(2, 10, 0.1, 0.001, new RandomSampler(false)),
                        "it was asked for 10 steps of 2 chains only"),
                Arguments.of(
                        new LogisticRegressionSearch(20, 0.5, 1, 10, new RandomSampler(true)),
                        "it was asked for 20 samples and 10 designs only"),
                Arguments.of(new CmaEs(1, 5, 4, 0.3), "it was asked for 1 start of at most 5 generations only"),
                Arguments.of(Bayesian.of(2, 3), "it was asked for 2 iterations only"));
    }

    @ParameterizedTest
    @MethodSource("modest")
    void aMethodThatEndsByItselfSaysWhy(Optimiser method, String why) throws IOException {
        MemoryRun run = composite(300);
        assertEquals("", end(method, run));
        assertEquals(why, run.done());
        assertEquals(List.of(), run.events(), "nothing was fitted to a budget that suffices");
        assertTrue(run.evaluations() < 300, run.evaluations() + " spent");
    }

    @Test
    void aSearchThatEndsByItselfSaysWhy() throws IOException {
        MemoryRun run = composite(100_000);
        end(new SwapSearch(3, 0, 4, 8), run);
        assertEquals("it was asked for 3 starts only", run.done());
        MemoryRun descent = new MemoryRun(
                        new Peaks(), new Peaks().space(), 1, 1, Files.createTempDirectory(folder, "run"))
                .withBudget(50_000);
        end(new GradientDescent(new double[] {0.5, 0.5}, 0.01, 1_000, 1e-6), descent);
        assertEquals("it converged after " + (descent.stored().size() - 1) + " steps", descent.done());
    }

    @Test
    void aSmallBudgetIsSpentOnFewDesignsAtATime() throws IOException {
        String more = ": with more, the budget of 777 evaluations would end too early.";
        assertFitted(
                new SimulatedAnnealing(32, 10_000, 0.02, 0.0005, new RandomSampler(false)),
                "'chains' is taken as 1 instead of 32" + more);
        assertFitted(
                new GeneticAlgorithm(1_000, 100, 1_000, 0.02, Repair.PARENT),
                "'population' is taken as 77 instead of 1,000" + more);
        assertFitted(new CmaEs(10, 300, 100, 0.3), "'population' is taken as 19 instead of 100" + more);
    }

    /** A method with a budget of 777 finds far better designs than as many random ones are. */
    private void assertFitted(Optimiser method, String told) throws IOException {
        MemoryRun random = composite(777);
        end(new RandomSearch(10_000, new RandomSampler(true)), random);
        MemoryRun run = composite(777);
        end(method, run);
        assertEquals(List.of("Setting " + told), run.events());
        assertEquals(777, run.evaluations());
        assertTrue(
                run.best().value() > 1.5 * random.best().value(),
                "found " + run.best() + ", at random " + random.best());
    }

    @Test
    void chainsThatTheBudgetDoesNotPayForAreCooledSooner() throws IOException {
        MemoryRun run = composite(777);
        end(new SimulatedAnnealing(1, 1_000_000, 0.5, 0.0005, new RandomSampler(false)), run);
        assertEquals(777, run.evaluations());
        MemoryRun hot = composite(777);
        end(new SimulatedAnnealing(1, 1_000_000, 0.5, 0.5, new RandomSampler(false)), hot);
        double end = run.metric("mean", 776);
        double hotEnd = hot.metric("mean", 776);
        assertTrue(end > 2 * hotEnd, "the first chain of 777 steps ends at " + end + " instead of " + hotEnd);
    }

    private static String spent(long budget) {
        return "The budget of " + Count.of(budget, "evaluation") + " is spent";
    }

    private static String end(Optimiser method, MemoryRun run) {
        try {
            method.optimise(run);
            return "";
        } catch (BudgetSpentException e) {
            return e.getMessage();
        }
    }

    private MemoryRun composite(long budget) throws IOException {
        return Composite.run(2, Files.createTempDirectory(folder, "run")).withBudget(budget);
    }

    @Test
    void theLastContinuousDesignIsMadeBinaryAndEvaluated() throws IOException {
        MemoryRun start = composite(1);
        end(DIFFERENCES, start);
        MemoryRun some = composite(777);
        end(DIFFERENCES, some);
        assertTrue(some.best().value() > 20 * start.best().value(), "found " + some.best());
        // The step that takes the budget's rest adds to those before it.
        MemoryRun wholeSteps = composite(11 * 65 + 2);
        end(DIFFERENCES, wholeSteps);
        assertEquals(2, wholeSteps.stored().size());
        assertTrue(some.evaluations() > wholeSteps.evaluations());
    }

    @Test
    void differencesOfSomeVariablesLeadToABetterDesign() throws IOException {
        MemoryRun start = composite(1);
        end(DIFFERENCES, start);
        MemoryRun some = composite(42);
        end(DIFFERENCES, some);
        assertTrue(some.best().value() > start.best().value(), "found " + some.best());
    }

    @Test
    void gradientDescentEvaluatesEveryPointThatItGoesTo() throws IOException {
        for (long budget = 1; budget < 8; budget++) {
            MemoryRun run = new MemoryRun(
                            new Peaks(), new Peaks().space(), 1, 1, Files.createTempDirectory(folder, "run"))
                    .withBudget(budget);
            String end = end(new GradientDescent(new double[] {0.5, 0.5}, 0.01, 100, 0), run);
            assertEquals(
                    (budget + 1) / 2, run.stored().size(), "the start and the end of each step of two evaluations");
            assertEquals(
                    spent(budget)
                            + (budget % 2 == 1 ? "." : " but for 1: a step and the point that it leads to take 2."),
                    end);
        }
    }

    @Test
    void movingAsymptotesStoreEveryPointThatTheyPayFor() throws IOException {
        for (long budget = 1; budget < 8; budget++) {
            MemoryRun run = new MemoryRun(
                            new Peaks(), new Peaks().space(), 1, 1, Files.createTempDirectory(folder, "run"))
                    .withBudget(budget);
            assertEquals(spent(budget) + ".", end(new ConservativeAsymptotesMethod(100, 0), run));
            assertEquals(budget, run.stored().size());
        }
    }

    @Test
    void startsOfASwapSearchBecomeFewerAsTheBudgetEnds() throws IOException {
        MemoryRun run = composite(777);
        end(new SwapSearch(100, 20, 4, 8), run);
        List<Double> climb = run.stored().stream().map(Stored::value).limit(5).toList();
        assertEquals(climb.stream().sorted().toList(), climb, "one start climbs as far as four neighbourhoods go");
        assertTrue(run.best().value() > 20, "found " + run.best());
    }

    @Test
    void logisticRegressionKeepsABudgetForWhatItFinds() throws IOException {
        MemoryRun run = composite(777);
        end(new LogisticRegressionSearch(10_000, 0.5, 1, 1_000, new RandomSampler(true)), run);
        assertEquals(
                389,
                run.stored().stream()
                        .filter(one -> one.source().equals("sample"))
                        .count());
        MemoryRun few = composite(777);
        end(new LogisticRegressionSearch(10_000, 0.5, 1, 77, new RandomSampler(true)), few);
        assertEquals(
                700,
                few.stored().stream()
                        .filter(one -> one.source().equals("sample"))
                        .count());
        assertEquals("inverse", run.best().source());
        assertEquals(
                List.of(
                        "Only 389 of the 10,000 designs drawn to learn from are evaluated: the budget does not allow more."),
                run.events());
    }

    @Test
    void anExhaustiveSearchSaysWhatItLeftOut() throws IOException {
        MemoryRun run = composite(150);
        end(new ExhaustiveSearch(1_000), run);
        assertEquals(150, run.stored().size());
        assertEquals(
                List.of(
                        "The budget does not suffice for all 10,518,300 designs: as many as it allows are drawn at random and"
                                + " evaluated."),
                run.events());
    }
}
