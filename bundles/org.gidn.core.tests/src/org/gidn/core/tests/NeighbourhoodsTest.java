// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gidn.core.constraint.Connected;
import org.gidn.core.constraint.Connected.Between;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.LevelCount;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Neighbourhoods;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeighbourhoodsTest {
    /** Designs of 8 variables with two zeros: a step of a climb takes 12 swaps and a design. */
    private static final DesignSpace SPACE = DesignSpace.binary(2, 4).withZeros(2);

    private static final int STEP = 13;

    @TempDir
    Path folder;

    /** A design is worth the number that its bits spell. */
    private static final class Numbers implements SwapEvaluator {
        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, 4);
        }

        @Override
        public List<Output> outputs() {
            return List.of(new Output("number", "", Goal.MAXIMISE));
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size(), 1);
            for (int i = 0; i < designs.size(); i++) {
                results.set(i, 0, number(designs.toArray(i)));
            }
            return results;
        }

        private static double number(double[] design) {
            double number = 0;
            for (int j = 0; j < design.length; j++) {
                number += design[j] * (1 << j);
            }
            return number;
        }

        @Override
        public double[][] swaps(double[] design) {
            int ones = (int) Arrays.stream(design).sum();
            double[][] swaps = new double[design.length - ones][ones];
            int zero = 0;
            for (int i = 0; i < design.length; i++) {
                int one = 0;
                for (int j = 0; j < design.length && design[i] == 0; j++) {
                    if (design[j] == 1) {
                        swaps[zero][one++] = number(new Swap(i, j, 0).of(design));
                    }
                }
                zero += design[i] == 0 ? 1 : 0;
            }
            return swaps;
        }
    }

    private MemoryRun run(long budget) {
        return new MemoryRun(new Numbers(), SPACE, 1, 2, folder).withBudget(budget);
    }

    @Test
    void asManyClimbsGoOnAsTheBudgetLetsSwapEveryZero() {
        assertEquals(8, new Neighbourhoods(run(Long.MAX_VALUE), "swap", 0).atOnce(8));
        assertEquals(8, new Neighbourhoods(run(16 * STEP), "swap", 0).atOnce(8));
        assertEquals(7, new Neighbourhoods(run(16 * STEP - 1), "swap", 0).atOnce(8));
        assertEquals(1, new Neighbourhoods(run(1), "swap", 0).atOnce(8));
    }

    @Test
    void theBestOfTheClimbsGoOn() {
        Neighbourhoods neighbourhoods = new Neighbourhoods(run(4 * STEP), "swap", 0);
        assertArrayEquals(new int[] {1, 3}, neighbourhoods.goingOn(new double[] {5, 7, Double.NaN, 9}));
    }

    @Test
    void wholeNeighbourhoodsAndSomeSwapsLeadToTheSameBestSwapWhereAllAreLookedAt() {
        // 63 has its zeros in places 6 and 7.
        DesignBatch design = DesignBatch.ofBits(8, new long[] {63});
        String best = "01111101";
        assertEquals(List.of(best), best(run(STEP), design, 63));
        MemoryRun some = run(STEP - 1);
        assertEquals(List.of(best), best(some, design, 63));
        assertEquals(12, some.stored().size());
        assertEquals(12, some.evaluations());
    }

    @Test
    void someSwapsAreEvaluatedUntilTheBudgetEnds() {
        MemoryRun run = run(5);
        assertThrows(BudgetSpentException.class, () -> best(run, DesignBatch.ofBits(8, new long[] {63}), 63));
        assertEquals(5, run.evaluations());
        assertTrue(run.stored().stream()
                .allMatch(one -> one.value() > 63 && one.source().equals("swap")));
    }

    @Test
    void noSwapIsFoundWhereNoneIsBetter() {
        assertEquals(List.of("none"), best(run(12), DesignBatch.ofBits(8, new long[] {252}), 252));
    }

    static Stream<Problem> constrained() {
        DesignSpace free = DesignSpace.binary(2, 4);
        DesignSpace range = free.withCount(new LevelCount(0, 0, 2, 4));
        DesignRule connected =
                new Connected("", "1", 4, Between.CELLS).rule(free).orElseThrow();
        Demand bound = new Demand(0, "number", Double.NEGATIVE_INFINITY, 200, 10);
        return Stream.of(
                problem(SPACE.withFixed(7, 0), List.of(), List.of()),
                problem(SPACE.withZeros(4).withTie(0, 1).withTie(6, 7), List.of(), List.of()),
                problem(range, List.of(), List.of()),
                problem(range.withFixed(3, 1).withTie(0, 4), List.of(connected), List.of()),
                problem(SPACE.withZeros(3), List.of(connected), List.of()),
                problem(SPACE.withZeros(3), List.of(), List.of(bound)),
                problem(free, List.of(connected), List.of(bound)));
    }

    private static Problem problem(DesignSpace space, List<DesignRule> rules, List<Demand> demands) {
        return new Problem(space, new Numbers().outputs(), rules, demands, Set.of(Capability.SWAPS));
    }

    @ParameterizedTest
    @MethodSource("constrained")
    void theBestNeighbourIsTheBestOfAllDesignsOfTheProblemThatAreOneChangeAway(Problem problem) {
        MemoryRun run = new MemoryRun(new Numbers(), problem, 1, 2, folder);
        DesignBatch all = DesignBatch.ofBits(8, LongStream.range(0, 256).toArray());
        Feasibility feasibility = new Feasibility(problem);
        int climbing = 0;
        for (int i = 0; i < 256; i++) {
            double[] design = all.toArray(i);
            if (!problem.space().contains(all, i) || feasibility.violation(design) > 0) {
                continue;
            }
            double value = merit(problem, design);
            double[] best = design;
            for (int k = 0; k < 256; k++) {
                double[] other = all.toArray(k);
                if (oneChange(problem.space(), design, other)
                        && problem.space().contains(all, k)
                        && feasibility.violation(other) == 0
                        && merit(problem, other) > merit(problem, best)) {
                    best = other;
                }
            }
            String expected = best == design ? "none" : text(best);
            climbing += best == design ? 0 : 1;
            assertEquals(List.of(expected), best(run, all.slice(i, i + 1), value));
        }
        assertTrue(climbing > 5);
    }

    private static double merit(Problem problem, double[] design) {
        return problem.merit(design, new double[] {Numbers.number(design)}, 0);
    }

    /** Whether a 0 is swapped with a 1, or one variable is flipped where their number may change; tied ones count as one. */
    private static boolean oneChange(DesignSpace space, double[] design, double[] other) {
        int[] changed = IntStream.range(0, 8)
                .filter(j -> space.leader(j) == j && design[j] != other[j])
                .toArray();
        return changed.length == 1 && space.zeros().isEmpty()
                || changed.length == 2 && design[changed[0]] != design[changed[1]];
    }

    private static String text(double[] design) {
        return Arrays.stream(design).mapToObj(each -> each == 1 ? "1" : "0").collect(Collectors.joining());
    }

    /** The best neighbour, as text. */
    private static List<String> best(MemoryRun run, DesignBatch design, double value) {
        return new Neighbourhoods(run, "swap", 0)
                .best(design, new double[] {value}).stream()
                        .map(better -> better.map(NeighbourhoodsTest::text).orElse("none"))
                        .toList();
    }
}
