// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.Level;
import org.gidn.core.design.LevelCount;
import org.gidn.core.design.Linear;
import org.gidn.core.design.Relaxation;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.text.Csv;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Designs of blocks of every kind, within limits of every kind. */
class BlocksTest {
    private static final List<Level> PHASES = List.of(new Level("soft"), new Level("middle"), new Level("stiff"));
    private static final Block GRID = Block.phases("phases", 2, 3, PHASES);
    private static final Block PROCESS =
            Block.categories("process", 1, List.of(new Level("cast"), new Level("rolled"), new Level("printed")));
    private static final Block LAYERS = Block.integers("layers", new double[] {1}, new double[] {9}, "");
    private static final Block SIZES = Block.continuous("size", new double[] {0.5, -2}, new double[] {2, 8}, "mm");
    private static final DesignSpace MIXED = DesignSpace.of(GRID, PROCESS, LAYERS, SIZES);

    static List<Integer> seeds() {
        return IntStream.range(0, 60).boxed().toList();
    }

    /** A space of some blocks with some limits. */
    private static DesignSpace space(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Block> blocks = new ArrayList<>();
        for (Block block : List.of(Block.binary("cells", 2, 4), GRID, PROCESS, LAYERS, SIZES)) {
            if (random.nextBoolean()) {
                blocks.add(block);
            }
        }
        DesignSpace space = DesignSpace.of(blocks.isEmpty() ? List.of(GRID) : blocks);
        for (int b = 0; b < space.blocks().size(); b++) {
            Block block = space.blocks().get(b);
            if (block.kind() == Block.Kind.PHASES) {
                int first = space.first(b);
                if (random.nextBoolean()) {
                    space = space.withTie(first, first + 1).withTie(first + 1, first + 4);
                }
                if (random.nextBoolean()) {
                    space = space.withFixed(first + 2, 1);
                }
                if (random.nextBoolean()) {
                    space = space.withCount(new LevelCount(b, 0, 2, random.nextBoolean() ? 2 : 3));
                }
            } else if (block == SIZES && random.nextBoolean()) {
                int[] both = {space.first(b), space.first(b) + 1};
                space = space.withLinear(new Linear("sizes", both, new double[] {1, 0.5}, 1, 1.25));
            }
        }
        return space;
    }

    private static DesignBatch sample(DesignSpace space, int count, long seed) {
        return new RandomSampler(false).sample(space, count, new SplittableRandom(seed), Cancellation.NONE);
    }

