// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.mesh;

import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;

/**
 * The four-node bilinear rectangle in plane stress. Its nodes are numbered counter-clockwise from the corner with the
 * least coordinates; its eight displacements are u_x, u_y of each node in turn. Immutable.
 *
 * @param width side in the x direction, called a in the paper
 * @param height side in the y direction, called b in the paper
 * @param thickness thickness, called t in the paper
 * @since 1.0
 */
public record BilinearElement(double width, double height, double thickness) {
    /** Displacements of an element. */
    public static final int DOFS = 8;

    private static final int[] SIGN_X = {-1, 1, 1, -1};
    private static final int[] SIGN_Y = {-1, -1, 1, 1};
    /** Row and column of each entry of a {@link Material}'s matrices. */
    private static final int[] ENTRY_ROW = {0, 0, 1, 0, 1, 2};

    private static final int[] ENTRY_COLUMN = {0, 1, 1, 2, 2, 2};

    /**
     * @throws InvalidInputException if a side or the thickness is not positive and finite
     */
    public BilinearElement {
        requirePositive("width", width);
        requirePositive("height", height);
        requirePositive("thickness", thickness);
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidInputException(
                    "The element's " + name + " must be a number above 0, but is " + value + ".");
        }
    }

    /**
     * The strain–displacement matrix at a point.
     *
     * @param xi natural coordinate in x, −1 … 1
     * @param eta natural coordinate in y, −1 … 1
     * @return {@code [3][8]}, rows ε_xx, ε_yy, γ_xy
     */
    public double[][] strainDisplacement(double xi, double eta) {
        double[][] b = new double[3][DOFS];
        for (int node = 0; node < 4; node++) {
            double byX = SIGN_X[node] * (1 + SIGN_Y[node] * eta) / (2 * width);
            double byY = SIGN_Y[node] * (1 + SIGN_X[node] * xi) / (2 * height);
            b[0][2 * node] = byX;
            b[1][2 * node + 1] = byY;
            b[2][2 * node] = byY;
            b[2][2 * node + 1] = byX;
        }
        return b;
    }

    /**
     * The stiffness matrix as a sum of constant matrices, one for each entry of the material's stiffness D, by 2 × 2 Gauss
     * integration, which is exact for rectangles.
     *
     * @return {@code [entry][8 · row + column]}: K = Σ D[entry] · result[entry]
     */
    public double[][] unitStiffness() {
        double[][] unit = new double[Material.ENTRIES][DOFS * DOFS];
        double gauss = 1 / Math.sqrt(3);
        double weight = width * height / 4 * thickness;
        for (int point = 0; point < 4; point++) {
            double[][] b = strainDisplacement(SIGN_X[point] * gauss, SIGN_Y[point] * gauss);
            for (int entry = 0; entry < Material.ENTRIES; entry++) {
                double[] left = b[ENTRY_ROW[entry]];
                double[] right = b[ENTRY_COLUMN[entry]];
                boolean diagonal = left == right;
                for (int i = 0; i < DOFS; i++) {
                    for (int j = 0; j < DOFS; j++) {
                        double twoSides = diagonal ? left[i] * left[j] : left[i] * right[j] + right[i] * left[j];
                        unit[entry][DOFS * i + j] += weight * twoSides;
                    }
                }
            }
        }
        return unit;
    }

    /**
     * The stiffness matrix for a material's stiffness D, by numerical integration.
     *
     * @param stiffness six entries of D
     * @return {@code [8 · row + column]}
     */
    public double[] stiffness(double[] stiffness) {
        double[][] unit = unitStiffness();
        double[] sum = new double[DOFS * DOFS];
        for (int entry = 0; entry < Material.ENTRIES; entry++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += stiffness[entry] * unit[entry][i];
            }
        }
        return sum;
    }

    /**
     * The stiffness matrix of an isotropic material in closed form, from the constants C₁ … C₈ of the paper's supporting
     * information. Where that prints "1 − νa" or "1 − νb", (1 − ν)a and (1 − ν)b are meant.
     *
     * @param modulus Young's modulus
     * @param poissonRatio Poisson's ratio
     * @return {@code [8 · row + column]}
     */
    public double[] isotropicStiffness(double modulus, double poissonRatio) {
        double a = width;
        double b = height;
        double nu = poissonRatio;
        double factor = modulus * thickness / (1 - nu * nu);
        double c1 = factor * (b / (3 * a) + (1 - nu) * a / (6 * b));
        double c2 = factor * (nu / 4 + (1 - nu) / 8);
        double c3 = factor * (a / (3 * b) + (1 - nu) * b / (6 * a));
        double c4 = factor * (-b / (3 * a) + (1 - nu) * a / (12 * b));
        double c5 = factor * (nu / 4 - (1 - nu) / 8);
        double c6 = factor * (a / (6 * b) - (1 - nu) * b / (6 * a));
        double c7 = factor * (b / (6 * a) - (1 - nu) * a / (6 * b));
        double c8 = factor * (-a / (3 * b) + (1 - nu) * b / (12 * a));
        // The opposite corner couples by −½ of the diagonal in both directions.
        double c9 = -c1 / 2;
        double c10 = -c3 / 2;
        return new double[] {
            c1, c2, c4, c5, c9, -c2, c7, -c5, //
            c2, c3, -c5, c6, -c2, c10, c5, c8, //
            c4, -c5, c1, -c2, c7, c5, c9, c2, //
            c5, c6, -c2, c3, -c5, c8, c2, c10, //
            c9, -c2, c7, -c5, c1, c2, c4, c5, //
            -c2, c10, c5, c8, c2, c3, -c5, c6, //
            c7, c5, c9, c2, c4, -c5, c1, -c2, //
            -c5, c8, c2, c10, c5, c6, -c2, c3
        };
    }
}
