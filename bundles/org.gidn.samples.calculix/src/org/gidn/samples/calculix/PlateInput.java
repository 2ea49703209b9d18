// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.calculix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

/**
 * Fills in the input template for a design: the right half of a square plate of unit elements, x = 0 on the crack plane,
 * y = 0 at the crack's mouth. Nodes lie on a grid of half an element's side; the centres of elements have none.
 */
final class PlateInput {
    private static final String TEMPLATE = read();

    private final int rows;
    private final int columns;
    private final String[] phases;
    private final String nodes;
    private final String supports;
    private final String pulled;

    /**
     * @param size elements on a side of the whole plate, even
     * @param crackRows elements along the crack
     * @param modulusRatio Young's modulus of the stiff over that of the soft phase
     * @param poissonRatio Poisson's ratio of both phases
     */
    PlateInput(int size, int crackRows, double modulusRatio, double poissonRatio) {
        this.rows = size;
        this.columns = size / 2;
        this.phases = new String[] {section("SOFT", 1 / modulusRatio, poissonRatio), section("STIFF", 1, poissonRatio)};
        this.nodes = nodes();
        this.supports = onColumn(0, j -> j >= 2 * crackRows, "1, 1, 0") + "\n" + node(0, 2 * crackRows) + ", 2, 2, 0";
        this.pulled = onColumn(2 * columns, j -> true, "1, 1, 1");
    }

    private static String read() {
        try (InputStream stream = PlateInput.class.getResourceAsStream("/templates/plate.inp")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(String name, double modulus, double poissonRatio) {
        return "*MATERIAL, NAME=" + name + "\n*ELASTIC\n" + modulus + ", " + poissonRatio + "\n*SOLID SECTION, ELSET="
                + name + ", MATERIAL=" + name + "\n1";
    }

    /** The input for a design, a value 0 or 1 for each element, row by row. */
    String of(double[] design) {
        StringJoiner elements = new StringJoiner("\n");
        StringJoiner sets = new StringJoiner("\n");
        String[] names = {"SOFT", "STIFF"};
        for (int phase = 0; phase < 2; phase++) {
            String block = elements(design, phase);
            // CalculiX takes no empty sets.
            if (!block.isEmpty()) {
                elements.add("*ELEMENT, TYPE=CPS8, ELSET=" + names[phase] + block);
                elements.add(phases[phase]);
                sets.add(names[phase]);
            }
        }
        return TEMPLATE.replace("{nodes}", nodes)
                .replace("{elements}", elements + "\n*ELSET, ELSET=PLATE\n" + sets)
                .replace("{supports}", supports)
                .replace("{pulled}", pulled);
    }

    private int node(int i, int j) {
        return j * (2 * columns + 1) + i + 1;
    }

    private String nodes() {
        StringJoiner lines = new StringJoiner("\n");
        for (int j = 0; j <= 2 * rows; j++) {
            for (int i = 0; i <= 2 * columns; i++) {
                if (i % 2 == 0 || j % 2 == 0) {
                    lines.add(node(i, j) + ", " + i / 2.0 + ", " + j / 2.0 + ", 0");
                }
            }
        }
        return lines.toString();
    }

    private String onColumn(int column, IntPredicate where, String condition) {
        StringJoiner lines = new StringJoiner("\n");
        for (int j = 0; j <= 2 * rows; j++) {
            if (where.test(j)) {
                lines.add(node(column, j) + ", " + condition);
            }
        }
        return lines.toString();
    }

    private String elements(double[] design, int phase) {
        StringBuilder lines = new StringBuilder();
        for (int element = 0; element < design.length; element++) {
            if (design[element] == phase) {
                int i = 2 * (element % columns);
                int j = 2 * (element / columns);
                int[] corners = {
                    node(i, j), node(i + 2, j), node(i + 2, j + 2), node(i, j + 2),
                    node(i + 1, j), node(i + 2, j + 1), node(i + 1, j + 2), node(i, j + 1)
                };
                lines.append('\n').append(element + 1);
                for (int corner : corners) {
                    lines.append(", ").append(corner);
                }
            }
        }
        return lines.toString();
    }
}