    @Test
    void aDesignIsWrittenBlockByBlock() {
        DesignBatch design = DesignBatch.ofValues(10, new double[] {0, 1, 2, 2, 1, 0, 1, 7, 0.75, -1});
        assertEquals("012210 | rolled | 7 | 0.75 -1.0", DesignText.format(MIXED, design, 0));
        assertEquals(
                List.of("phases[1,1]", "phases[2,3]", "process", "layers", "size1", "size2"),
                IntStream.of(0, 5, 6, 7, 8, 9).mapToObj(MIXED::variableName).toList());
        assertTrue(MIXED.contains(design, 0));
        assertArrayEquals(
                design.toArray(0),
                DesignText.parse(List.of("0 1 2 2 1 0 rolled 7 0.75 -1"), MIXED).toArray(0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void samplesKeepToAllLimitsAndReadBack(int seed) {
        DesignSpace space = space(seed);
        DesignBatch designs = sample(space, 40, seed);
        List<String> texts = new ArrayList<>();
        StringBuilder columns = new StringBuilder();
        Csv.append(
                columns,
                IntStream.range(0, space.variables())
                        .mapToObj(space::variableName)
                        .toList());
        for (int i = 0; i < designs.size(); i++) {
            assertEquals("", space.objection(designs, i).orElse(""));
            texts.add(DesignText.format(space, designs, i));
            double[] design = designs.toArray(i);
            Csv.append(
                    columns,
                    IntStream.range(0, design.length)
                            .mapToObj(j -> space.blockOf(j).kind() == Block.Kind.CATEGORICAL
                                    ? space.blockOf(j)
                                            .levels()
                                            .get((int) design[j])
                                            .name()
                                    : Csv.number(design[j]))
                            .toList());
        }
        for (DesignBatch read : List.of(
                DesignText.parse(texts, space),
                table("design\n" + texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining("\n")))
                        .designs(space),
                table(columns.toString()).designs(space))) {
            for (int i = 0; i < designs.size(); i++) {
                assertArrayEquals(designs.toArray(i), read.toArray(i));
            }
        }
    }

    private static DesignTable table(String text) {
        return DesignTable.parse(text.getBytes(StandardCharsets.UTF_8), "file");
    }

    /** All designs of a space without continuous variables, looked at one by one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void designsAreCountedAsTheyAre(int seed) {
        DesignSpace space = space(seed);
        if (!space.discrete()) {
            assertThrows(InvalidInputException.class, space::count);
            return;
        }
        BigInteger all = DesignSpace.of(space.blocks()).count();
        double[] design = new double[space.variables()];
        if (all.bitLength() > 18) {
            return;
        }
        int found = 0;
        for (int number = 0; number < all.intValueExact(); number++) {
            int rest = number;
            for (int j = 0; j < design.length; j++) {
                int levels = (int) (space.upper(j) - space.lower(j)) + 1;
                design[j] = space.lower(j) + rest % levels;
                rest /= levels;
            }
            found += space.contains(DesignBatch.ofValues(design.length, design), 0) ? 1 : 0;
        }
        assertEquals(BigInteger.valueOf(found), space.count());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void designsOfASpaceDecodeToThemselves(int seed) {
        DesignSpace space = space(seed);
        DesignBatch designs = sample(space, 20, seed);
        Relaxation relaxation = new Relaxation(space);
        Decoder decoder = relaxation.decoder();
        float[] inputs = new float[relaxation.inputs()];
        double[] design = new double[space.variables()];
        for (int i = 0; i < designs.size(); i++) {
            relaxation.encode(designs, i, inputs, 0);
            double[] exact = relaxation.encode(designs.toArray(i));
            for (int input = 0; input < inputs.length; input++) {
                assertEquals(inputs[input], (float) exact[input]);
            }
            decoder.decode(inputs, 0, design);
            for (int j = 0; j < design.length; j++) {
                assertEquals(
                        designs.value(i, j), design[j], space.blockOf(j).kind() == Block.Kind.CONTINUOUS ? 1e-5 : 0);
            }
        }
    }

    @Test
    void levelsGoWhereTheirScoresAre() {
        DesignSpace space = DesignSpace.of(Block.phases("cells", 1, 4, PHASES))
                .withCount(new LevelCount(0, 0, 1, 1))
                .withCount(new LevelCount(0, 2, 1, 4));
        float[] inputs = {.9f, .1f, 0, .8f, .7f, 0, .1f, .9f, .2f, 0, .5f, .4f};
        double[] design = new double[4];
        new Relaxation(space).decoder().decode(inputs, 0, design);
        assertArrayEquals(new double[] {0, 1, 1, 2}, design);
    }

    @Test
    void sumsAreMetByTheLeastShift() {
        DesignSpace space = DesignSpace.continuous(new double[3], new double[] {1, 1, 1})
                .withLinear(new Linear("the mean", new int[] {0, 1, 2}, new double[] {1, 1, 1}, 1.5, 1.5));
        double[] design = new double[3];
        new Relaxation(space).decoder().decode(new float[] {0.1f, 0.2f, 0.9f}, 0, design);
        assertArrayEquals(new double[] {0.2, 0.3, 1}, design, 1e-6);
    }

    @Test
    void samplesOfPhasesAreEvenlyShared() {
        DesignSpace space = DesignSpace.of(GRID, LAYERS);
        DesignBatch designs = sample(space, 6000, 1);
        int[] phases = new int[3];
        int[] layers = new int[10];
        for (int i = 0; i < designs.size(); i++) {
            phases[(int) designs.value(i, 3)]++;
            layers[(int) designs.value(i, 6)]++;
        }
        for (int phase : phases) {
            assertEquals(2000, phase, 150);
        }
        for (int layer = 1; layer <= 9; layer++) {
            assertEquals(667, layers[layer], 100);
        }
    }

    @Test
    void distinctSamplesDifferUntilThereAreNoMore() {
        DesignSpace space = DesignSpace.of(PROCESS, LAYERS);
        DesignBatch all = new RandomSampler(true).sample(space, 27, new SplittableRandom(1), Cancellation.NONE);
        assertEquals(
                27,
                IntStream.range(0, 27)
                        .mapToObj(i -> DesignText.format(space, all, i))
                        .distinct()
                        .count());
        assertThrows(InvalidInputException.class, () -> new RandomSampler(true)
                .sample(space, 28, new SplittableRandom(1), Cancellation.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "01221 | cast | 7 | 1 1; Block 'phases' of design 1 has 5 characters",
                "012230 | cast | 7 | 1 1; only 0 (soft), 1 (middle) and 2 (stiff) are allowed",
                "012210 | wrought | 7 | 1 1; where one of cast, rolled, printed is expected",
                "012210 | cast | 7; Design 1 has 3 blocks; 4 are needed",
                "012210 | cast | 7 | 1 x; has 'x' where number 2 is expected"
            })
    void wrongTextIsToldByBlock(String text, String expected) {
        String message = assertThrows(InvalidInputException.class, () -> DesignText.parse(List.of(text), MIXED))
                .getMessage();
        assertTrue(message.contains(expected.split(";")[0].strip()), message);
    }

    @Test
    void whatIsOutsideIsToldByVariable() {
        DesignSpace space = MIXED.withFixed(1, 2)
                .withTie(0, 3)
                .withCount(new LevelCount(0, 0, 1, 2))
                .withLinear(new Linear("the sum of sizes", new int[] {8, 9}, new double[] {1, 1}, 0, 3));
        assertEquals("has middle at phases[1,2], which is fixed at stiff", objection(space, "012010 | cast | 7 | 1 1"));
        assertEquals(
                "has middle at phases[2,1], which is tied to phases[1,1] with soft",
                objection(space, "022110 | cast | 7 | 1 1"));
        assertEquals("has 4 cells of soft instead of 1 to 2", objection(space, "020010 | cast | 7 | 1 1"));
        assertEquals(
                "has 12.0 as variable layers, where a whole number from 1 to 9 is allowed",
                objection(space, "022022 | cast | 12 | 1 1"));
        assertEquals("has 4.0 as the sum of sizes, where 3.0 is the most", objection(space, "022022 | cast | 7 | 1 3"));
        assertEquals("", objection(space, "022022 | cast | 7 | 1 2"));
    }

    private static String objection(DesignSpace space, String text) {
        return space.objection(DesignText.parse(List.of(text), space), 0).orElse("");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("Two blocks of variables are called 'phases'", () -> DesignSpace.of(GRID, GRID));
        refused(
                "Two variables are called 'a1'",
                () -> DesignSpace.of(
                        Block.continuous("a", new double[2], new double[] {1, 1}, ""),
                        Block.continuous("a1", new double[1], new double[] {1}, "")));
        refused("cannot be the name of a block", () -> Block.binary("1st", 1, 1));
        refused("cannot be the name of a level", () -> new Level("two words"));
        refused("has the colour 'red'", () -> new Level("a", "red"));
        refused("has 1 levels", () -> Block.phases("a", 1, 1, List.of(new Level("a"))));
        refused("two levels 'a'", () -> Block.phases("a", 1, 1, List.of(new Level("a"), new Level("a"))));
        refused(
                "calls its level 0 '1.0', which tables would take for the number of a level",
                () -> Block.phases("a", 1, 1, List.of(new Level("1.0"), new Level("3"))));
        assertEquals(
                2,
                Block.categories("a", 1, List.of(new Level("1"), new Level("3")))
                        .levels()
                        .size());
        refused("whole numbers", () -> Block.integers("a", new double[] {0.5}, new double[] {2}, ""));
        refused("leave it out", () -> Block.integers("a", new double[] {4}, new double[] {4}, ""));
        refused("too far apart", () -> Block.continuous("a", new double[] {-1e308}, new double[] {1e308}, ""));
        refused("has 37 levels", () -> Block.phases("a", 1, 1, levels(37)));
        assertEquals(37, Block.categories("a", 1, levels(37)).levels().size());
        refused("has 1001 levels", () -> Block.categories("a", 1, levels(1001)));
        refused("do not fill 2 × 2", () -> Block.binary("a", 1, 3).drawn(2, 2, null));
        refused("different blocks or ranges", () -> MIXED.withTie(0, 6));
        refused("is to be fixed at soft and at stiff", () -> MIXED.withFixed(0, 0)
                .withFixed(0, 2));
        refused("is to be fixed at 3.0, where a whole number from 0 to 2 is allowed", () -> MIXED.withFixed(0, 3));
        refused(
                "are tied to each other, but fixed at soft and stiff",
                () -> MIXED.withFixed(0, 0).withFixed(1, 2).withTie(0, 1));
        refused("must lie in 0 … 6, but is to be 7", () -> MIXED.withCount(new LevelCount(0, 0, 7, 7)));
        refused("only cells of phases and categories", () -> MIXED.withCount(new LevelCount(2, 0, 1, 1)));
        refused("is not continuous", () -> MIXED.withLinear(new Linear("x", new int[] {0}, new double[] {1}, 0, 1)));
        assertFalse(MIXED.binary() || MIXED.continuous() || MIXED.discrete() || MIXED.swappable());
    }

    private static List<Level> levels(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Level("l" + i)).toList();
    }

    @Test
    void valuesOfOneVariableReadBackAsTheyAreShown() {
        SplittableRandom random = new SplittableRandom(5);
        double[] design = new RandomSampler(false)
                .sample(MIXED, 1, random, Cancellation.NONE)
                .toArray(0);
        for (int j = 0; j < design.length; j++) {
            assertEquals(design[j], MIXED.read(j, " " + MIXED.shown(j, design[j]) + " "), MIXED.variableName(j));
        }
        assertEquals("stiff", MIXED.shown(0, 2));
        refused("cannot be 'stif'; one of soft, middle, stiff is allowed", () -> MIXED.read(0, "stif"));
        refused("cannot be '3'", () -> MIXED.read(0, "3"));
        refused("cannot be 'NaN'", () -> MIXED.read(MIXED.variables() - 1, "NaN"));
    }

    private static void refused(String reason, Runnable what) {
        String message = assertThrows(InvalidInputException.class, what::run).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
