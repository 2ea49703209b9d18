// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.DesignText;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written reads back the same: designs of any space, as text, as columns and as JSON. */
class DesignTextTest {
    /** Numbers that texts like to lose. */
    private static final double[] SPECIAL = {
        0,
        1,
        -1,
        -0.0,
        0.1 + 0.2,
        1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE / 2,
        1e15,
        1e16,
        12345678.9,
        1 / 3.0,
        10,
        100
    };

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    /** Any space, and designs of any numbers for it; half of the binary ones are relaxed. */
    private record Example(DesignSpace space, DesignBatch designs) {
        static Example of(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = 1 + random.nextInt(3);
            int columns = 1 + random.nextInt(random.nextBoolean() ? 3 : 70);
            boolean binary = random.nextBoolean();
            boolean dense = !binary || random.nextInt(4) == 0;
            int variables = binary ? rows * columns : columns;
            double[] bound = new double[variables];
            Arrays.fill(bound, Double.MAX_VALUE / 2);
            double[] low = new double[variables];
            Arrays.fill(low, -Double.MAX_VALUE / 2);
            double[] values = new double[5 * variables];
            for (int i = 0; i < values.length; i++) {
                values[i] = dense && random.nextBoolean()
                        ? random.nextInt(3) == 0 ? random.nextDouble() : SPECIAL[random.nextInt(SPECIAL.length)]
                        : random.nextInt(2);
            }
            return new Example(
                    binary ? DesignSpace.binary(rows, columns) : DesignSpace.continuous(low, bound),
                    DesignBatch.ofValues(variables, values));
        }

        List<String> texts() {
            return IntStream.range(0, designs.size())
                    .mapToObj(i -> DesignText.format(space, designs, i))
                    .toList();
        }

        void assertSame(DesignBatch read) {
            assertEquals(designs.size(), read.size());
            for (int i = 0; i < designs.size(); i++) {
                double[] expected = designs.toArray(i);
                // A bit has no sign.
                assertArrayEquals(
                        space.binary()
                                ? Arrays.stream(expected)
                                        .map(value -> value + 0.0)
                                        .toArray()
                                : expected,
                        read.toArray(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void textReadsBackAsTheSameDesign(int seed) {
        Example example = Example.of(seed);
        example.assertSame(DesignText.parse(example.texts(), example.space()));
        String lines = String.join("\n", example.texts());
        example.assertSame(table(lines).designs(example.space()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void columnsReadBackAsTheSameDesign(int seed) {
        Example example = Example.of(seed);
        StringBuilder one = new StringBuilder();
        StringBuilder each = new StringBuilder();
        StringBuilder json = new StringBuilder();
        int variables = example.designs().variables();
        Csv.append(one, List.of("note", "design"));
        Csv.append(
                each, IntStream.rangeClosed(1, variables).mapToObj(j -> "x" + j).toList());
        for (int i = 0; i < example.designs().size(); i++) {
            Csv.append(one, List.of("a, \"b\"\n c", example.texts().get(i)));
            double[] design = example.designs().toArray(i);
            Csv.append(each, Arrays.stream(design).mapToObj(Csv::number).toList());
            json.append(Arrays.stream(design)
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(",", "{\"design\": [", "]}\n")));
        }
        for (StringBuilder text : List.of(one, each, json)) {
            example.assertSame(table(text.toString()).designs(example.space()));
        }
    }

    private static DesignTable table(String text) {
        return DesignTable.parse(text.getBytes(StandardCharsets.UTF_8), "file");
    }

    @Test
    void theFormIsThatOfTheSpaceNotThatOfTheValues() {
        DesignSpace plane = DesignSpace.continuous(new double[] {-5, -5}, new double[] {5, 5});
        DesignBatch corner = DesignBatch.ofValues(2, new double[] {1, 0});
        assertEquals("1.0 0.0", DesignText.format(plane, corner, 0));
        assertEquals("10", DesignText.format(DesignSpace.binary(1, 2), corner, 0));
        assertTrue(DesignText.parse(List.of("1 0", "0,1"), DesignSpace.binary(1, 2))
                .packed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN 1", "1 Infinity", "1 -Infinity", "1e999 0", "1d 0", "0x1p1 0", "1 2 3", "1", "", "1,5,2"})
    void whatIsNoPointIsNoDesign(String text) {
        DesignSpace plane = DesignSpace.continuous(new double[] {-5, -5}, new double[] {5, 5});
        assertThrows(InvalidInputException.class, () -> DesignText.parse(List.of(text), plane));
    }

    @Test
    void aSpaceSaysWhatBreaksADesign() {
        DesignSpace quarter = DesignSpace.binary(2, 4).withZeros(2);
        DesignBatch designs = DesignText.parse(List.of("00111111", "11111110", "0 0 1 1 1 1 1 0.5"), quarter);
        assertTrue(quarter.contains(designs, 0));
        assertEquals("has 1 zero instead of 2", quarter.objection(designs, 1).orElseThrow());
        assertEquals(
                "has 0.5 as variable 8, where 0 or 1 is allowed",
                quarter.objection(designs, 2).orElseThrow());
        DesignSpace plane = DesignSpace.continuous(new double[] {-5, 0}, new double[] {5, 1});
        DesignBatch points = DesignBatch.ofValues(2, new double[] {-5, 1, 0, 1.5, Double.NaN, 0});
        assertTrue(plane.contains(points, 0));
        assertEquals(
                "has 1.5 as variable 2, where 0.0 to 1.0 is allowed",
                plane.objection(points, 1).orElseThrow());
        assertFalse(plane.contains(points, 2));
    }

    @Test
    void numbersAreWhatPeopleWrite() {
        List<String> numbers = new ArrayList<>();
        for (String text : List.of("1", "-1.5", "+2.", ".5", "1e3", "1E-3", "007")) {
            numbers.add(Double.toString(Decimal.parse(text)));
        }
        assertEquals(List.of("1.0", "-1.5", "2.0", "0.5", "1000.0", "0.001", "7.0"), numbers);
        for (String text :
                List.of("", " 1", "1 ", "1.5d", "2f", "0x10", "NaN", "Infinity", "1,5", "9 MPa", "1e999", "e3")) {
            assertTrue(Double.isNaN(Decimal.parse(text)), text);
        }
    }
}
