// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import java.util.ArrayList;
import java.util.List;

/** The ways in which an element resists: the rows of a matrix B with K = BᵀB, by Jacobi's rotations of the stiffness K. */
final class ElementModes {
    private static final int SWEEPS = 60;
    /** Of motions that strain nothing rounding leaves less than this share of the greatest eigenvalue. */
    private static final double RIGID = 1e-10;

    private ElementModes() {}

    /**
     * @param stiffness symmetric and positive semidefinite, {@code [size · row + column]}
     * @return B, {@code [mode][size]}; five modes for an element of four nodes
     */
    static double[][] of(double[] stiffness, int size) {
        double[] a = stiffness.clone();
        double[] vectors = new double[size * size];
        for (int i = 0; i < size; i++) {
            vectors[size * i + i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, vectors, size, p, q);
                }
            }
        }
        double most = 0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, a[size * i + i]);
        }
        List<double[]> modes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double eigenvalue = a[size * i + i];
            if (eigenvalue > RIGID * most) {
                double[] mode = new double[size];
                for (int j = 0; j < size; j++) {
                    mode[j] = Math.sqrt(eigenvalue) * vectors[size * j + i];
                }
                modes.add(mode);
            }
        }
        return modes.toArray(double[][]::new);
    }

    private static void rotate(double[] a, double[] vectors, int size, int p, int q) {
        double off = a[size * p + q];
        if (off == 0) {
            return;
        }
        double theta = (a[size * q + q] - a[size * p + p]) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < size; k++) {
            double x = a[size * k + p];
            double y = a[size * k + q];
            a[size * k + p] = c * x - s * y;
            a[size * k + q] = s * x + c * y;
        }
        for (int k = 0; k < size; k++) {
            double x = a[size * p + k];
            double y = a[size * q + k];
            a[size * p + k] = c * x - s * y;
            a[size * q + k] = s * x + c * y;
            double u = vectors[size * k + p];
            double v = vectors[size * k + q];
            vectors[size * k + p] = c * u - s * v;
            vectors[size * k + q] = s * u + c * v;
        }
    }
}
