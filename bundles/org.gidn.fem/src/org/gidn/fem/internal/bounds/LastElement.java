// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import java.util.Arrays;

/** The exact values of all designs that come from a part by softening one element more, side by side. Used by one thread. */
final class LastElement {
    private final int modes;
    /** The diagonal blocks of G, {@code [a (a + 1) / 2 + b][element]}. */
    final double[][] diagonal;

    private final double[][] pivots;
    private final double[][] ofQ;
    private final double[][] ofP;
    private final double[] energyLost;
    private final double[] strainGained;
    /** U/ε² of each design. */
    final double[] value;

    LastElement(int elements, int modes) {
        this.modes = modes;
        diagonal = new double[modes * (modes + 1) / 2][elements];
        pivots = new double[modes * (modes + 1) / 2][elements];
        ofQ = new double[modes][elements];
        ofP = new double[modes][elements];
        energyLost = new double[elements];
        strainGained = new double[elements];
        value = new double[elements];
    }

    private static int at(int a, int b) {
        return a * (a + 1) / 2 + b;
    }

    /**
     * Sets the values.
     *
     * @param q {@code [mode · count + element]}
     */
    void evaluate(double[] q, double[] p, double energy, double strain, int count, double delta) {
        factorise(count, 1 / delta);
        Arrays.fill(energyLost, 0, count, 0);
        Arrays.fill(strainGained, 0, count, 0);
        for (int a = 0; a < modes; a++) {
            System.arraycopy(q, a * count, ofQ[a], 0, count);
            System.arraycopy(p, a * count, ofP[a], 0, count);
            for (int b = 0; b < a; b++) {
                SoftRows.subtractProduct(ofQ[a], pivots[at(a, b)], ofQ[b], count);
                SoftRows.subtractProduct(ofP[a], pivots[at(a, b)], ofP[b], count);
            }
            double[] inverse = pivots[at(a, a)];
            SoftRows.addProduct(energyLost, ofQ[a], ofQ[a], inverse, count);
            SoftRows.addProduct(strainGained, ofQ[a], ofP[a], inverse, count);
            SoftRows.scale(ofQ[a], inverse, count);
            SoftRows.scale(ofP[a], inverse, count);
        }
        for (int j = 0; j < count; j++) {
            double opened = strain + strainGained[j];
            value[j] = (energy - energyLost[j] / 2) / (opened * opened);
        }
    }

    /** I/δ − G = L D Lᵀ of each element; L D below the diagonal, D⁻¹ on it. */
    private void factorise(int count, double inverseDelta) {
        for (int a = 0; a < modes; a++) {
            for (int b = 0; b <= a; b++) {
                double[] from = diagonal[at(a, b)];
                double[] to = pivots[at(a, b)];
                double own = a == b ? inverseDelta : 0;
                for (int j = 0; j < count; j++) {
                    to[j] = own - from[j];
                }
            }
        }
        for (int a = 0; a < modes; a++) {
            double[] pivot = pivots[at(a, a)];
            for (int j = 0; j < count; j++) {
                pivot[j] = 1 / pivot[j];
            }
            for (int b = a + 1; b < modes; b++) {
                for (int c = a + 1; c <= b; c++) {
                    SoftRows.subtractProduct(pivots[at(b, c)], pivots[at(b, a)], pivots[at(c, a)], pivot, count);
                }
            }
        }
    }
}
