// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;

/**
 * Joins the condensed sides of a plate: one pattern below the cut with many above it, side by side. Factorises the sum of
 * their fronts; the load's row and the strains' rows take part in the elimination, so no displacement is computed. Not
 * thread-safe.
 */
final class PairKernel {
    /** Patterns above the cut that are joined at once. */
    static final int LANES = 128;

    private final int dofs;
    private final double[][] above;
    /** Rows of the factor: the cut's degrees of freedom, the load, the strains; {@code [row][column][lane]}. */
    private final double[][][] rows;

    private final double[][] inverseDiagonal;
    /** Twice the strain energy of each lane, after {@link #join}. */
    final double[] energy;
    /** The strains of each lane, {@code [strain][lane]}, after {@link #join}. */
    final double[][] strains;

    private int lanes;

    /**
     * @param dofs degrees of freedom on the cut
     * @param entries numbers of a front
     * @param strainCount strains followed
     */
    PairKernel(int dofs, int entries, int strainCount) {
        this.dofs = dofs;
        this.above = new double[entries][LANES];
        this.inverseDiagonal = new double[dofs][LANES];
        this.rows = new double[dofs + 1 + strainCount][][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[Math.min(i, dofs) + 1][LANES];
        }
        this.energy = rows[dofs][dofs];
        this.strains = new double[strainCount][];
        Arrays.setAll(strains, s -> rows[dofs + 1 + s][dofs]);
    }

    /** Takes the patterns above the cut, {@code patterns[from … to − 1]}, at most {@link #LANES}. */
    void setAbove(SideTable table, int[] patterns, int from, int to) {
        lanes = to - from;
        for (int lane = 0; lane < lanes; lane++) {
            int at = patterns[from + lane] * table.entries;
            for (int entry = 0; entry < table.entries; entry++) {
                above[entry][lane] = table.fronts[at + entry];
            }
        }
    }

    /** Computes energy and strains of one pattern below the cut with each one above. */
    void join(SideTable table, int pattern) {
        int at = pattern * table.entries;
        int entry = 0;
        for (int i = 0; i < rows.length; i++) {
            double[][] row = rows[i];
            int length = row.length - 1;
            for (int j = 0; j < length; j++, entry++) {
                Lanes.offset(row[j], above[entry], table.fronts[at + entry], lanes);
                Lanes.subtractDot(row[j], row, 0, rows[j], 0, j, lanes);
                Lanes.scale(row[j], inverseDiagonal[j], lanes);
            }
            Lanes.offset(row[length], above[entry], table.fronts[at + entry], lanes);
            entry++;
            Lanes.subtractDot(row[length], row, 0, i <= dofs ? row : rows[dofs], 0, length, lanes);
            if (i < dofs) {
                Lanes.inverseRoot(inverseDiagonal[i], row[length], lanes);
            }
        }
    }
}
