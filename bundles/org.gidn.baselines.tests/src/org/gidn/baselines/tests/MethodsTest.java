// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gidn.baselines.CmaEs;
import org.gidn.baselines.ExhaustiveSearch;
import org.gidn.baselines.GeneticAlgorithm;
import org.gidn.baselines.LogisticRegressionSearch;
import org.gidn.baselines.RandomSearch;
import org.gidn.baselines.SimulatedAnnealing;
import org.gidn.baselines.SwapSearch;
import org.gidn.baselines.internal.Breeding.Repair;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each method finds. */
class MethodsTest {
    @TempDir
    Path folder;

    private MemoryRun composite;

    @Test
    void swapSearchFindsTheBestOfAllDesigns() {
        composite = Composite.run(2, folder);
        new SwapSearch(20, 5, 4, 8).optimise(composite);
        assertEquals(Composite.BEST_8_BY_8, composite.best().value(), 1e-4);
    }

    @Test
    void geneticAlgorithmFindsTheBestOfAllDesigns() {
        composite = Composite.run(2, folder);
        new GeneticAlgorithm(500, 50, 40, 0.02, Repair.RANDOM).optimise(composite);
        assertEquals(Composite.BEST_8_BY_8, composite.best().value(), 1e-4);
        assertEquals(Composite.BEST_8_BY_8, composite.metric("best", 39), 1e-4);
        for (int generation = 1; generation < 40; generation++) {
            assertTrue(composite.metric("best", generation) >= composite.metric("best", generation - 1));
        }
    }

    @Test
    void annealingFindsTheBestOfAllDesigns() {
        composite = Composite.run(2, folder);
        new SimulatedAnnealing(16, 1_500, 0.1, 0.001, new RandomSampler(false)).optimise(composite);
        assertEquals(Composite.BEST_8_BY_8, composite.best().value(), 1e-4);
    }

    @Test
    void logisticRegressionFindsDesignsBetterThanAnyItLearntFrom() {
        composite = Composite.run(2, folder);
        new LogisticRegressionSearch(2_000, 0.5, 1, 100, new RandomSampler(true)).optimise(composite);
        assertTrue(best("inverse") > 2 * best("sample"), best("inverse") + " against " + best("sample"));
        assertEquals(2_100, composite.evaluations(), 100, "few of the best were drawn before");
    }

    private double best(String source) {
        return composite.stored().stream()
                .filter(evaluation -> evaluation.source().equals(source))
                .mapToDouble(MemoryRun.Stored::value)
                .max()
                .orElseThrow();
    }

    @Test
    void cmaEsFindsGoodBinaryDesignsByRank() {
        composite = Composite.run(2, folder);
        new CmaEs(5, 100, 30, 0.3).optimise(composite);
        assertTrue(composite.best().value() > 50, "found " + composite.best().value());
    }

    @Test
    void cmaEsFindsTheMinimumOfRosenbrocksFunction() {
        MemoryRun run = new MemoryRun(new Rosenbrock(), new Rosenbrock().space(), 1, 1, folder);
        new CmaEs(1, 300, 0, 0.3).optimise(run);
        assertEquals(0, run.best().value(), 1e-9);
        double[] point = Arrays.stream(run.best().design().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertArrayEquals(new double[] {1, 1, 1}, point, 1e-4);
    }

    @Test
    void randomSearchEvaluatesAsManyDesignsAsItIsToldTo() {
        composite = Composite.run(2, folder);
        new RandomSearch(1_000, new RandomSampler(true)).optimise(composite);
        assertEquals(1_000, composite.evaluations());
        assertEquals(
                1.9165,
                composite.stored().stream()
                        .mapToDouble(MemoryRun.Stored::value)
                        .average()
                        .orElseThrow(),
                0.25,
                "the mean of all designs, within four standard errors");
    }

    @Test
    void exhaustiveSearchKeepsTheBestOfAllDesigns() {
        CrackToughness evaluator = new CrackToughness(
                new CrackedPlate(6, 6, true, 1 / 3.0, 1, 1, 1, 1), new TwoPhaseMaterial(10, 1 / 3.0));
        DesignSpace space = evaluator.space().withZeros(5);
        MemoryRun run = new MemoryRun(evaluator, space, 1, 2, folder);
        new ExhaustiveSearch(20).optimise(run);
        int designs = space.count().intValueExact();
        DesignBatch all = new RandomSampler(true).sample(space, designs, run.random().stream("all"), Cancellation.NONE);
        double[] values = evaluator.evaluate(all, Cancellation.NONE).values(0);
        assertEquals(designs, run.evaluations());
        assertEquals(Arrays.stream(values).average().orElseThrow(), run.metric("mean", 0), 1e-9);
        List<Double> best = Arrays.stream(values)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit(20)
                .toList();
        assertArrayEquals(
                best.stream().mapToDouble(Double::doubleValue).toArray(),
                run.stored().stream().mapToDouble(MemoryRun.Stored::value).toArray(),
                1e-9);
    }
}
