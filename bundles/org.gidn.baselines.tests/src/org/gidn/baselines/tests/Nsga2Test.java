// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gidn.baselines.Nsga2;
import org.gidn.baselines.Zdt;
import org.gidn.baselines.internal.CrowdedOrder;
import org.gidn.baselines.internal.Variation;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.design.LevelCount;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.pareto.Hypervolume;
import org.gidn.core.pareto.ParetoFront;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nsga2Test {
    private static final List<Goal> LEAST = List.of(Goal.MINIMISE, Goal.MINIMISE);

    @TempDir
    private Path folder;

    private static double hypervolume(MemoryRun run, List<Goal> goals, double[] reference) {
        return Hypervolume.of(new double[][] {run.measured(0), run.measured(1)}, goals, reference);
    }

    /** The known front's hypervolume follows from the formulas; that of the broken one is summed up over 200,001 points. */
    @ParameterizedTest
    @CsvSource({"CONVEX, 0.876667", "CONCAVE, 0.543333", "BROKEN, 1.331759"})
    void findsTheKnownFrontsWithin25000Evaluations(Zdt.Shape shape, double known) {
        Zdt zdt = new Zdt(shape, 30);
        double[] reference = {1.1, 1.1};
        double[] across = IntStream.rangeClosed(0, 200_000)
                .mapToDouble(i -> i / 200_000.0)
                .toArray();
        double[] up = Arrays.stream(across).map(zdt::front).toArray();
        assertEquals(known, Hypervolume.of(new double[][] {across, up}, LEAST, reference), 1e-5);
        MemoryRun run = new MemoryRun(zdt, zdt.space(), 1, 2, folder).withBudget(25_000);
        new Nsga2(100, 250, 15, 20, 1).optimise(run);
        assertEquals(25_000, run.evaluations());
        double found = hypervolume(run, LEAST, reference);
        assertTrue(found > 0.99 * known && found < known, "found " + found + " of " + known);
    }

    /** Toughness against stiffness of all 35,960 8 by 8 composites with an eighth of soft elements. */
    @Test
    void findsTheCompromisesBetweenToughnessAndStiffness() throws IOException {
        CrackToughness evaluator =
                new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0), true);
        DesignSpace space = evaluator.space().withZeroFraction(0.125);
        List<Output> outputs = new ArrayList<>(evaluator.outputs());
        outputs.set(1, outputs.get(1).with(Goal.MAXIMISE));
        Problem problem = new Problem(space, outputs, Set.of());
        List<Goal> goals = List.of(Goal.MAXIMISE, Goal.MAXIMISE);
        double[] reference = {1, 0.7};
        Evaluations all =
                new LocalExecutor(2).evaluate(Task.of(evaluator, all(space)), Phase.SILENT, Cancellation.NONE);
        double[][] values = {all.values(0), all.values(1)};
        assertEquals(35_960, all.size());
        assertEquals(49, ParetoFront.of(values, goals).length);
        double known = Hypervolume.of(values, goals, reference);
        double[] found = new double[3];
        for (int seed = 1; seed <= found.length; seed++) {
            MemoryRun run = new MemoryRun(evaluator, problem, seed, 2, Files.createTempDirectory(folder, "run"))
                    .withBudget(2_500);
            assertThrows(BudgetSpentException.class, () -> new Nsga2(100, 250, 15, 20, 1).optimise(run));
            found[seed - 1] = hypervolume(run, goals, reference);
        }
        assertTrue(Statistics.median(found) > 0.99 * known, "found " + Arrays.toString(found) + " of " + known);
    }

    /** All designs of a binary space with 4 zeros. */
    private static DesignBatch all(DesignSpace space) {
        int variables = space.variables();
        DesignBuilder designs = new DesignBuilder(space, space.count().intValueExact());
        for (long zeros = 0b1111; zeros < 1L << variables; zeros = next(zeros)) {
            double[] design = new double[variables];
            for (int j = 0; j < variables; j++) {
                design[j] = 1 - (zeros >>> j & 1);
            }
            designs.add(design);
        }
        return designs.batch();
    }

    /** The next number with as many bits. */
    private static long next(long bits) {
        long lowest = bits & -bits;
        long ripple = bits + lowest;
        return ripple | ((bits ^ ripple) >>> 2) / lowest;
    }

    @Test
    void theOrderIsByFrontsThenRoomThenViolations() {
        // 0, 1, 2 and 3 are the front, 4 and 5 (equal to 1) the next one, 6 breaks something, 7 more, 8 has failed.
        double[][] values = {{1, 2, 2.2, 9, 3, 2, 0, 0, Double.NaN}, {9, 5, 3, 1, 4, 5, 0, 0, Double.NaN}};
        double[] violations = {0, 0, 0, 0, 0, 0, 0.1, 0.2, 0};
        int[] order = CrowdedOrder.of(values, LEAST, violations);
        assertArrayEquals(new int[] {0, 3, 2, 1, 5, 4, 6, 7, 8}, order);
    }

    @Test
    void childrenHaveTheMeanOfTheirParentsAndStayWithinBounds() {
        DesignSpace space = DesignSpace.continuous(new double[] {-1, 0}, new double[] {1, 10});
        Problem problem = new Problem(space, new Zdt(Zdt.Shape.CONVEX, 2).outputs(), Set.of());
        RandomGenerator random = new SplittableRandom(1);
        Variation crossing = new Variation(problem, 15, 20, 0);
        Variation mutating = new Variation(problem, 15, 20, 2);
        double[] one = {-0.2, 4};
        double[] other = {0.4, 7};
        boolean changed = false;
        for (int i = 0; i < 1000; i++) {
            double[][] children = crossing.children(one, other, random);
            for (int j = 0; j < 2; j++) {
                assertEquals(one[j] + other[j], children[0][j] + children[1][j], 1e-12);
                changed |= children[0][j] != one[j] && children[0][j] != other[j];
            }
            double[] mutated = mutating.children(new double[] {-1, 10}, new double[] {-1, 10}, random)[0];
            assertTrue(space.contains(DesignBatch.ofValues(2, mutated), 0), Arrays.toString(mutated));
        }
        assertTrue(changed);
    }

    @Test
    void childrenKeepTheNumbersOfLevelsAndAnyCellMakesUpForOthers() {
        Block block = Block.phases("cells", 2, 5, List.of(new Level("a", ""), new Level("b", ""), new Level("c", "")));
        DesignSpace space =
                DesignSpace.of(block).withCount(new LevelCount(0, 0, 3, 3)).withCount(new LevelCount(0, 1, 3, 3));
        Problem problem = new Problem(space, new Zdt(Zdt.Shape.CONVEX, 2).outputs(), Set.of());
        Variation variation = new Variation(problem, 15, 20, 1);
        RandomGenerator random = new SplittableRandom(1);
        double[] one = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
        double[] other = {2, 2, 2, 2, 1, 1, 1, 0, 0, 0};
        int[] changed = new int[10];
        for (int i = 0; i < 2000; i++) {
            double[] child = variation.children(one, other, random)[0];
            assertTrue(space.contains(DesignBatch.ofValues(10, child), 0), Arrays.toString(child));
            for (int j = 0; j < 10; j++) {
                changed[j] += child[j] == one[j] ? 0 : 1;
            }
        }
        for (int[] alike : new int[][] {{0, 3}, {4, 5}, {7, 9}}) {
            int[] cells = Arrays.copyOfRange(changed, alike[0], alike[1] + 1);
            int least = Arrays.stream(cells).min().orElseThrow();
            int most = Arrays.stream(cells).max().orElseThrow();
            assertTrue(least > 250 && most < 1.2 * least, "no cell is preferred: " + Arrays.toString(changed));
        }
    }

    /** The smallest f2 are forbidden; the designs that bring them are evaluated, but lead nowhere. */
    @Test
    void designsThatMissABoundComeLast() {
        Zdt zdt = new Zdt(Zdt.Shape.CONVEX, 5);
        Demand demand = new Demand(1, "f2", 0.5, Double.POSITIVE_INFINITY, 1);
        Problem problem = new Problem(zdt.space(), zdt.outputs(), List.of(), List.of(demand), Set.of());
        MemoryRun run = new MemoryRun(zdt, problem, 1, 2, folder);
        new Nsga2(40, 50, 15, 20, 1).optimise(run);
        double[] last = Arrays.copyOfRange(run.measured(1), 1600, 2000);
        long kept = Arrays.stream(last).filter(value -> value >= 0.5).count();
        assertTrue(kept > 300, kept + " of the last 400 keep to the bound");
        double least = Arrays.stream(last).filter(value -> value >= 0.5).min().orElseThrow();
        assertEquals(0.5, least, 0.01);
    }
}
