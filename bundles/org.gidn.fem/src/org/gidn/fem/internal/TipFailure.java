// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.Mesh;

/**
 * The failure measure εᵀ F ε of the crack tip of binary designs. Only those strains are followed on which it depends:
 * strain number {@code tip · strainRows.length + row}.
 */
public final class TipFailure {
    /** Entry of a {@link Material}'s matrices for each pair of strains. */
    private static final int[][] ENTRY = {{0, 1, 3}, {1, 2, 4}, {3, 4, 5}};

    private final int tips;
    private final int[] strainRows;
    /** F of the soft and the stiff phase over the strains followed, row by row. */
    private final double[][] forms;

    public TipFailure(Mesh mesh, Material material) {
        this.tips = mesh.tips().length;
        double[][] entries = new double[2][Material.ENTRIES];
        material.failure(0, entries[0]);
        material.failure(1, entries[1]);
        this.strainRows = IntStream.range(0, 3)
                .filter(row -> Arrays.stream(ENTRY[row]).anyMatch(e -> entries[0][e] != 0 || entries[1][e] != 0))
                .toArray();
        int rows = strainRows.length;
        this.forms = new double[2][rows * rows];
        for (int i = 0; i < rows * rows; i++) {
            int entry = ENTRY[strainRows[i / rows]][strainRows[i % rows]];
            forms[0][i] = entries[0][entry];
            forms[1][i] = entries[1][entry];
        }
    }

    /** The strains of an element that are followed; 0: ε_xx, 1: ε_yy, 2: γ_xy. */
    public int[] strainRows() {
        return strainRows.clone();
    }

    /** The number of strains that are followed, over all crack tips. */
    public int strains() {
        return tips * strainRows.length;
    }

    /**
     * The failure measure of one crack tip.
     *
     * @param phase 0 where its element is soft, 1 where it is stiff
     * @param strains {@code [strain][lane]}
     */
    public double of(int tip, int phase, double[][] strains, int lane) {
        int rows = strainRows.length;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                sum += forms[phase][i * rows + j] * strains[tip * rows + i][lane] * strains[tip * rows + j][lane];
            }
        }
        return sum;
    }
}
