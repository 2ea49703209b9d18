// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.Arrays;
import org.gidn.core.InvalidInputException;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * A rectangle of unit squares, its nodes and elements numbered row by row from the top, with supports, forces and springs that are added
 * before it is used.
 */
final class DensityMesh {
    private final int rows;
    private final int columns;
    private final double[] prescribed;
    private final double[] loads;
    private final double[] springs;

    DensityMesh(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new InvalidInputException(
                    "The plate needs at least one row and one column, but has " + rows + " × " + columns + ".");
        }
        this.rows = rows;
        this.columns = columns;
        int dofs = 2 * (rows + 1) * (columns + 1);
        prescribed = new double[dofs];
        Arrays.fill(prescribed, Double.NaN);
        loads = new double[dofs];
        springs = new double[dofs];
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The degree of freedom of a node, by the line from the top and from the left; direction 0 for x, 1 for y. */
    int dof(int line, int column, int direction) {
        return 2 * (line * (columns + 1) + column) + direction;
    }

    DensityMesh hold(int line, int column, int direction) {
        prescribed[dof(line, column, direction)] = 0;
        return this;
    }

    DensityMesh force(int line, int column, int direction, double value) {
        loads[dof(line, column, direction)] = value;
        return this;
    }

    DensityMesh spring(int line, int column, int direction, double stiffness) {
        springs[dof(line, column, direction)] = stiffness;
        return this;
    }

    double[] loads() {
        return loads.clone();
    }

    double[] springs() {
        return springs.clone();
    }

    Mesh mesh() {
        double[][] nodes = new double[prescribed.length / 2][];
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = new double[] {node % (columns + 1), rows - node / (columns + 1)};
        }
        int[][] quads = new int[rows * columns][];
        int[] variables = new int[quads.length];
        for (int quad = 0; quad < quads.length; quad++) {
            int top = quad / columns * (columns + 1) + quad % columns;
            int bottom = top + columns + 1;
            quads[quad] = new int[] {bottom, bottom + 1, top + 1, top};
            variables[quad] = quad;
        }
        return new Mesh(nodes, quads, variables, new BilinearElement(1, 1, 1), new int[0], prescribed.clone());
    }
}
