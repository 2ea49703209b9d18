// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import java.util.Arrays;
import org.gidn.fem.internal.BandedCholesky;

/**
 * A plate in which some elements are soft, all others stiff, with how it answers to softening more of those that are open: the strains
 * q under the unit pull and p under the forces that open the tip, in the modes of the open elements, and G, which says what strains
 * forces on the modes cause. Element i's mode a stands at {@code a · count + i}. Used by one thread.
 */
final class Part {
    /** The open elements. */
    final int[] element;

    int count;
    double energy;
    double strain;
    final double[] q;
    final double[] p;
    /** Rows and columns in the order of q; of each pair of elements only the rows of the one that stands first are kept up. */
    private double[] g;

    /** What bounds are known of the part: see {@link StatePair}; scores fall with the element. */
    double base;

    final double[] score;
    double logNu;
    double logMu;

    /** How child parts differ: p and q of elements after the one that was softened, and L⁻¹G, {@code [mode · modes + mode][element]}. */
    final double[] nextQ;

    final double[] nextP;
    final double[][] change;
    private final int modes;
    private final double[] root;

    /**
     * @param most how many open elements there may be
     */
    Part(int most, int modes) {
        this.modes = modes;
        element = new int[most];
        q = new double[modes * most];
        p = new double[modes * most];
        nextQ = new double[modes * most];
        nextP = new double[modes * most];
        score = new double[most];
        change = new double[modes * modes][most];
        root = new double[modes * modes];
        g = new double[0];
    }

    /** Makes room for G of the present count. */
    void prepare() {
        int wanted = modes * count * modes * count;
        if (g.length < wanted) {
            g = new double[wanted];
        }
    }

    private int at(int a, int i, int b) {
        return ((a * count + i) * modes + b) * count;
    }

    /**
     * Solves the plate anew.
     *
     * @param soft which elements are soft; all others are stiff
     * @param open the open elements, in the order in which they are to stand
     */
    void solve(ModalPlate plate, boolean[] soft, int[] open) {
        count = open.length;
        prepare();
        System.arraycopy(open, 0, element, 0, count);
        double[] moduli = new double[plate.elements];
        Arrays.setAll(moduli, e -> soft[e] ? plate.ratio : 1);
        BandedCholesky factor = plate.factorise(moduli);
        double[] pulled = plate.pulled(moduli, factor);
        double[][] qs = plate.strains(pulled, true);
        double[][] ps = plate.strains(plate.opened(factor), false);
        strain = plate.tipStrain(pulled, true);
        energy = 0;
        for (int e = 0; e < plate.elements; e++) {
            for (double value : qs[e]) {
                energy += moduli[e] * value * value / 2;
            }
        }
        double[][] inverse = new double[plate.size][plate.size];
        for (int i = 0; i < plate.size; i++) {
            inverse[i][i] = 1;
        }
        factor.solve(inverse, plate.size);
        double[] answer = new double[plate.size];
        for (int a = 0; a < modes; a++) {
            for (int i = 0; i < count; i++) {
                q[a * count + i] = qs[open[i]][a];
                p[a * count + i] = ps[open[i]][a];
                Arrays.fill(answer, 0);
                for (int local = 0; local < ModalPlate.DOFS; local++) {
                    int equation = plate.equation[open[i]][local];
                    if (equation >= 0) {
                        // The inverse is symmetric.
                        SoftRows.add(answer, 0, plate.modes[a][local], inverse[equation], 0, plate.size);
                    }
                }
                for (int j = i; j < count; j++) {
                    for (int b = 0; b < modes; b++) {
                        g[at(a, i, b) + j] = plate.strain(answer, open[j], b);
                    }
                }
            }
        }
    }

