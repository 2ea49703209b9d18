package org.gidn.fem.internal;

import org.gidn.core.material.Material;
import org.gidn.fem.Mesh;

/** The failure measure εᵀ F ε of the crack tip of a binary design, from the strains that have been followed. */
final class TipFailure {
    /** Entry of a {@link Material}'s matrices for each pair of strains. */
    private static final int[][] ENTRY = {{0, 1, 3}, {1, 2, 4}, {3, 4, 5}};

    private final int[] tipVariables;
    private final int strains;
    /** F of the soft and the stiff phase over the strains followed, row by row. */
    private final double[][] forms;

    TipFailure(Mesh mesh, Material material, int[] strainRows) {
        this.tipVariables = new int[mesh.tips().length];
        for (int t = 0; t < tipVariables.length; t++) {
            tipVariables[t] = mesh.variables()[mesh.tips()[t]];
        }
        this.strains = strainRows.length;
        this.forms = new double[2][strains * strains];
        double[] entries = new double[Material.ENTRIES];
        for (int phase = 0; phase < 2; phase++) {
            material.failure(phase, entries);
            for (int i = 0; i < strains; i++) {
                for (int j = 0; j < strains; j++) {
                    forms[phase][i * strains + j] = entries[ENTRY[strainRows[i]][strainRows[j]]];
                }
            }
        }
    }

    /**
     * @param design bit j set where variable j is stiff
     * @param strain {@code [tip · strains + strain][lane]}
     */
    double of(long design, double[][] strain, int lane) {
        double greatest = 0;
        for (int t = 0; t < tipVariables.length; t++) {
            double[] form = forms[(int) (design >>> tipVariables[t] & 1)];
            double sum = 0;
            for (int i = 0; i < strains; i++) {
                for (int j = 0; j < strains; j++) {
                    sum += form[i * strains + j] * strain[t * strains + i][lane] * strain[t * strains + j][lane];
                }
            }
            greatest = Math.max(greatest, sum);
        }
        return greatest;
    }
}
