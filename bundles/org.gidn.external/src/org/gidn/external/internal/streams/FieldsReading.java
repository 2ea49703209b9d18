// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.Fields.Curve;
import org.gidn.core.evaluation.Fields.Field;
import org.gidn.core.text.Table;
import org.gidn.external.internal.process.Trouble;

/**
 * Takes apart what a program shows of a design: {@code fields} by name with {@code values} at the nodes or at the elements of a {@code
 * mesh}, perhaps a {@code unit} and the names of {@code components}, and {@code curves} with {@code x} and {@code y}. Without a mesh the
 * elements are the cells of the first block that is a picture.
 *
 * @param answer as JSON: objects are maps, lists are lists, numbers are doubles
 */
record FieldsReading(DesignSpace space, Map<?, ?> answer) {
    /** As much as anybody looks at, so that a program that does not end its line fills no memory. */
    static final long LONGEST = 64 << 20;

    /**
     * The fields.
     *
     * @throws Trouble if they are none; says what is wrong
     */
    Fields fields() throws Trouble {
        if (!(answer.get("fields") instanceof Map<?, ?> given)) {
            throw Answer.nonsense("has no 'fields' by name");
        }
        Mesh mesh = answer.get("mesh") == null ? cells() : mesh(answer.get("mesh"));
        List<Field> nodes = new ArrayList<>();
        List<Field> elements = new ArrayList<>();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            String name = (String) entry.getKey();
            Field field = field(name, entry.getValue());
            if (field.values().length == mesh.quads().length) {
                elements.add(field);
            } else if (field.values().length == mesh.nodes().length) {
                nodes.add(field);
            } else {
                throw Answer.nonsense("has " + field.values().length + " values of the field '" + Table.shown(name)
                        + "', where the mesh has " + mesh.quads().length + " elements and " + mesh.nodes().length
                        + " nodes");
            }
        }
        return new Fields(mesh.nodes(), mesh.quads(), mesh.variables(), nodes, elements, curves());
    }

    private record Mesh(double[][] nodes, int[][] quads, int[] variables) {}

    /** Squares of side 1, a cell each, the first row on top. */
    private Mesh cells() throws Trouble {
        for (int b = 0; b < space.blocks().size(); b++) {
            Block block = space.blocks().get(b);
            if (block.picture()) {
                return cells(block.rows(), block.columns(), space.first(b));
            }
        }
        throw Answer.nonsense(
                "has fields without a 'mesh', but no block of variables is a picture whose cells could be one");
    }

    private static Mesh cells(int rows, int columns, int first) {
        double[][] nodes = new double[(rows + 1) * (columns + 1)][];
        Arrays.setAll(nodes, n -> new double[] {n % (columns + 1), rows - n / (columns + 1)});
        int[][] quads = new int[rows * columns][];
        int[] variables = new int[quads.length];
        for (int cell = 0; cell < quads.length; cell++) {
            int below = (cell / columns + 1) * (columns + 1) + cell % columns;
            int above = below - columns - 1;
            quads[cell] = new int[] {below, below + 1, above + 1, above};
            variables[cell] = first + cell;
        }
        return new Mesh(nodes, quads, variables);
    }

    private static Mesh mesh(Object given) throws Trouble {
        if (!(given instanceof Map<?, ?> mesh)) {
            throw Answer.nonsense("has a 'mesh' that is no object of 'nodes' and 'quads'");
        }
        double[][] nodes = rows(mesh.get("nodes"), "'nodes' of the mesh");
        double[][] corners = rows(mesh.get("quads"), "'quads' of the mesh");
        requireLength(nodes, 2, "a node of the mesh", "coordinates");
        requireLength(corners, 4, "an element of the mesh", "nodes");
        int[][] quads = new int[corners.length][4];
        for (int quad = 0; quad < quads.length; quad++) {
            for (int k = 0; k < 4; k++) {
                double node = corners[quad][k];
                if (!(node >= 0 && node < nodes.length && node == Math.rint(node))) {
                    throw Answer.nonsense("has an element of the mesh with the node " + node
                            + "; its nodes are numbered 0 to " + (nodes.length - 1));
                }
                quads[quad][k] = (int) node;
            }
        }
        int[] variables = new int[quads.length];
        Arrays.fill(variables, -1);
        return new Mesh(nodes, quads, variables);
    }

    private static Field field(String name, Object given) throws Trouble {
        if (!(given instanceof Map<?, ?> field)) {
            throw Answer.nonsense("has the field '" + Table.shown(name) + "' that is no object with 'values'");
        }
        double[][] values = rows(field.get("values"), "'values' of the field '" + Table.shown(name) + "'");
        List<String> components = field.get("components") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of("value");
        requireLength(values, components.size(), "the field '" + Table.shown(name) + "'", "components");
        return new Field(name, text(field.get("unit")), components, values);
    }

    private List<Curve> curves() throws Trouble {
        List<Curve> curves = new ArrayList<>();
        if (answer.get("curves") instanceof Map<?, ?> given) {
            for (Map.Entry<?, ?> entry : given.entrySet()) {
                String name = (String) entry.getKey();
                if (!(entry.getValue() instanceof Map<?, ?> curve)) {
                    throw Answer.nonsense("has the curve '" + Table.shown(name) + "' that is no object of 'x' and 'y'");
                }
                double[] x = column(curve.get("x"), "'x' of the curve '" + Table.shown(name) + "'");
                double[] y = column(curve.get("y"), "'y' of the curve '" + Table.shown(name) + "'");
                if (x.length != y.length) {
                    throw Answer.nonsense("has " + x.length + " numbers as 'x' and " + y.length
                            + " as 'y' of the curve '" + Table.shown(name) + "'");
                }
                curves.add(new Curve(name, text(curve.get("xTitle")), text(curve.get("yTitle")), x, y));
            }
        }
        return curves;
    }

    private static String text(Object given) {
        return given instanceof String text ? text : "";
    }

    private static double[] column(Object given, String what) throws Trouble {
        double[][] rows = rows(given, what);
        requireLength(rows, 1, what, "numbers in a place");
        return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    }

    private static void requireLength(double[][] rows, int length, String what, String of) throws Trouble {
        for (double[] row : rows) {
            if (row.length != length) {
                throw Answer.nonsense("has " + what + " with " + row.length + " " + of + " instead of " + length);
            }
        }
    }

    /** A list of numbers, or of lists of numbers; {@code null} stands for NaN. */
    private static double[][] rows(Object given, String what) throws Trouble {
        if (!(given instanceof List<?> list)) {
            throw Answer.nonsense("has no list as " + what);
        }
        double[][] rows = new double[list.size()][];
        for (int i = 0; i < rows.length; i++) {
            List<?> row = list.get(i) instanceof List<?> several ? several : Arrays.asList(list.get(i));
            rows[i] = new double[row.size()];
            for (int k = 0; k < row.size(); k++) {
                if (row.get(k) != null && !(row.get(k) instanceof Double)) {
                    throw Answer.nonsense("has '" + Table.shown(String.valueOf(row.get(k))) + "' among " + what
                            + ", where a number is expected");
                }
                rows[i][k] = row.get(k) instanceof Double number ? number : Double.NaN;
            }
        }
        return rows;
    }
}
