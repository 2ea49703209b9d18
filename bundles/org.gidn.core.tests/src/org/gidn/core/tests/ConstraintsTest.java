// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.gidn.core.InvalidInputException;
import org.gidn.core.constraint.Connected;
import org.gidn.core.constraint.Connected.Between;
import org.gidn.core.constraint.Constraint;
import org.gidn.core.constraint.FeatureSize;
import org.gidn.core.constraint.Fixed;
import org.gidn.core.constraint.Perimeter;
import org.gidn.core.constraint.Share;
import org.gidn.core.constraint.Sum;
import org.gidn.core.constraint.Symmetry;
import org.gidn.core.constraint.Symmetry.Kind;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.Level;
import org.gidn.core.design.Linear;
import org.gidn.core.design.Moves;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The constraints that the product ships, their repairs, and moves that keep to them. */
class ConstraintsTest {
    private static final DesignSpace SQUARE = DesignSpace.binary(4, 4);
    private static final DesignSpace VESSEL = DesignSpace.of(
            Block.continuous("shell", new double[1], new double[] {10}, "in"),
            Block.continuous("radius", new double[] {10}, new double[] {200}, "in"));

    @ParameterizedTest
    @CsvSource({"3, 4", "4, 3", "2, 6", "4, 4", "1, 7"})
    void aPerimeterIsRefusedOnlyWhereNoDesignHasSoLittle(int rows, int columns) {
        DesignSpace free = DesignSpace.binary(rows, columns);
        int cells = rows * columns;
        DesignRule any = new Perimeter("", "1", 0).rule(free).orElseThrow();
        int[] least = new int[cells + 1];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (long bits = 0; bits < 1L << cells; bits++) {
            double sides =
                    any.violation(DesignBatch.ofBits(cells, new long[] {bits}).toArray(0)) * cells;
            int ones = Long.bitCount(bits);
            least[ones] = Math.min(least[ones], (int) Math.rint(sides));
        }
        int refused = 0;
        for (int ones = 0; ones <= cells; ones++) {
            DesignSpace space = free.withZeros(cells - ones);
            assertTrue(new Perimeter("", "1", least[ones]).rule(space).isPresent());
            if (least[ones] > 0) {
                Perimeter none = new Perimeter("", "1", 0);
                assertThrows(InvalidInputException.class, () -> none.rule(space));
                refused += refused(new Perimeter("", "1", least[ones] - 1), space) ? 1 : 0;
            }
        }
        assertTrue(2 * refused >= cells, refused + " of " + cells + " are refused where it is just too little");
    }

    private static boolean refused(Constraint constraint, DesignSpace space) {
        try {
            return constraint.rule(space).isEmpty();
        } catch (InvalidInputException e) {
            return true;
        }
    }

    private static double violation(Constraint constraint, DesignSpace space, String text) {
        DesignRule rule = constraint.rule(space).orElseThrow();
        return rule.violation(DesignText.parse(List.of(text), space).toArray(0)) * space.variables();
    }

    @ParameterizedTest
    @CsvSource({
        "1111000000000000, CELLS, 4, 0",
        "1100001100000000, CELLS, 4, 2",
        "1100001000000000, CELLS, 8, 0",
        "1000000000010011, CELLS, 4, 1",
        "0000000000000000, CELLS, 4, 0",
        "1111000000000000, LEFTRIGHT, 4, 0",
        "1101000000000000, LEFTRIGHT, 4, 1",
        "0000000000000000, LEFTRIGHT, 4, 4",
        "1000110001100011, LEFTRIGHT, 4, 0",
        "1000010000100001, TOPBOTTOM, 8, 0",
        "1000010000100001, TOPBOTTOM, 4, 3",
    })
    void piecesAreCounted(String design, Between between, int neighbours, double apart) {
        assertEquals(apart, violation(new Connected("", "1", neighbours, between), SQUARE, design), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "1100110000110011, 2, 0",
        "0000011000000000, 2, 2",
        "1000000000000000, 2, 0",
        "0000010000000000, 1, 0",
    })
    void thinPartsAndGapsAreCounted(String design, int brush, double missed) {
        assertEquals(missed, violation(new FeatureSize("cells", "1", brush), SQUARE, design), 1e-12);
    }

