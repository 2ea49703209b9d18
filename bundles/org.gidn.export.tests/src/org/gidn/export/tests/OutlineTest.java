// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.Level;
import org.gidn.export.outline.DesignOutlines;
import org.gidn.export.outline.OutlineFormat;
import org.gidn.export.outline.OutlineSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outlines of designs for printers and cutters. */
class OutlineTest {
    private static final OutlineSize SIZE = new OutlineSize(2, 3, OutlineSize.Unit.MM);

    @TempDir
    private Path folder;

    private static DesignSpace space(int rows, int columns, String... levels) {
        List<Level> named = Arrays.stream(levels).map(Level::new).toList();
        return DesignSpace.of(Block.phases("plate", rows, columns, named));
    }

    private static DesignBatch design(DesignSpace space, String text) {
        return DesignText.parse(List.of(text), space);
    }

    private List<Path> write(DesignSpace space, String text, OutlineFormat format) {
        return new DesignOutlines(space, SIZE).write(design(space, text), 0, format, "7", folder);
    }

    /** A corner of a triangle. */
    private record Corner(float x, float y, float z) {}

    /** A way along an edge. */
    private record Edge(Corner from, Corner to) {}

    private static List<Corner[]> facets(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int count = bytes.getInt(80);
        assertEquals(84 + 50 * count, bytes.capacity());
        List<Corner[]> facets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Corner[] corners = new Corner[3];
            for (int k = 0; k < 3; k++) {
                int at = 84 + 50 * i + 12 + 12 * k;
                corners[k] = new Corner(bytes.getFloat(at), bytes.getFloat(at + 4), bytes.getFloat(at + 8));
            }
            facets.add(corners);
        }
        return facets;
    }

    /** Every edge belongs to two triangles, which go along it in opposite directions. */
    private static void assertWatertight(Path file) throws IOException {
        Map<Edge, Integer> ways = new HashMap<>();
        for (Corner[] corners : facets(file)) {
            for (int k = 0; k < 3; k++) {
                ways.merge(new Edge(corners[k], corners[(k + 1) % 3]), 1, Integer::sum);
            }
        }
        ways.forEach((edge, count) -> {
            assertEquals(1, count, edge.toString());
            assertTrue(ways.containsKey(new Edge(edge.to(), edge.from())), edge.toString());
        });
    }

    /** The volume within the surface, which is positive if it faces outwards. */
    private static double volume(Path file) throws IOException {
        double volume = 0;
        for (Corner[] c : facets(file)) {
            volume += (c[0].x() * (c[1].y() * c[2].z() - c[2].y() * c[1].z())
                            - c[0].y() * (c[1].x() * c[2].z() - c[2].x() * c[1].z())
                            + (double) c[0].z() * (c[1].x() * c[2].y() - c[2].x() * c[1].y()))
                    / 6;
        }
        return volume;
    }

    @Test
    void everySurfaceIsClosedAndHoldsItsCells() throws IOException {
        Random random = new Random(5);
        DesignSpace space = space(5, 7, "soft", "stiff");
        for (int trial = 0; trial < 40; trial++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 35; i++) {
                text.append(random.nextInt(2));
            }
            for (Path file : write(space, text.toString(), OutlineFormat.STL)) {
                assertWatertight(file);
                char level = file.toString().endsWith("soft.stl") ? '0' : '1';
                long cells = text.chars().filter(c -> c == level).count();
                // Of each cell 2 × 2 × 3 mm³, less what is cut off where cells only touch.
                assertEquals(12.0 * cells, volume(file), 12e-4 * cells);
            }
        }
    }

    @Test
    void aCheckerboardFallsIntoPiecesThatDoNotTouch() throws IOException {
        assertWatertight(
                write(space(2, 2, "void", "solid"), "1001", OutlineFormat.STL).get(0));
        assertEquals(
                1,
                write(space(2, 2, "void", "solid"), "1001", OutlineFormat.STL).size());
    }

    @Test
    void theHeadSaysUnitAndThickness() throws IOException {
        Path file =
                write(space(2, 2, "soft", "stiff"), "1111", OutlineFormat.STL).get(0);
        assertEquals("7-stiff.stl", file.getFileName().toString());
        String head = new String(Files.readAllBytes(file), 0, 80, StandardCharsets.UTF_8);
        assertTrue(head.startsWith("GIDN 7-stiff, unit mm, cell 2, thickness 3"), head);
    }

    @Test
    void bothHalvesOfAMirroredSpecimenAreMade() throws IOException {
        DesignSpace space = DesignSpace.of(Block.binary("cells", 2, 2).drawn(new DesignLayout(true, 1)));
        List<Path> files = write(space, "1000", OutlineFormat.STL);
        assertEquals(12.0 * 2, volume(files.get(1)), 1e-6);
    }

    @Test
    void linesAreClosedAndOnLayersOfTheirLevels() throws IOException {
        List<String> lines = Files.readAllLines(write(space(3, 3, "soft", "stiff"), "111101111", OutlineFormat.DXF)
                .get(0));
        assertEquals("  0", lines.get(lines.size() - 2));
        assertEquals("EOF", lines.get(lines.size() - 1));
        assertTrue(lines.get(1).contains("unit mm"));
        // The stiff ring has two lines, the soft cell in it one.
        assertEquals(3, lines.stream().filter("POLYLINE"::equals).count());
        assertEquals(12, lines.stream().filter("VERTEX"::equals).count());
        assertEquals(2 + 8, lines.stream().filter("stiff"::equals).count());
    }

    @Test
    void whatHasNoOutlineIsRefused() {
        DesignSpace reals = DesignSpace.continuous(new double[] {0, 0}, new double[] {1, 1});
        assertThrows(InvalidInputException.class, () -> new DesignOutlines(reals, SIZE));
        assertThrows(InvalidInputException.class, () -> new OutlineSize(0, 3, OutlineSize.Unit.MM));
        DesignSpace space = space(1, 2, "soft", "stiff");
        DesignBatch mixed = DesignBatch.ofValues(2, new double[] {0.5, 1});
        assertThrows(InvalidInputException.class, () -> new DesignOutlines(space, SIZE)
                .write(mixed, 0, OutlineFormat.STL, "7", folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "1101", "1111"})
    void admeshFindsNothingToMend(String text) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/admesh")), "admesh is not installed");
        Path file = write(space(2, 2, "void", "solid"), text, OutlineFormat.STL).get(0);
        Process admesh = new ProcessBuilder("admesh", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(admesh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, admesh.waitFor(), told);
        assertTrue(told.matches("(?s).*Total disconnected facets\\s*:\\s*0\\s+0\\s.*"), told);
        assertTrue(told.matches("(?s).*Facets reversed\\s*:\\s*0.*"), told);
    }
}
