// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.List;
import java.util.Objects;

/**
 * Quantities over a mesh of quadrilaterals, and curves, for pictures and for other programs.
 *
 * @param nodes node coordinates, {@code [node][x, y]}
 * @param quads node numbers of each element, counter-clockwise, {@code [element][4]}
 * @param variables design variable of each element, or −1
 * @param nodeFields quantities given at nodes
 * @param elementFields quantities given at element centres
 * @param curves curves such as stress against strain
 * @since 1.0
 */
public record Fields(
        double[][] nodes,
        int[][] quads,
        int[] variables,
        List<Field> nodeFields,
        List<Field> elementFields,
        List<Curve> curves) {
    /**
     * @throws IllegalArgumentException if the parts do not fit together; names both sizes
     */
    public Fields {
        require(quads.length, variables.length, "design variables for the elements");
        for (int[] quad : quads) {
            require(4, quad.length, "nodes of an element");
            for (int node : quad) {
                Objects.checkIndex(node, nodes.length);
            }
        }
        for (double[] node : nodes) {
            require(2, node.length, "coordinates of a node");
        }
        for (Field field : nodeFields) {
            require(nodes.length, field.values().length, "values of '" + field.name() + "' at the nodes");
        }
        for (Field field : elementFields) {
            require(quads.length, field.values().length, "values of '" + field.name() + "' at the elements");
        }
        curves = List.copyOf(curves);
    }

    private static void require(int expected, int given, String what) {
        if (given != expected) {
            throw new IllegalArgumentException("there are " + given + " " + what + " instead of " + expected);
        }
    }

    /**
     * One quantity.
     *
     * @param name name in lower case, e.g. {@code displacement}
     * @param unit its unit, or {@code ""}
     * @param components names of the components, one name for a scalar
     * @param values {@code [node or element][component]}
     */
    public record Field(String name, String unit, List<String> components, double[][] values) {
        /**
         * @throws IllegalArgumentException if a row has another number of components
         */
        public Field {
            for (double[] row : values) {
                require(components.size(), row.length, "components of '" + name + "'");
            }
        }
    }

    /**
     * One curve.
     *
     * @param name what it shows
     * @param xTitle title of the x axis with unit
     * @param yTitle title of the y axis with unit
     * @param x abscissae
     * @param y ordinates, as many
     */
    public record Curve(String name, String xTitle, String yTitle, double[] x, double[] y) {
        /**
         * @throws IllegalArgumentException if there are not as many ordinates as abscissae
         */
        public Curve {
            require(x.length, y.length, "ordinates of '" + name + "'");
        }
    }
}