    @Test
    void sidesAreCounted() {
        assertEquals(0, violation(new Perimeter("", "1", 4), SQUARE, "0000010000000000"), 1e-12);
        assertEquals(1, violation(new Perimeter("", "1", 3), SQUARE, "0000010000000000"), 1e-12);
        assertEquals(2, violation(new Perimeter("", "1", 0), SQUARE, "1000000000000000"), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CELLS", "LEFTRIGHT", "TOPBOTTOM", "FEATURES", "PERIMETER", "ALL"})
    void designsAreMendedAndMovesKeepToTheRules(String name) {
        DesignSpace space = DesignSpace.binary(6, 6).withZeros(18);
        DesignRule features = new FeatureSize("", "1", 2).rule(space).orElseThrow();
        DesignRule perimeter = new Perimeter("", "1", 20).rule(space).orElseThrow();
        List<DesignRule> rules =
                switch (name) {
                    case "FEATURES" -> List.of(features);
                    case "PERIMETER" -> List.of(perimeter);
                    case "ALL" ->
                        List.of(
                                features,
                                new Connected("", "1", 4, Between.CELLS)
                                        .rule(space)
                                        .orElseThrow());
                    default ->
                        List.of(new Connected("", "1", 4, Between.valueOf(name))
                                .rule(space)
                                .orElseThrow());
                };
        Problem problem =
                new Problem(space, List.of(new Output("value", "", Goal.MAXIMISE)), rules, List.of(), Set.of());
        Feasibility feasibility = new Feasibility(problem);
        SplittableRandom random = new SplittableRandom(3);
        DesignBatch designs = new RandomSampler(false).sample(space, 30, random, Cancellation.NONE);
        int mended = 0;
        for (int i = 0; i < designs.size(); i++) {
            double[] design = designs.toArray(i);
            boolean kept = feasibility.mend(design, random);
            assertEquals(kept, feasibility.violation(design) == 0);
            assertTrue(space.contains(DesignBatch.ofValues(36, design), 0));
            mended += kept ? 1 : 0;
            double[] before = design.clone();
            if (kept && feasibility.move(design, random)) {
                assertTrue(!Arrays.equals(before, design) && feasibility.violation(design) == 0);
                assertTrue(space.contains(DesignBatch.ofValues(36, design), 0));
            }
        }
        assertTrue(mended >= 20, mended + " of 30 mended");
    }

    @Test
    void movesStayWithinAllLimits() {
        DesignSpace space = DesignSpace.of(
                Block.phases("cells", 2, 4, List.of(new Level("a"), new Level("b"), new Level("c"))),
                Block.integers("layers", new double[] {1}, new double[] {9}, ""),
                Block.continuous("x", new double[3], new double[] {1, 1, 1}, ""));
        space = new Share("cells", "a", 0.25, 0.25).limit(space);
        space = new Share("cells", "b", 0.25, 0.75).limit(space);
        space = new Fixed("cells", "1", "1", "c").limit(space);
        space = new Symmetry("cells", Kind.LEFTRIGHT, 2).limit(space);
        space = new Share("x", "", 0.5, 0.5).limit(space);
        SplittableRandom random = new SplittableRandom(1);
        double[] design = new RandomSampler(false)
                .sample(space, 1, random, Cancellation.NONE)
                .toArray(0);
        Moves moves = new Moves(space);
        boolean[] varied = new boolean[design.length];
        for (int i = 0; i < 2000; i++) {
            double[] before = design.clone();
            assertTrue(moves.change(design, random));
            assertEquals(
                    "",
                    space.objection(DesignBatch.ofValues(design.length, design), 0)
                            .orElse(""));
            for (int j = 0; j < design.length; j++) {
                varied[j] |= design[j] != before[j];
            }
        }
        for (int j = 0; j < design.length; j++) {
            assertEquals(j != 0 && j != 3, varied[j], "variable " + space.variableName(j));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LEFTRIGHT, 0, 3",
        "TOPBOTTOM, 0, 12",
        "DIAGONAL, 1, 4",
        "HALFTURN, 0, 15",
        "QUARTERTURN, 0, 3",
        "QUARTERTURN, 0, 12",
        "PERIODIC, 0, 2",
        "PERIODIC, 0, 8"
    })
    void imagesAreTied(Kind kind, int cell, int image) {
        DesignSpace tied = new Symmetry("", kind, 2).limit(SQUARE);
        assertEquals(tied.leader(cell), tied.leader(image));
        assertTrue(tied.leader(1) != tied.leader(5));
    }

    @Test
    void sumsAreReadAsTheyAreWritten() {
        DesignSpace space = new Sum("shell - 0.0193 radius", 0, Double.POSITIVE_INFINITY).limit(VESSEL);
        Linear linear = space.linears().get(0);
        assertEquals(2 - 0.0193 * 50, linear.sum(new double[] {2, 50}), 1e-15);
        assertEquals(
                -2e-3 * 3 + 4,
                new Sum("-2e-3*shell + radius", 0, 9)
                        .limit(VESSEL)
                        .linears()
                        .get(0)
                        .sum(new double[] {3, 4}),
                1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shell - 0.0193 diameter|Unknown variable 'diameter'",
                "shell radius|cannot be read from position 6",
                "2 +|cannot be read from position 1",
                "shell + shell|has shell twice",
                "1.2.3 shell|no number",
            })
    void wrongSumsAreRefused(String terms, String expected) {
        assertRefused(expected, new Sum(terms, 0, 1), VESSEL);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertRefused("is not square", new Symmetry("", Kind.DIAGONAL, 2), DesignSpace.binary(2, 3));
        assertRefused("equal parts", new Symmetry("", Kind.PERIODIC, 3), SQUARE);
        assertRefused("1 to 4 or a range", new Fixed("", "5", "", "1"), SQUARE);
        assertRefused("1 to 4 or a range", new Fixed("", "3-2", "", "1"), SQUARE);
        assertRefused("Unknown level 'x'", new Fixed("", "1", "", "x"), SQUARE);
        assertRefused("The share of which level", new Share("", "", 0.5, 0.5), SQUARE);
        assertRefused("has no levels", new Share("", "1", 0.5, 0.5), VESSEL);
    }

    private static void assertRefused(String expected, Constraint constraint, DesignSpace space) {
        String message = assertThrows(InvalidInputException.class, () -> constraint.limit(space))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }
}
