// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import org.gidn.fem.mesh.BilinearElement;

/**
 * One row of finite elements between two lines of nodes, for condensing a plate row by row. What lies on one side of a
 * line is known by a front: a symmetric matrix over the line's free degrees of freedom, then the unit load, then the
 * strains that are to be followed; its Schur complement gives energy and strains. Fronts are square arrays of which the
 * lower triangle counts.
 */
final class RowTransfer {
    private static final int DOFS = BilinearElement.DOFS;

    private final int near;
    private final int extra;
    private final int size;
    /** Design column of each element of the row. */
    private final int[] columns;
    /** Position of each degree of freedom of each element in the matrix over both lines, −1 if it stays zero. */
    private final int[][] positions;
    /** 1, or the prescribed displacement where the position is that of the load. */
    private final double[][] weights;
    /** Strain coefficients of the row's elements: {@code [strain][position]}. */
    private final double[][] strains;

    private final double[] work;

    /**
     * @param near number of free degrees of freedom of the line to leave
     * @param far the same of the line to reach
     * @param extra 1 for the load and 1 for each strain
     */
    RowTransfer(
            int near, int far, int extra, int[] columns, int[][] positions, double[][] weights, double[][] strains) {
        this.near = near;
        this.extra = extra;
        this.size = near + far + extra;
        this.columns = columns;
        this.positions = positions;
        this.weights = weights;
        this.strains = strains;
        this.work = new double[size * size];
    }

    /**
     * Adds the row to a front and eliminates the line that is left.
     *
     * @param from front of the line to leave
     * @param pattern bit c is set where design column c is stiff
     * @param stiffness element stiffness of the soft and the stiff material
     * @param to receives the front of the line to reach
     */
    void apply(double[] from, int pattern, double[][] stiffness, double[] to) {
        Arrays.fill(work, 0);
        int far = size - extra - near;
        int fromSize = near + extra;
        for (int i = 0; i < fromSize; i++) {
            for (int j = 0; j <= i; j++) {
                work[place(i, far) * size + place(j, far)] = from[i * fromSize + j];
            }
        }
        for (int e = 0; e < columns.length; e++) {
            addElement(positions[e], weights[e], stiffness[pattern >> columns[e] & 1]);
        }
        for (int s = 0; s < strains.length; s++) {
            int row = (size - strains.length + s) * size;
            for (int j = 0; j < size - strains.length; j++) {
                work[row + j] += strains[s][j];
            }
        }
        for (int pivot = 0; pivot < near; pivot++) {
            eliminate(pivot);
        }
        int toSize = far + extra;
        for (int i = 0; i < toSize; i++) {
            System.arraycopy(work, (near + i) * size + near, to, i * toSize, i + 1);
        }
    }

    private int place(int position, int far) {
        return position < near ? position : position + far;
    }

    private void addElement(int[] position, double[] weight, double[] stiffness) {
        for (int i = 0; i < DOFS; i++) {
            for (int j = 0; j < DOFS; j++) {
                if (position[j] >= 0 && position[i] >= position[j]) {
                    work[position[i] * size + position[j]] += stiffness[DOFS * i + j] * weight[i] * weight[j];
                }
            }
        }
    }

    private void eliminate(int pivot) {
        double inverse = 1 / work[pivot * size + pivot];
        for (int i = pivot + 1; i < size; i++) {
            double factor = work[i * size + pivot] * inverse;
            if (factor != 0) {
                for (int j = pivot + 1; j <= i; j++) {
                    work[i * size + j] -= factor * work[j * size + pivot];
                }
            }
        }
    }
}
