// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.mesh;

/**
 * A mesh of equal rectangles with its supports.
 *
 * @param nodes node coordinates, {@code [node][x, y]}
 * @param quads node numbers of each finite element, counter-clockwise from the corner with the least coordinates,
 *     {@code [element][4]}
 * @param variables design variable of each finite element
 * @param element the shape of all finite elements
 * @param tips the finite elements whose failure is that of the plate; none if it is not asked for
 * @param prescribed prescribed displacement of each degree of freedom, number 2 · node for x and 2 · node + 1 for y; NaN
 *     where it is free
 * @since 1.0
 */
public record Mesh(
        double[][] nodes, int[][] quads, int[] variables, BilinearElement element, int[] tips, double[] prescribed) {
    /** The number of the {@code local}-th degree of freedom (0 … 7) of a finite element. */
    public int dof(int quad, int local) {
        return 2 * quads[quad][local >> 1] + (local & 1);
    }

    /** The number of degrees of freedom, prescribed ones included. */
    public int dofs() {
        return prescribed.length;
    }
}
