// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import org.gidn.core.material.Material;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * All that the batch kernel can work out before it sees a design: the order of elimination, the envelope of the factor,
 * and how the stiffness matrix follows from the elements. Immutable.
 */
public final class BatchPlan {
    /** Bytes of the factors side by side that an elimination step reads again; about a level-2 cache. */
    private static final long WINDOW = 2_000_000;
    /** Bytes that one workspace may take. */
    private static final long WORKSPACE = 128L << 20;

    private static final int MOST_LANES = 128;
    /** With fewer designs the loops over them are not worth their start. */
    static final int FEWEST_LANES = 10;

    private static final int DOFS = BilinearElement.DOFS;

    final Mesh mesh;
    final Material material;

    /** The sources of a variable of 0, and of 1: most designs have no others, and a material takes its time. */
    private final double[] sourcesOf0;

    private final double[] sourcesOf1;
    final int variables;
    /** Sources a variable: 1 if the material only scales, else the entries of its stiffness. */
    final int sourcesPerVariable;

    final int size;
    /** For each row of the factor, the first column that is not zero. */
    final int[] first;
    /** The number of the first entry of each row; entries are numbered row by row, from the first to the diagonal. */
    final int[] offset;

    final int bandwidth;
    /** The matrix, entry by entry. */
    final Contributions matrix;
    /** The right side, row by row, and behind it twice the energy with all free displacements held at zero. */
    final Contributions load;
    /** The first row whose displacement is needed; from here on the factor is kept. */
    final int firstNeeded;

    final int lanes;
    final int[] numbers;
    /** The strain–displacement matrix at an element's centre. */
    final double[][] centre;

    final DigitLoss digitLoss;

    public BatchPlan(Mesh mesh, Material material, int variables) {
        this.mesh = mesh;
        this.material = material;
        this.variables = variables;
        this.sourcesPerVariable = Double.isNaN(material.scale(0)) ? Material.ENTRIES : 1;
        this.sourcesOf0 = sources(0, new double[Material.ENTRIES]);
        this.sourcesOf1 = sources(1, new double[Material.ENTRIES]);
        Equations equations = Equations.of(mesh);
        this.numbers = equations.numbers();
        this.size = equations.size();
        this.bandwidth = equations.bandwidth();
        this.firstNeeded = equations.firstOfTips(mesh);
        this.centre = mesh.element().strainDisplacement(0, 0);
        this.digitLoss = new DigitLoss(mesh);
        this.first = envelope();
        this.offset = new int[size + 1];
        for (int i = 0; i < size; i++) {
            offset[i + 1] = Math.addExact(offset[i], i - first[i] + 1);
        }
        double[][] weights = weights();
        Contributions.Builder matrixTerms = new Contributions.Builder();
        Contributions.Builder loadTerms = new Contributions.Builder();
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            for (int w = 0; w < weights.length; w++) {
                assemble(quad, mesh.variables()[quad] * weights.length + w, weights[w], matrixTerms, loadTerms);
            }
        }
        this.matrix = matrixTerms.build(offset[size]);
        this.load = loadTerms.build(size + 1);
        long kept = 8L * (offset[size] - offset[firstNeeded] + (bandwidth + 1L) * (bandwidth + 1L));
        long window = 8L * (bandwidth + 1L) * (bandwidth + 1L);
        long most = Math.min(WINDOW / window / 16 * 16, WORKSPACE / kept);
        this.lanes = (int) Math.max(1, Math.min(MOST_LANES, Math.max(most, Math.min(32, WORKSPACE / kept))));
    }

    private int[] envelope() {
        int[] least = new int[size];
        Arrays.setAll(least, i -> i);
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            int smallest = Integer.MAX_VALUE;
            for (int local = 0; local < DOFS; local++) {
                int number = numbers[mesh.dof(quad, local)];
                smallest = number < 0 ? smallest : Math.min(smallest, number);
            }
            for (int local = 0; local < DOFS; local++) {
                int number = numbers[mesh.dof(quad, local)];
                if (number >= 0) {
                    least[number] = Math.min(least[number], smallest);
                }
            }
        }
        return least;
    }

    /** The element stiffness matrix that belongs to each source of a variable. */
    private double[][] weights() {
        if (sourcesPerVariable > 1) {
            return mesh.element().unitStiffness();
        }
        double[] stiff = new double[Material.ENTRIES];
        material.stiffness(1, stiff);
        return new double[][] {mesh.element().stiffness(stiff)};
    }

    private void assemble(
            int quad,
            int source,
            double[] stiffness,
            Contributions.Builder matrixTerms,
            Contributions.Builder loadTerms) {
        double[] prescribed = mesh.prescribed();
        for (int i = 0; i < DOFS; i++) {
            int rowDof = mesh.dof(quad, i);
            int row = numbers[rowDof];
            for (int j = 0; j < DOFS; j++) {
                int columnDof = mesh.dof(quad, j);
                int column = numbers[columnDof];
                double entry = stiffness[DOFS * i + j];
                if (row >= 0 && column >= 0) {
                    if (column <= row) {
                        matrixTerms.add(offset[row] + column - first[row], source, entry);
                    }
                } else if (row >= 0 && prescribed[columnDof] != 0) {
                    loadTerms.add(row, source, -entry * prescribed[columnDof]);
                } else if (row < 0 && column < 0 && prescribed[rowDof] != 0 && prescribed[columnDof] != 0) {
                    loadTerms.add(size, source, entry * prescribed[rowDof] * prescribed[columnDof]);
                }
            }
        }
    }

    /**
     * Turns a design into sources.
     *
     * @param design values 0 … 1
     * @param sources {@code [source][lane]}
     * @param entries room for the entries of a material's stiffness
     */
    void load(double[] design, double[][] sources, int lane, double[] entries) {
        for (int j = 0; j < design.length; j++) {
            double variable = design[j];
            double[] values = variable == 0 ? sourcesOf0 : variable == 1 ? sourcesOf1 : sources(variable, entries);
            for (int entry = 0; entry < sourcesPerVariable; entry++) {
                sources[j * sourcesPerVariable + entry][lane] = values[entry];
            }
        }
    }

    /** The sources of one variable. */
    double[] sources(double variable, double[] entries) {
        if (sourcesPerVariable == 1) {
            entries[0] = material.scale(variable);
        } else {
            material.stiffness(variable, entries);
        }
        return entries;
    }

    /** The number of designs that are solved side by side. */
    public int lanes() {
        return lanes;
    }
}