    /**
     * Softens element i as well: what becomes of the elements after it.
     *
     * @param after how many of them are looked at
     * @param delta 1 less the ratio of the moduli
     * @param outcome receives energy and strain
     */
    void soften(int i, int after, double delta, double[] outcome) {
        factorise(i, delta);
        double gained = 0;
        double lost = 0;
        for (int a = 0; a < modes; a++) {
            for (int b = 0; b < modes; b++) {
                double[] row = change[a * modes + b];
                SoftRows.set(row, root[a * modes], g, at(0, i, b) + i + 1, after);
                for (int t = 1; t <= a; t++) {
                    SoftRows.add(row, 0, root[a * modes + t], g, at(t, i, b) + i + 1, after);
                }
            }
        }
        for (int b = 0; b < modes; b++) {
            System.arraycopy(p, b * count + i + 1, nextP, b * after, after);
            System.arraycopy(q, b * count + i + 1, nextQ, b * after, after);
        }
        for (int a = 0; a < modes; a++) {
            double ofP = 0;
            double ofQ = 0;
            for (int t = 0; t <= a; t++) {
                ofP += root[a * modes + t] * p[t * count + i];
                ofQ += root[a * modes + t] * q[t * count + i];
            }
            gained += ofP * ofQ;
            lost += ofQ * ofQ / 2;
            for (int b = 0; b < modes; b++) {
                SoftRows.add(nextP, b * after, ofP, change[a * modes + b], 0, after);
                SoftRows.add(nextQ, b * after, ofQ, change[a * modes + b], 0, after);
            }
        }
        outcome[0] = energy - lost;
        outcome[1] = strain + gained;
    }

    /** L⁻¹ of the Cholesky factor L of (I − δG)/δ for the modes of an element. */
    private void factorise(int i, double delta) {
        double[] l = new double[modes * modes];
        for (int a = 0; a < modes; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = ((a == b ? 1 : 0) - delta * g[at(a, i, b) + i]) / delta;
                for (int t = 0; t < b; t++) {
                    sum -= l[a * modes + t] * l[b * modes + t];
                }
                l[a * modes + b] = a == b ? Math.sqrt(sum) : sum / l[b * modes + b];
            }
        }
        for (int a = 0; a < modes; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = a == b ? 1 : 0;
                for (int t = b; t < a; t++) {
                    sum -= l[a * modes + t] * root[t * modes + b];
                }
                root[a * modes + b] = sum / l[a * modes + a];
            }
        }
    }

    /**
     * The diagonal blocks of G after {@link #soften}, without which the choice of one more element cannot be told.
     *
     * @param diagonal {@code [a (a + 1) / 2 + b][element]} for b ≤ a
     */
    void diagonal(int i, int after, double[][] diagonal) {
        for (int a = 0, entry = 0; a < modes; a++) {
            for (int b = 0; b <= a; b++, entry++) {
                double[] out = diagonal[entry];
                for (int j = 0; j < after; j++) {
                    out[j] = g[at(a, i + 1 + j, b) + i + 1 + j];
                }
                for (int t = 0; t < modes; t++) {
                    SoftRows.addProduct(out, change[t * modes + a], change[t * modes + b], after);
                }
            }
        }
    }

    /** The diagonal blocks of G as they are. */
    void diagonal(double[][] diagonal) {
        for (int a = 0, entry = 0; a < modes; a++) {
            for (int b = 0; b <= a; b++, entry++) {
                for (int j = 0; j < count; j++) {
                    diagonal[entry][j] = g[at(a, j, b) + j];
                }
            }
        }
    }

    /**
     * Fills in the part that {@link #soften} leads to.
     *
     * @param order the elements after i in their new order, counted from 0
     * @param next receives all but what is known of bounds
     */
    void descend(int i, int after, int[] order, double[] outcome, Part next) {
        next.count = after;
        next.prepare();
        next.energy = outcome[0];
        next.strain = outcome[1];
        for (int j = 0; j < after; j++) {
            next.element[j] = element[i + 1 + order[j]];
        }
        for (int a = 0; a < modes; a++) {
            for (int j = 0; j < after; j++) {
                next.q[a * after + j] = nextQ[a * after + order[j]];
                next.p[a * after + j] = nextP[a * after + order[j]];
            }
        }
        double[] sorted = next.nextQ;
        for (double[] row : change) {
            for (int j = 0; j < after; j++) {
                sorted[j] = row[order[j]];
            }
            System.arraycopy(sorted, 0, row, 0, after);
        }
        for (int a = 0; a < modes; a++) {
            for (int j = 0; j < after; j++) {
                for (int b = 0; b < modes; b++) {
                    int to = next.at(a, j, b);
                    for (int h = j; h < after; h++) {
                        next.g[to + h] = order[h] >= order[j]
                                ? g[at(a, i + 1 + order[j], b) + i + 1 + order[h]]
                                : g[at(b, i + 1 + order[h], a) + i + 1 + order[j]];
                    }
                    for (int t = 0; t < modes; t++) {
                        SoftRows.add(next.g, to + j, change[t * modes + a][j], change[t * modes + b], j, after - j);
                    }
                }
            }
        }
    }
}
