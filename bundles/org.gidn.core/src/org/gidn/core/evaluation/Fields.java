// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.List;

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
     * One quantity.
     *
     * @param name name in lower case, e.g. {@code displacement}
     * @param unit its unit, or {@code ""}
     * @param components names of the components, one name for a scalar
     * @param values {@code [node or element][component]}
     */
    public record Field(String name, String unit, List<String> components, double[][] values) {}

    /**
     * One curve.
     *
     * @param name what it shows
     * @param xTitle title of the x axis with unit
     * @param yTitle title of the y axis with unit
     * @param x abscissae
     * @param y ordinates, as many
     */
    public record Curve(String name, String xTitle, String yTitle, double[] x, double[] y) {}
}
